"""Hạn muộn hơn hạn của khung."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.compare.due_days import lag

META = Kind("SS301", "han-muon-hon", Direction.LATER, mirror="SS302")


def find(above: Item, below: Item) -> Sides | None:
    """Compare the last days."""
    days = lag(above, below)
    if days is not None and days > 0:
        return f"hạn {below.deadline}", above.deadline
    return None
