"""Đề mục bị bỏ."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.compare.outline import Headings

META = Kind(
    "SS703", "bo-de-muc", Direction.NEUTRAL, mirror="SS704", subject=Subject.SECTION, versions=True
)


def find(above: Headings | None, below: Headings | None) -> Sides | None:
    """Look for a section that is gone."""
    if above is None or below is not None:
        return None
    return "không còn đề mục này", "có"
