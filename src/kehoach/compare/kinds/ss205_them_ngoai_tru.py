"""Kế hoạch loại trừ những gì khung không loại trừ."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.model.plan import Target

META = Kind("SS205", "them-ngoai-tru", Direction.WEAKER, mirror="SS206")


def find(above: Item, below: Item) -> Sides | None:
    """Look for an exclusion that the framework does not have."""
    if not isinstance(above, Target) or not isinstance(below, Target):
        return None
    if below.exclusion and not above.exclusion:
        return f"trừ “{below.exclusion}”", "không loại trừ"
    return None
