"""Phạm vi hẹp hơn khung: trong phạm vi cấp xã so với trong phạm vi cấp tỉnh."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.compare.scopes import reach
from kehoach.model.plan import Target

META = Kind("SS201", "pham-vi-hep-hon", Direction.WEAKER, mirror="SS202", subject=Subject.TARGET)


def find(above: Target, below: Target) -> Sides | None:
    """Compare how far the scopes reach."""
    wide, narrow = reach(above.scope), reach(below.scope)
    if wide and narrow and narrow < wide:
        return f"phạm vi “{below.scope}”", f"“{above.scope}”"
    return None
