"""Mỗi nhiệm vụ được giao phải có thời hạn.

Việc ghi ở phần phân công trách nhiệm của từng đơn vị thường làm suốt kỳ kế hoạch, nên thiếu thời
hạn ở đó chỉ được nêu khi xem cả chỗ còn ngờ (--pedantic).

Sai: nhiệm vụ có ``chu_tri`` mà không có ``thoi_han``
Đúng: ``thoi_han: tháng 9/2025`` hoặc ``thoi_han: thường xuyên``
"""

from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.phrases import shortened

META = Rule("KH602", "nhiem-vu-thieu-thoi-han", Level.WARNING, since="0.1.0")


# A duty that lasts is usually given no deadline in the part on carrying out.
_DUTY = 0.6


def check(context: Context) -> Iterator[Finding]:
    """Look for assigned tasks without a deadline."""
    without = [task for task in context.plan.assigned_tasks() if not task.deadline]
    if not without:
        return
    duties = {section.path for section in context.plan.walk() if section.units}
    for task in without:
        is_duty = any(task.path[:end] in duties for end in range(len(task.path)))
        yield Finding(
            task.path,
            f"nhiệm vụ “{shortened(task.title)}” không có thời hạn",
            "ghi ở thoi_han ngày phải xong hoặc kỳ lặp lại",
            confidence=_DUTY if is_duty else 1,
        )
