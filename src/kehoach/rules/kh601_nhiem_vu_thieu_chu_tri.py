"""Mỗi nhiệm vụ phải có đơn vị chủ trì.

Nhiệm vụ gồm các nhiệm vụ con thì chủ trì nằm ở nhiệm vụ con.

Sai: nhiệm vụ chỉ có ``phoi_hop``
Đúng: ``chu_tri: [Phòng Văn hóa - Xã hội]``
"""

from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.phrases import shortened

META = Rule("KH601", "nhiem-vu-thieu-chu-tri", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Look for tasks that nobody leads."""
    for task in context.plan.tasks():
        if not task.leads and not task.tasks:
            yield Finding(
                task.path,
                f"nhiệm vụ “{shortened(task.title)}” không có đơn vị chủ trì",
                "ghi một đơn vị ở chu_tri",
            )
