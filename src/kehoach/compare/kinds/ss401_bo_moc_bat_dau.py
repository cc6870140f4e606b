"""Khung tính từ một ngày, kế hoạch không nêu ngày đó."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.model.plan import Target

META = Kind("SS401", "bo-moc-bat-dau", Direction.NEUTRAL, mirror="SS402")


def find(above: Item, below: Item) -> Sides | None:
    """Look for a start that the plan leaves out."""
    if isinstance(above, Target) and isinstance(below, Target) and above.since and not below.since:
        return "không nêu mốc bắt đầu", f"từ {above.since}"
    return None
