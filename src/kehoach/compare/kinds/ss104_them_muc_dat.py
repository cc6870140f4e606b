"""Kế hoạch đặt mức đạt cho chỉ tiêu mà khung không đặt."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.model.plan import Target

META = Kind("SS104", "them-muc-dat", Direction.STRICTER, mirror="SS103")


def find(above: Item, below: Item) -> Sides | None:
    """Look for a figure that the framework does not have."""
    if not isinstance(above, Target) or not isinstance(below, Target) or above.figure:
        return None
    return (f"mức đạt {below.figure}", "không nêu") if below.quantity else None
