"""Mức đạt cao hơn mức của khung, hoặc dấu so sánh chặt hơn (trên 80% so với tối thiểu 80%)."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.compare.figures import figure_pair, strength
from kehoach.language.quantity import Strength

META = Kind("SS102", "muc-dat-cao-hon", Direction.STRICTER, mirror="SS101")


def find(above: Item, below: Item) -> Sides | None:
    """Compare the figures."""
    if strength(above, below) is Strength.STRONGER:
        return figure_pair(above, below)
    return None
