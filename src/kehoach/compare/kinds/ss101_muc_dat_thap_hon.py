"""Mức đạt thấp hơn mức của khung (60% so với 80%), hoặc dấu so sánh lỏng hơn."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.compare.figures import figure_pair, strength
from kehoach.language.quantity import Strength

META = Kind("SS101", "muc-dat-thap-hon", Direction.WEAKER, mirror="SS102")


def find(above: Item, below: Item) -> Sides | None:
    """Compare the figures."""
    if strength(above, below) is Strength.WEAKER:
        return figure_pair(above, below)
    return None
