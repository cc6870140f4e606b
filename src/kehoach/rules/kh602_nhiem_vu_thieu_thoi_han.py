"""Mỗi nhiệm vụ được giao phải có thời hạn.

Sai: nhiệm vụ có ``chu_tri`` mà không có ``thoi_han``
Đúng: ``thoi_han: tháng 9/2025`` hoặc ``thoi_han: thường xuyên``
"""

from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH602", "nhiem-vu-thieu-thoi-han", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Look for assigned tasks without a deadline."""
    for task in context.plan.assigned_tasks():
        if not task.deadline:
            yield Finding(task.path, f"nhiệm vụ “{task.title}” không có thời hạn", "thêm thoi_han")
