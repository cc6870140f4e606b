"""Kế hoạch tính từ một ngày mà khung không nêu."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.model.plan import Target

META = Kind("SS402", "them-moc-bat-dau", Direction.NEUTRAL, mirror="SS401", subject=Subject.TARGET)


def find(above: Target, below: Target) -> Sides | None:
    """Look for a start that the framework does not set."""
    if below.since and not above.since:
        return f"tính từ {below.since}", "không nêu mốc bắt đầu"
    return None
