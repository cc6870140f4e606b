"""Kế hoạch đặt mức đạt cho chỉ tiêu mà khung không đặt."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.model.plan import Target

META = Kind("SS104", "them-muc-dat", Direction.STRICTER, mirror="SS103", subject=Subject.TARGET)


def find(above: Target, below: Target) -> Sides | None:
    """Look for a figure that the framework does not have."""
    if above.figure:
        return None
    return (f"mức đạt {below.figure}", "không nêu") if below.quantity else None
