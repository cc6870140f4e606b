"""Deadlines of two items, side by side."""

from kehoach.compare.difference import Item


def lag(above: Item, below: Item) -> int | None:
    """Return by how many days *below* is due after *above*; None where a day is missing."""
    theirs, ours = above.due, below.due
    if theirs is None or ours is None or theirs.due is None or ours.due is None:
        return None
    return (ours.due - theirs.due).days
