"""Kế hoạch đặt hạn mà khung không đặt."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.model.plan import Target

META = Kind("SS304", "them-han", Direction.NEUTRAL, mirror="SS303", subject=Subject.TARGET)


def find(above: Target, below: Target) -> Sides | None:
    """Look for a deadline that the framework does not set."""
    if below.deadline and not above.deadline:
        return f"hạn {below.deadline}", "không nêu"
    return None
