"""Nhiệm vụ được giao cho đơn vị chủ trì khác."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.compare.units import changed_units

META = Kind("SS501", "doi-chu-tri", Direction.NEUTRAL, mirror="SS501", versions=True)


def find(above: Item, below: Item) -> Sides | None:
    """Compare the units that lead."""
    return changed_units("chủ trì", above.leads, below.leads)
