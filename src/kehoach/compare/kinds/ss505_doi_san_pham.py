"""Sản phẩm phải có được viết khác."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.language.fold import fold
from kehoach.model.plan import Task

META = Kind("SS505", "doi-san-pham", Direction.NEUTRAL, mirror="SS505", versions=True)


def find(above: Item, below: Item) -> Sides | None:
    """Compare deliverables that both sides have."""
    if not isinstance(above, Task) or not isinstance(below, Task):
        return None
    if (
        above.deliverable
        and below.deliverable
        and fold(above.deliverable) != fold(below.deliverable)
    ):
        return f"sản phẩm: {below.deliverable}", above.deliverable
    return None
