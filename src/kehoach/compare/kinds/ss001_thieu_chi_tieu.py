"""Khung có chỉ tiêu, kế hoạch không có chỉ tiêu nào trả lời."""

from kehoach.compare.difference import Direction, Item, Kind, Sides, Subject
from kehoach.model.plan import Target

META = Kind("SS001", "thieu-chi-tieu", Direction.WEAKER, mirror="SS002", subject=Subject.GROUP)


def find(above: tuple[Item, ...], below: tuple[Item, ...]) -> Sides | None:
    """Look for what only one side has."""
    if below or not above or not isinstance(above[0], Target):
        return None
    return "không có chỉ tiêu này", "có"
