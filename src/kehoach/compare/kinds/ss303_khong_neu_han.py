"""Chỉ tiêu của khung có hạn, kế hoạch không nêu hạn."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.model.plan import Target

META = Kind("SS303", "khong-neu-han", Direction.NEUTRAL, mirror="SS304")


def find(above: Item, below: Item) -> Sides | None:
    """Look for a deadline that the plan leaves out."""
    if isinstance(above, Target) and above.deadline and not below.deadline:
        return "không nêu hạn", above.deadline
    return None
