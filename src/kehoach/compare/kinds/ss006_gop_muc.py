"""Nhiều mục của khung được gộp vào một mục của kế hoạch."""

from kehoach.compare.difference import Direction, Item, Kind, Sides, Subject
from kehoach.compare.words import titles

META = Kind("SS006", "gop-muc", Direction.NEUTRAL, mirror="SS005", subject=Subject.GROUP)


def find(above: tuple[Item, ...], below: tuple[Item, ...]) -> Sides | None:
    """Look for several items that one answers."""
    if len(below) == 1 and len(above) > 1:
        return f"một mục: {titles(below)}", f"{len(above)} mục: {titles(above)}"
    return None
