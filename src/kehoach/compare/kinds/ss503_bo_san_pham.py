"""Sản phẩm phải có bị bỏ."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.model.plan import Task

META = Kind("SS503", "bo-san-pham", Direction.WEAKER, mirror="SS504", versions=True)


def find(above: Item, below: Item) -> Sides | None:
    """Look for a deliverable that is gone."""
    if not isinstance(above, Task) or not isinstance(below, Task):
        return None
    if above.deliverable and not below.deliverable:
        return "không còn sản phẩm", above.deliverable
    return None
