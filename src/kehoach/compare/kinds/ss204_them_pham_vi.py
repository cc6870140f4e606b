"""Kế hoạch giới hạn phạm vi mà khung không giới hạn."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.model.plan import Target

META = Kind("SS204", "them-pham-vi", Direction.UNCLEAR, mirror="SS203", subject=Subject.TARGET)


def find(above: Target, below: Target) -> Sides | None:
    """Look for a limit that the framework does not set."""
    if below.scope and not above.scope:
        return f"phạm vi “{below.scope}”", "không giới hạn"
    return None
