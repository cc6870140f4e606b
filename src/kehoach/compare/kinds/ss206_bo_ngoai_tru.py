"""Kế hoạch không loại trừ những gì khung cho loại trừ."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.model.plan import Target

META = Kind("SS206", "bo-ngoai-tru", Direction.STRICTER, mirror="SS205")


def find(above: Item, below: Item) -> Sides | None:
    """Look for an exclusion that the plan leaves out."""
    if not isinstance(above, Target) or not isinstance(below, Target):
        return None
    if above.exclusion and not below.exclusion:
        return "không loại trừ", f"trừ “{above.exclusion}”"
    return None
