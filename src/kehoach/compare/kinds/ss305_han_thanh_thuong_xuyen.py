"""Hạn có ngày bị đổi thành việc lặp lại (“thường xuyên”), không còn ngày phải xong."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.language.deadline import Kind as DeadlineKind

META = Kind("SS305", "han-thanh-thuong-xuyen", Direction.WEAKER, mirror="SS306")


def find(above: Item, below: Item) -> Sides | None:
    """Look for a day that became a recurrence without an end."""
    theirs, ours = above.due, below.due
    if theirs is None or ours is None or theirs.due is None or ours.due is not None:
        return None
    if ours.kind is not DeadlineKind.RECURRING:
        return None
    return f"hạn {below.deadline}", above.deadline
