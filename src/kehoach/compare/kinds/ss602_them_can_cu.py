"""Kế hoạch viện dẫn một văn bản mà bản trước không viện dẫn."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.model.plan import Citation
from kehoach.model.texts import citation_text

META = Kind("SS602", "them-can-cu", Direction.NEUTRAL, mirror="SS601", subject=Subject.BASIS)


def find(above: Citation | None, below: Citation | None) -> Sides | None:
    """Look for a basis that only the plan has."""
    if below is None or above is not None:
        return None
    return f"viện dẫn {citation_text(below)}", "không viện dẫn"
