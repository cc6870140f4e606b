"""Kế hoạch đặt điều kiện mà khung không đặt (“khi đủ điều kiện”, “nếu có kinh phí”)."""

from kehoach.compare.conditions import condition
from kehoach.compare.difference import Direction, Item, Kind, Sides

META = Kind("SS403", "them-dieu-kien", Direction.UNCLEAR, mirror="SS404")


def find(above: Item, below: Item) -> Sides | None:
    """Look for a condition that the framework does not have."""
    ours = condition(below)
    return (f"kèm điều kiện “{ours}”", "không kèm") if ours and not condition(above) else None
