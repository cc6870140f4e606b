"""Hai mức đạt tính bằng đơn vị khác nhau nên không so được (82 nhóm và 80%)."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.compare.figures import strength
from kehoach.model.plan import Target

META = Kind("SS105", "don-vi-tinh-khac", Direction.UNCLEAR, mirror="SS105")


def find(above: Item, below: Item) -> Sides | None:
    """Look for two figures that cannot be compared."""
    if not isinstance(above, Target) or not isinstance(below, Target):
        return None
    if above.quantity and below.quantity and strength(above, below) is None:
        return f"mức đạt {below.figure} tính khác đơn vị", above.figure
    return None
