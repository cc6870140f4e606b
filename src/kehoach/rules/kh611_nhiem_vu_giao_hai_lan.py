"""Một nhiệm vụ không được giao hai lần.

Hai nhiệm vụ cùng tên, cùng nội dung thường do chép lặp; khi chủ trì hay thời hạn khác nhau thì
không biết theo bên nào.

Sai: hai nhiệm vụ "Tập huấn kỹ năng số cho cán bộ", một do Phòng Văn hóa - Xã hội, một do Văn phòng
Đúng: một nhiệm vụ với một đơn vị chủ trì
"""

from collections.abc import Iterator

from kehoach.model.plan import Task, prose_texts
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH611", "nhiem-vu-giao-hai-lan", Level.WARNING, since="0.1.0")

_LEAST_WORDS = 4


def check(context: Context) -> Iterator[Finding]:
    """Compare the names and contents of assigned tasks."""
    first: dict[str, Task] = {}
    for task in context.plan.assigned_tasks():
        words = " ".join((task.name, *prose_texts(task.content))).casefold().rstrip(" .;").split()
        if len(words) < _LEAST_WORDS:
            continue
        key = " ".join(words)
        same = first.setdefault(key, task)
        if same is not task:
            yield Finding(
                task.path,
                f"nhiệm vụ “{task.title}” đã được giao",
                "giữ một nhiệm vụ, một đơn vị chủ trì, một thời hạn",
                related=same.path,
            )
