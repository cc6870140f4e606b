"""Khung có nhiệm vụ, kế hoạch không có nhiệm vụ nào trả lời."""

from kehoach.compare.difference import Direction, Item, Kind, Sides, Subject
from kehoach.model.plan import Task

META = Kind("SS003", "thieu-nhiem-vu", Direction.WEAKER, mirror="SS004", subject=Subject.GROUP)


def find(above: tuple[Item, ...], below: tuple[Item, ...]) -> Sides | None:
    """Look for what only one side has."""
    if below or not above or not isinstance(above[0], Task):
        return None
    return "không có nhiệm vụ này", "có"
