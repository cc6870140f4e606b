"""Khung có hạn, kế hoạch không nêu hạn."""

from kehoach.compare.difference import Direction, Item, Kind, Sides

META = Kind("SS303", "khong-neu-han", Direction.NEUTRAL, mirror="SS304")


def find(above: Item, below: Item) -> Sides | None:
    """Look for a deadline that the plan leaves out."""
    if above.deadline and not below.deadline:
        return "không nêu hạn", above.deadline
    return None
