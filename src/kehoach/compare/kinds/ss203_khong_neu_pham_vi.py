"""Khung có phạm vi, kế hoạch không nêu: chưa rõ áp dụng đến đâu."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.model.plan import Target

META = Kind("SS203", "khong-neu-pham-vi", Direction.UNCLEAR, mirror="SS204")


def find(above: Item, below: Item) -> Sides | None:
    """Look for a scope that the plan leaves out."""
    if isinstance(above, Target) and isinstance(below, Target) and above.scope and not below.scope:
        return "không nêu phạm vi", f"“{above.scope}”"
    return None
