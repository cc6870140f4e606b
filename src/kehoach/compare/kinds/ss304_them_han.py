"""Kế hoạch đặt hạn mà khung không đặt."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.model.plan import Target

META = Kind("SS304", "them-han", Direction.NEUTRAL, mirror="SS303")


def find(above: Item, below: Item) -> Sides | None:
    """Look for a deadline that the framework does not set."""
    if isinstance(above, Target) and below.deadline and not above.deadline:
        return f"hạn {below.deadline}", "không nêu"
    return None
