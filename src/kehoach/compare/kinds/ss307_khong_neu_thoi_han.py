"""Nhiệm vụ của khung có thời hạn, kế hoạch không nêu thời hạn."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.model.plan import Task

META = Kind("SS307", "khong-neu-thoi-han", Direction.NEUTRAL, mirror="SS308", subject=Subject.TASK)


def find(above: Task, below: Task) -> Sides | None:
    """Look for a deadline that the plan leaves out."""
    if above.deadline and not below.deadline:
        return "không nêu thời hạn", above.deadline
    return None
