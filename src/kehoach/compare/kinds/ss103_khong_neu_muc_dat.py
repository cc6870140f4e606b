"""Khung có mức đạt, kế hoạch không nêu mức đọc được: chưa rõ có đáp ứng hay không."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.model.plan import Target

META = Kind("SS103", "khong-neu-muc-dat", Direction.UNCLEAR, mirror="SS104")


def find(above: Item, below: Item) -> Sides | None:
    """Look for a figure that the plan leaves out."""
    if not isinstance(above, Target) or above.quantity is None:
        return None
    if not isinstance(below, Target) or below.quantity is None:
        return "không nêu mức đạt", above.figure
    return None
