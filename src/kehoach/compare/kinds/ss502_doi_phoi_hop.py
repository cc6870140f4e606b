"""Đơn vị phối hợp thay đổi."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.compare.units import changed_units

META = Kind("SS502", "doi-phoi-hop", Direction.NEUTRAL, mirror="SS502", versions=True)


def find(above: Item, below: Item) -> Sides | None:
    """Compare the units that cooperate."""
    return changed_units("phối hợp", above.cooperating, below.cooperating)
