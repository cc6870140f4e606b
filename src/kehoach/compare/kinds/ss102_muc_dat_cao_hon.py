"""Mức đạt cao hơn mức của khung (100% so với 80%)."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.compare.figures import figure_pair, same_value, strength
from kehoach.language.quantity import Strength

META = Kind("SS102", "muc-dat-cao-hon", Direction.STRICTER, mirror="SS101")


def find(above: Item, below: Item) -> Sides | None:
    """Compare the figures."""
    if strength(above, below) is Strength.STRONGER and not same_value(above, below):
        return figure_pair(above, below)
    return None
