"""Đơn vị phối hợp nên có tên.

Khi mọi nhiệm vụ đều ghi "Các cơ quan, đơn vị có liên quan" thì không đơn vị nào biết mình phải phối
hợp việc gì. Nhắc một lần cho cả kế hoạch.

Sai: 20 nhiệm vụ, nhiệm vụ nào cũng ``phoi_hop: ["Các cơ quan, đơn vị có liên quan"]``
Đúng: nhiệm vụ cần đơn vị nào thì ghi tên đơn vị đó
"""

from collections.abc import Iterator

from kehoach.language.unit import is_generic
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.leading import LEAST_TASKS

META = Rule("KH608", "phoi-hop-chung-chung", Level.NOTE, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Look whether no task names a cooperating unit."""
    tasks = [task for task in context.plan.tasks() if task.cooperating]
    if len(tasks) >= LEAST_TASKS and all(is_generic(u) for t in tasks for u in t.cooperating):
        yield Finding(
            (*tasks[0].path, "phoi_hop"),
            f"cả {len(tasks)} nhiệm vụ đều ghi đơn vị phối hợp chung chung",
            "ghi tên đơn vị phối hợp ở nhiệm vụ cần phối hợp",
        )
