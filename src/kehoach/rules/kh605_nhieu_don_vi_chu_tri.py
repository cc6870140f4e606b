"""Mỗi nhiệm vụ chỉ nên có một đơn vị chủ trì.

Nghị quyết số 18-NQ/TW ngày 25/10/2017: một việc chỉ do một cơ quan chủ trì thực hiện và chịu trách
nhiệm chính. Nhiều đơn vị cùng chủ trì thì không ai chịu trách nhiệm đến cùng.

Sai: ``chu_tri: [Văn phòng HĐND và UBND, Phòng Văn hóa - Xã hội]``
Đúng: ``chu_tri: [Văn phòng HĐND và UBND]`` và ``phoi_hop: [Phòng Văn hóa - Xã hội]``
"""

from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.leading import leading_keys

META = Rule("KH605", "nhieu-don-vi-chu-tri", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Count the leads of every task."""
    for task in context.plan.assigned_tasks():
        count = len(leading_keys(context, task))
        if count > 1:
            yield Finding(
                (*task.path, "chu_tri"),
                f"nhiệm vụ này có {count} đơn vị cùng chủ trì",
                "chọn một đơn vị chủ trì, chuyển các đơn vị khác sang phối hợp",
            )
