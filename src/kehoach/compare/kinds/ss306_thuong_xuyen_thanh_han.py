"""Việc lặp lại (“thường xuyên”) được đặt ngày phải xong."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.language.deadline import Kind as DeadlineKind

META = Kind("SS306", "thuong-xuyen-thanh-han", Direction.STRICTER, mirror="SS305")


def find(above: Item, below: Item) -> Sides | None:
    """Look for a recurrence that became a day."""
    theirs, ours = above.due, below.due
    if theirs is None or ours is None or theirs.due is not None or ours.due is None:
        return None
    if theirs.kind is not DeadlineKind.RECURRING:
        return None
    return f"hạn {below.deadline}", above.deadline
