"""Kế hoạch không loại trừ những gì khung cho loại trừ."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.model.plan import Target

META = Kind("SS206", "bo-ngoai-tru", Direction.STRICTER, mirror="SS205", subject=Subject.TARGET)


def find(above: Target, below: Target) -> Sides | None:
    """Look for an exclusion that the plan leaves out."""
    if above.exclusion and not below.exclusion:
        return "không loại trừ", f"trừ “{above.exclusion}”"
    return None
