"""Cùng con số nhưng dấu so sánh lỏng hơn: “tối thiểu 80%” so với “trên 80%”."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.compare.figures import figure_pair, same_value, strength
from kehoach.language.quantity import Strength

META = Kind("SS106", "dau-long-hon", Direction.WEAKER, mirror="SS107")


def find(above: Item, below: Item) -> Sides | None:
    """Compare the signs of two figures of one value."""
    if strength(above, below) is Strength.WEAKER and same_value(above, below):
        return figure_pair(above, below)
    return None
