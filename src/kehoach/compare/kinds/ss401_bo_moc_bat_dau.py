"""Khung tính từ một ngày, kế hoạch không nêu ngày đó."""

from kehoach.compare.difference import Direction, Item, Kind
from kehoach.model.plan import Target

META = Kind("SS401", "bo-moc-bat-dau", Direction.NEUTRAL, mirror="SS402")


def find(above: Item, below: Item) -> str | None:
    """Look for a start that the plan leaves out."""
    if isinstance(above, Target) and isinstance(below, Target) and above.since and not below.since:
        return f"không nêu mốc bắt đầu, khung từ {above.since}"
    return None
