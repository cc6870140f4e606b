"""Deadlines of two items, side by side."""

from kehoach.compare.difference import Item
from kehoach.language.deadline import read_deadline
from kehoach.model.plan import Target


def lag(above: Item, below: Item) -> int | None:
    """Return by how many days *below* is due after *above*; None where a day is missing."""
    theirs, ours = above.due, below.due
    if theirs is None or ours is None or theirs.due is None or ours.due is None:
        return None
    return (ours.due - theirs.due).days


def start_lag(above: Target, below: Target) -> int | None:
    """Return by how many days *below* begins after *above*; None where a day is missing."""
    theirs, ours = read_deadline(above.since), read_deadline(below.since)
    if theirs is None or ours is None or theirs.due is None or ours.due is None:
        return None
    return (ours.due - theirs.due).days
