"""Một đơn vị không vừa chủ trì vừa phối hợp một nhiệm vụ.

Sai: ``chu_tri: [Phòng VH-XH]`` với ``phoi_hop: [Phòng Văn hóa - Xã hội]``
Đúng: ``phoi_hop: [Văn phòng HĐND và UBND]``
"""

from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.leading import leading_keys, unit_key

META = Rule("KH613", "vua-chu-tri-vua-phoi-hop", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Compare the cooperating units of every task with its leads."""
    for task in context.plan.assigned_tasks():
        leads = leading_keys(context, task)
        for i, unit in enumerate(task.cooperating):
            if unit_key(context, unit) in leads:
                yield Finding(
                    (*task.path, "phoi_hop", i),
                    f"“{unit}” vừa chủ trì vừa phối hợp nhiệm vụ này",
                    "bỏ khỏi phối hợp",
                    related=(*task.path, "chu_tri"),
                    related_message="chủ trì ở đây",
                )
