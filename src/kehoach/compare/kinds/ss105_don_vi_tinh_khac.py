"""Hai mức đạt đếm những thứ khác nhau nên không so được (82 nhóm và 80%)."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.compare.figures import strength, thing_and_base
from kehoach.language.fold import fold
from kehoach.model.plan import Target

META = Kind("SS105", "don-vi-tinh-khac", Direction.UNCLEAR, mirror="SS105", subject=Subject.TARGET)


def find(above: Target, below: Target) -> Sides | None:
    """Look for two figures that cannot be compared."""
    theirs, ours = thing_and_base(above), thing_and_base(below)
    if theirs is None or ours is None or strength(above, below) is not None:
        return None
    if fold(theirs[0]) == fold(ours[0]) and theirs[1] != ours[1]:
        return None
    return f"mức đạt {below.figure} tính khác đơn vị", above.figure
