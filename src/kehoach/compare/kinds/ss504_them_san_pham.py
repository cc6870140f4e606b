"""Thêm sản phẩm phải có."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.model.plan import Task

META = Kind("SS504", "them-san-pham", Direction.STRICTER, mirror="SS503", versions=True)


def find(above: Item, below: Item) -> Sides | None:
    """Look for a deliverable that is new."""
    if not isinstance(above, Task) or not isinstance(below, Task):
        return None
    if below.deliverable and not above.deliverable:
        return f"sản phẩm: {below.deliverable}", "không nêu"
    return None
