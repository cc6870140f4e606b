"""Kế hoạch có nhiệm vụ mà khung không đòi hỏi."""

from kehoach.compare.difference import Direction, Item, Kind, Sides, Subject
from kehoach.model.plan import Task

META = Kind("SS004", "them-nhiem-vu", Direction.STRICTER, mirror="SS003", subject=Subject.GROUP)


def find(above: tuple[Item, ...], below: tuple[Item, ...]) -> Sides | None:
    """Look for what only one side has."""
    if above or not below or not isinstance(below[0], Task):
        return None
    return "có thêm nhiệm vụ này", "không có"
