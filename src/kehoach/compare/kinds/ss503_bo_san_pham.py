"""Sản phẩm phải có bị bỏ."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.model.plan import Task

META = Kind(
    "SS503", "bo-san-pham", Direction.WEAKER, mirror="SS504", subject=Subject.TASK, versions=True
)


def find(above: Task, below: Task) -> Sides | None:
    """Look for a deliverable that is gone."""
    if above.deliverable and not below.deliverable:
        return "không còn sản phẩm", above.deliverable
    return None
