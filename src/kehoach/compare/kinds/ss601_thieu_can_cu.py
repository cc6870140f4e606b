"""Khung (hoặc bản trước) viện dẫn một văn bản, kế hoạch không viện dẫn."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.model.plan import Citation
from kehoach.model.texts import citation_text

META = Kind("SS601", "thieu-can-cu", Direction.NEUTRAL, mirror="SS602", subject=Subject.BASIS)


def find(above: Citation | None, below: Citation | None) -> Sides | None:
    """Look for a basis that the plan leaves out."""
    if above is None or below is not None:
        return None
    return "không viện dẫn", citation_text(above)
