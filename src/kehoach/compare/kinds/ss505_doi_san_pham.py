"""Sản phẩm phải có được viết khác."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.language.fold import fold
from kehoach.model.plan import Task

META = Kind(
    "SS505", "doi-san-pham", Direction.NEUTRAL, mirror="SS505", subject=Subject.TASK, versions=True
)


def find(above: Task, below: Task) -> Sides | None:
    """Compare deliverables that both sides have."""
    if (
        above.deliverable
        and below.deliverable
        and fold(above.deliverable) != fold(below.deliverable)
    ):
        return f"sản phẩm: {below.deliverable}", above.deliverable
    return None
