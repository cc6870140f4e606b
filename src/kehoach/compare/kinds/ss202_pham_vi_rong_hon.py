"""Phạm vi rộng hơn khung: toàn quốc so với trong phạm vi cấp tỉnh."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.compare.scopes import reach
from kehoach.model.plan import Target

META = Kind("SS202", "pham-vi-rong-hon", Direction.STRICTER, mirror="SS201", subject=Subject.TARGET)


def find(above: Target, below: Target) -> Sides | None:
    """Compare how far the scopes reach."""
    narrow, wide = reach(above.scope), reach(below.scope)
    if wide and narrow and wide > narrow:
        return f"phạm vi “{below.scope}”", f"“{above.scope}”"
    return None
