"""Đề mục được đổi tên, nội dung ở lại."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.compare.outline import Headings

META = Kind(
    "SS705",
    "doi-ten-de-muc",
    Direction.NEUTRAL,
    mirror="SS705",
    subject=Subject.SECTION,
    versions=True,
)


def find(above: Headings | None, below: Headings | None) -> Sides | None:
    """Compare two headings of one section."""
    if above is None or below is None or above[-1] == below[-1]:
        return None
    return f"đề mục “{below[-1]}”", f"“{above[-1]}”"
