"""Kế hoạch giới hạn phạm vi mà khung không giới hạn."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.model.plan import Target

META = Kind("SS204", "them-pham-vi", Direction.UNCLEAR, mirror="SS203")


def find(above: Item, below: Item) -> Sides | None:
    """Look for a limit that the framework does not set."""
    if isinstance(above, Target) and isinstance(below, Target) and below.scope and not above.scope:
        return f"phạm vi “{below.scope}”", "không giới hạn"
    return None
