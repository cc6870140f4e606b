"""Mức đạt thấp hơn mức của khung (60% so với 80%)."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.compare.figures import figure_pair, same_value, strength
from kehoach.language.quantity import Strength

META = Kind("SS101", "muc-dat-thap-hon", Direction.WEAKER, mirror="SS102")


def find(above: Item, below: Item) -> Sides | None:
    """Compare the figures."""
    if strength(above, below) is Strength.WEAKER and not same_value(above, below):
        return figure_pair(above, below)
    return None
