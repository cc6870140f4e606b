"""Tên nhiệm vụ thay đổi."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.language.fold import fold
from kehoach.model.plan import Task

META = Kind(
    "SS508", "doi-ten", Direction.NEUTRAL, mirror="SS508", subject=Subject.TASK, versions=True
)


def find(above: Task, below: Task) -> Sides | None:
    """Compare the names of two states of a task."""
    if not above.name or not below.name or fold(above.name) == fold(below.name):
        return None
    return f"tên “{below.name}”", f"“{above.name}”"
