"""Đề mục được chuyển vào đề mục khác."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.compare.outline import Headings, chain

META = Kind(
    "SS702",
    "chuyen-de-muc",
    Direction.NEUTRAL,
    mirror="SS702",
    subject=Subject.SECTION,
    versions=True,
)


def find(above: Headings | None, below: Headings | None) -> Sides | None:
    """Compare what stands above a section that keeps its heading."""
    if above is None or below is None or above[:-1] == below[:-1] or above[-1] != below[-1]:
        return None
    return f"đề mục ở {chain(below[:-1])}", f"ở {chain(above[:-1])}"
