"""Nội dung được viết khác."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.compare.words import body_words, parting
from kehoach.language.fold import fold

META = Kind("SS506", "doi-loi-van", Direction.NEUTRAL, mirror="SS506", versions=True)


def find(above: Item, below: Item) -> Sides | None:
    """Compare what both sides say is to be reached or done."""
    theirs, ours = body_words(above), body_words(below)
    if fold(theirs) == fold(ours):
        return None
    now, before = parting(ours, theirs)
    return f"viết “{now}”", f"“{before}”"
