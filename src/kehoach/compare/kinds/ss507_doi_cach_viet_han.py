"""Thời hạn được viết khác mà không sớm hơn, muộn hơn."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.language.fold import fold

META = Kind("SS507", "doi-cach-viet-han", Direction.NEUTRAL, mirror="SS507", versions=True)


def find(above: Item, below: Item) -> Sides | None:
    """Compare deadlines that both sides have, where no day tells them apart."""
    if not above.deadline or not below.deadline or fold(above.deadline) == fold(below.deadline):
        return None
    theirs, ours = above.due, below.due
    if theirs and ours and (theirs.due, theirs.kind) != (ours.due, ours.kind):
        return None
    return f"hạn {below.deadline}", above.deadline
