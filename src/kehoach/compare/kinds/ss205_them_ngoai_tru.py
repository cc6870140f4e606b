"""Kế hoạch loại trừ những gì khung không loại trừ."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.model.plan import Target

META = Kind("SS205", "them-ngoai-tru", Direction.WEAKER, mirror="SS206", subject=Subject.TARGET)


def find(above: Target, below: Target) -> Sides | None:
    """Look for an exclusion that the framework does not have."""
    if below.exclusion and not above.exclusion:
        return f"trừ “{below.exclusion}”", "không loại trừ"
    return None
