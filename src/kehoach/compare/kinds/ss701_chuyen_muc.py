"""Chỉ tiêu, nhiệm vụ được chuyển sang đề mục khác."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.compare.outline import Headings, chain

META = Kind(
    "SS701", "chuyen-muc", Direction.NEUTRAL, mirror="SS701", subject=Subject.PLACE, versions=True
)


def find(above: Headings, below: Headings) -> Sides | None:
    """Compare the headings above two states of an item."""
    if above == below:
        return None
    return f"ở đề mục {chain(below)}", f"ở {chain(above)}"
