"""Kế hoạch có chỉ tiêu mà khung không đòi hỏi."""

from kehoach.compare.difference import Direction, Item, Kind, Sides, Subject
from kehoach.model.plan import Target

META = Kind("SS002", "them-chi-tieu", Direction.STRICTER, mirror="SS001", subject=Subject.GROUP)


def find(above: tuple[Item, ...], below: tuple[Item, ...]) -> Sides | None:
    """Look for what only one side has."""
    if above or not below or not isinstance(below[0], Target):
        return None
    return "có thêm chỉ tiêu này", "không có"
