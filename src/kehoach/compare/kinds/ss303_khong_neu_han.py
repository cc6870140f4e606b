"""Chỉ tiêu của khung có hạn, kế hoạch không nêu hạn."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.model.plan import Target

META = Kind("SS303", "khong-neu-han", Direction.NEUTRAL, mirror="SS304", subject=Subject.TARGET)


def find(above: Target, below: Target) -> Sides | None:
    """Look for a deadline that the plan leaves out."""
    if above.deadline and not below.deadline:
        return "không nêu hạn", above.deadline
    return None
