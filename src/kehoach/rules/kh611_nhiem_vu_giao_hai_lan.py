"""Một nhiệm vụ không được giao hai lần.

Hai nhiệm vụ cùng tên, cùng nội dung thường do chép lặp; khi chủ trì hay thời hạn khác nhau thì
không biết theo bên nào. Hai nhiệm vụ cùng mục của khung mà tên nhiệm vụ này nằm trong tên nhiệm vụ
kia thì chưa chắc, nên chỉ hiện khi yêu cầu.

Sai: hai nhiệm vụ "Tập huấn kỹ năng số cho cán bộ", một do Phòng Văn hóa - Xã hội, một do Văn phòng
Đúng: một nhiệm vụ với một đơn vị chủ trì
"""

from collections.abc import Iterator

from kehoach.model.plan import Task, prose_texts
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.phrases import shortened, subject_words

META = Rule("KH611", "nhiem-vu-giao-hai-lan", Level.WARNING, since="0.1.0")

_LEAST_WORDS = 6
_LEAST_SUBJECT_WORDS = 4
_LIKE = 0.9
_UNSURE = 0.6


def check(context: Context) -> Iterator[Finding]:
    """Compare the names and contents of assigned tasks, then those of one item of a framework."""
    first: dict[str, Task] = {}
    by_link: dict[str, list[Task]] = {}
    for task in context.plan.assigned_tasks():
        words = " ".join((task.name, *prose_texts(task.content))).casefold().rstrip(" .;").split()
        if len(words) < _LEAST_WORDS:
            continue
        same = first.setdefault(" ".join(words), task)
        if same is not task:
            if not _is_held_again(task, same):
                yield _finding(task, same)
            continue
        earlier = [other for link in task.links for other in by_link.get(link, ())]
        if like := next((other for other in earlier if _is_like(task.name, other.name)), None):
            yield _finding(task, like, confidence=_UNSURE)
        for link in task.links:
            by_link.setdefault(link, []).append(task)


def _finding(task: Task, same: Task, confidence: float = 1.0) -> Finding:
    return Finding(
        task.path,
        f"nhiệm vụ “{shortened(task.title)}” "
        f"{'đã được giao ở chỗ khác' if confidence == 1 else 'có vẻ đã được giao ở chỗ khác'}",
        "giữ một nhiệm vụ, một đơn vị chủ trì, một thời hạn",
        related=same.path,
        confidence=confidence,
    )


def _is_held_again(task: Task, same: Task) -> bool:
    """Tell a second round of one work: the same leads, another time."""
    return task.leads == same.leads and task.deadline != same.deadline


def _is_like(name: str, other: str) -> bool:
    one, two = sorted((subject_words(name), subject_words(other)), key=len)
    return len(one) >= _LEAST_SUBJECT_WORDS and len(one & two) >= _LIKE * len(one)
