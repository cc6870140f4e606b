"""Khung tính từ một ngày, kế hoạch không nêu ngày đó."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.model.plan import Target

META = Kind("SS401", "bo-moc-bat-dau", Direction.NEUTRAL, mirror="SS402", subject=Subject.TARGET)


def find(above: Target, below: Target) -> Sides | None:
    """Look for a start that the plan leaves out."""
    if above.since and not below.since:
        return "không nêu mốc bắt đầu", f"từ {above.since}"
    return None
