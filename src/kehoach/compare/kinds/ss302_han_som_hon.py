"""Hạn sớm hơn hạn của khung từ hai ngày; “trước ngày 31/12” và “ngày 31/12” coi như nhau."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.compare.due_days import lag

META = Kind("SS302", "han-som-hon", Direction.STRICTER, mirror="SS301")


def find(above: Item, below: Item) -> Sides | None:
    """Compare the last days."""
    days = lag(above, below)
    if days is not None and days < -1:
        return f"hạn {below.deadline}", above.deadline
    return None
