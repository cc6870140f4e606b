"""What a table says of its cells: widths, room at the sides, special places, borders."""

from typing import TYPE_CHECKING

from kehoach.importers.readers.word.values import W, value
from kehoach.thethuc.reading.looks import whole

if TYPE_CHECKING:
    from lxml.etree import _Element

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_CELL_SIDE = 108  # what Word leaves at each side of a cell where nothing is said


def cell_width(cell: "_Element", grid: tuple[int, ...], available: int) -> int:
    """Return how wide *cell* over the columns of *grid* is, *available* where nothing says it."""
    if grid and all(grid):
        return sum(grid)
    width = cell.find(f"{W}tcPr/{W}tcW")
    if width is not None and width.get(f"{W}type", "dxa") == "dxa":
        return whole(width.get(f"{W}w")) or available
    return available


def cell_sides(properties: "_Element | None") -> int:
    """Return the room that cells leave at both sides together."""
    total = 0
    for names in (("left", "start"), ("right", "end")):
        side = _CELL_SIDE
        for name in names:
            element = None if properties is None else properties.find(f"{W}tblCellMar/{W}{name}")
            if element is not None:
                side = whole(element.get(f"{W}w")) or 0
        total += side
    return total


def special_places(properties: "_Element | None") -> frozenset[str]:
    """Return the places whose own look the table uses (``w:tblLook``)."""
    element = None if properties is None else properties.find(f"{W}tblLook")
    if element is None:
        return frozenset()
    names = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}
    try:
        bits = int(value(element, "0"), 16)
    except ValueError:
        bits = 0
    on = {
        name
        for name, bit in names.items()
        if element.get(f"{W}{name}", "1" if bits & bit else "0") in {"1", "true", "on"}
    }
    return frozenset(name.replace("Column", "Col") for name in on)


def is_bordered(properties: "_Element | None", of_style: dict[str, str]) -> bool:
    """Whether a table has borders, by its *properties* or by its style."""
    kinds = dict(of_style)
    borders = None if properties is None else properties.find(f"{W}tblBorders")
    if borders is not None:
        for side in _SIDES:
            element = borders.find(f"{W}{side}")
            if element is not None:
                kinds[side] = value(element, "nil")
    return any(kind not in {"nil", "none"} for kind in kinds.values())
