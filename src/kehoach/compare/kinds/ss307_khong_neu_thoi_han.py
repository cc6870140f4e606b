"""Nhiệm vụ của khung có thời hạn, kế hoạch không nêu thời hạn."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.model.plan import Task

META = Kind("SS307", "khong-neu-thoi-han", Direction.NEUTRAL, mirror="SS308")


def find(above: Item, below: Item) -> Sides | None:
    """Look for a deadline that the plan leaves out."""
    if isinstance(above, Task) and above.deadline and not below.deadline:
        return "không nêu thời hạn", above.deadline
    return None
