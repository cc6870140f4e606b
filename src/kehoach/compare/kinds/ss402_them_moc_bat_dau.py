"""Kế hoạch tính từ một ngày mà khung không nêu."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.model.plan import Target

META = Kind("SS402", "them-moc-bat-dau", Direction.NEUTRAL, mirror="SS401")


def find(above: Item, below: Item) -> Sides | None:
    """Look for a start that the framework does not set."""
    if isinstance(above, Target) and isinstance(below, Target) and below.since and not above.since:
        return f"tính từ {below.since}", "không nêu mốc bắt đầu"
    return None
