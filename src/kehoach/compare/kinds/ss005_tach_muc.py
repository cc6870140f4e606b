"""Một mục của khung được tách thành nhiều mục của kế hoạch."""

from kehoach.compare.difference import Direction, Item, Kind, Sides, Subject
from kehoach.compare.words import titles

META = Kind("SS005", "tach-muc", Direction.NEUTRAL, mirror="SS006", subject=Subject.GROUP)


def find(above: tuple[Item, ...], below: tuple[Item, ...]) -> Sides | None:
    """Look for one item that several answer."""
    if len(above) == 1 and len(below) > 1:
        return f"{len(below)} mục: {titles(below)}", f"một mục: {titles(above)}"
    return None
