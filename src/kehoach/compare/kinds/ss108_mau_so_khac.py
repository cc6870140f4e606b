"""Hai mức đạt đếm cùng một thứ nhưng trên mẫu số khác nhau (25 hồ sơ/năm và 25 hồ sơ/tháng)."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.compare.figures import thing_and_base
from kehoach.language.fold import fold
from kehoach.model.plan import Target

META = Kind("SS108", "mau-so-khac", Direction.UNCLEAR, mirror="SS108", subject=Subject.TARGET)


def find(above: Target, below: Target) -> Sides | None:
    """Look for two bases of one thing that is counted."""
    theirs, ours = thing_and_base(above), thing_and_base(below)
    if theirs is None or ours is None or fold(theirs[0]) != fold(ours[0]):
        return None
    if not theirs[1] or not ours[1] or fold(theirs[1]) == fold(ours[1]):
        return None
    return f"mức đạt {below.figure} tính trên “{ours[1]}”", f"trên “{theirs[1]}”"
