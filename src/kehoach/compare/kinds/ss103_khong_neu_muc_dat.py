"""Khung có mức đạt, kế hoạch không nêu mức đọc được: chưa rõ có đáp ứng hay không."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.model.plan import Target

META = Kind("SS103", "khong-neu-muc-dat", Direction.UNCLEAR, mirror="SS104", subject=Subject.TARGET)


def find(above: Target, below: Target) -> Sides | None:
    """Look for a figure that the plan leaves out."""
    if above.quantity is None:
        return None
    if below.quantity is None:
        return "không nêu mức đạt", above.figure
    return None
