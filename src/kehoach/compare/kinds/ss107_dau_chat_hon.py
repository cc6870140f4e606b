"""Cùng con số nhưng dấu so sánh chặt hơn: “trên 80%” so với “tối thiểu 80%”."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.compare.figures import figure_pair, same_value, strength
from kehoach.language.quantity import Strength

META = Kind("SS107", "dau-chat-hon", Direction.STRICTER, mirror="SS106")


def find(above: Item, below: Item) -> Sides | None:
    """Compare the signs of two figures of one value."""
    if strength(above, below) is Strength.STRONGER and same_value(above, below):
        return figure_pair(above, below)
    return None
