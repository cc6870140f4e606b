"""Kế hoạch không nhắc lại điều kiện mà khung đặt."""

from kehoach.compare.conditions import condition
from kehoach.compare.difference import Direction, Item, Kind, Sides

META = Kind("SS404", "bo-dieu-kien", Direction.NEUTRAL, mirror="SS403")


def find(above: Item, below: Item) -> Sides | None:
    """Look for a condition that the plan leaves out."""
    theirs = condition(above)
    return ("không kèm điều kiện", f"kèm “{theirs}”") if theirs and not condition(below) else None
