"""Nhiệm vụ con, chỉ tiêu con không được đến hạn sau nhiệm vụ, chỉ tiêu chứa nó.

Sai: nhiệm vụ hạn 30/9/2025 có nhiệm vụ con hạn 31/12/2025
Đúng: nhiệm vụ con hạn 15/9/2025
"""

from collections.abc import Iterator

from kehoach.language.deadline import read_deadline
from kehoach.model.plan import Target, Task
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH309", "han-con-sau-han-me", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Compare the days of items with those of the items in them."""
    year = context.plan.document.date.year if context.plan.document.date else None
    for item in context.plan.items():
        children = item.targets if isinstance(item, Target) else item.tasks
        above = read_deadline(item.deadline, year) if children and item.deadline else None
        if above is None or above.due is None:
            continue
        for child in children:
            below = read_deadline(child.deadline, year) if child.deadline else None
            if below and below.due and below.due > above.due:
                yield Finding(
                    (*child.path, _key(child)),
                    f"thời hạn “{child.deadline}” sau thời hạn “{item.deadline}” của mục chứa nó",
                    "sửa một trong hai thời hạn",
                    related=(*item.path, _key(item)),
                    related_message="thời hạn của mục chứa nó ở đây",
                )


def _key(item: Target | Task) -> str:
    return "han" if isinstance(item, Target) else "thoi_han"
