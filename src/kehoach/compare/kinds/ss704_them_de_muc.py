"""Thêm đề mục."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.compare.outline import Headings

META = Kind(
    "SS704",
    "them-de-muc",
    Direction.NEUTRAL,
    mirror="SS703",
    subject=Subject.SECTION,
    versions=True,
)


def find(above: Headings | None, below: Headings | None) -> Sides | None:
    """Look for a section that is new."""
    if below is None or above is not None:
        return None
    return "có thêm đề mục này", "không có"
