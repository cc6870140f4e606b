"""Khung có phạm vi, kế hoạch không nêu: chưa rõ áp dụng đến đâu."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.model.plan import Target

META = Kind("SS203", "khong-neu-pham-vi", Direction.UNCLEAR, mirror="SS204", subject=Subject.TARGET)


def find(above: Target, below: Target) -> Sides | None:
    """Look for a scope that the plan leaves out."""
    if above.scope and not below.scope:
        return "không nêu phạm vi", f"“{above.scope}”"
    return None
