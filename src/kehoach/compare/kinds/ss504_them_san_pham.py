"""Thêm sản phẩm phải có."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.model.plan import Task

META = Kind(
    "SS504",
    "them-san-pham",
    Direction.STRICTER,
    mirror="SS503",
    subject=Subject.TASK,
    versions=True,
)


def find(above: Task, below: Task) -> Sides | None:
    """Look for a deliverable that is new."""
    if below.deliverable and not above.deliverable:
        return f"sản phẩm: {below.deliverable}", "không nêu"
    return None
