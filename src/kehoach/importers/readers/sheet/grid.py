"""Cells of a sheet by row and column, made into a table."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kehoach.importers.blocks import Cell, Line, Origin, Table

Position = tuple[int, int]
"""Row and column, both from 0."""

_LARGEST_AREA = 1_000_000  # of all merged cells together; what goes beyond stays unmerged


@dataclass(frozen=True, slots=True)
class Content:
    """What a cell shows, and how."""

    text: str
    bold: bool = False
    italic: bool = False
    centred: bool = False


def make_table(
    cells: Mapping[Position, Content],
    merged: Sequence[tuple[Position, Position]],
    file: str,
    page: int,
) -> Table | None:
    """Return the table of all *cells*, None where none has text.

    *merged* are the first and last positions of merged cells. Rows and columns without any text
    at the edges, and rows without text anywhere, are dropped; origins keep the rows of the file.
    Text that a merged cell hides is kept behind the text of its first position.
    """
    filled = {place: cell for place, cell in cells.items() if cell.text.strip()}
    if not filled:
        return None
    left, right = min(column for _, column in filled), max(column for _, column in filled)
    rows = sorted({row for row, _ in filled})
    spans, covered = _spans(filled, merged, rows, (left, right))
    made: list[tuple[Cell, ...]] = []
    for row in rows:
        made_row: list[Cell] = []
        for column in range(left, right + 1):
            place = (row, column)
            if place in covered:
                continue
            height, width, hidden = spans.get(place, (1, 1, ()))
            found = [filled[one] for one in (place, *hidden) if one in filled]
            origin = Origin(file, page, row + 1)
            lines = tuple(line for one in found for line in _lines(one, origin))
            made_row.append(Cell(lines, column - left, width, height))
        made.append(tuple(made_row))
    return Table(tuple(made))


def _spans(
    filled: Mapping[Position, Content],
    merged: Sequence[tuple[Position, Position]],
    rows: Sequence[int],
    columns: tuple[int, int],
) -> tuple[dict[Position, tuple[int, int, tuple[Position, ...]]], set[Position]]:
    """Return rows, columns and hidden positions of merged cells, and all that they cover."""
    spans: dict[Position, tuple[int, int, tuple[Position, ...]]] = {}
    covered: set[Position] = set()
    area = 0
    for (top, first), (bottom, last) in merged:
        inside = rows[bisect_left(rows, top) : bisect_right(rows, bottom)]
        across = range(max(first, columns[0]), min(last, columns[1]) + 1)
        area += len(inside) * len(across)
        if not inside or not across or area > _LARGEST_AREA:
            continue
        places = [(row, column) for row in inside for column in across]
        if not covered.isdisjoint(places) or places[0] in spans:
            continue  # merged ranges that overlap: a broken file
        hidden = tuple(place for place in places[1:] if place in filled)
        spans[places[0]] = (len(inside), len(across), hidden)
        covered |= set(places[1:])
    return spans, covered


def _lines(content: Content, origin: Origin) -> list[Line]:
    return [
        Line(
            line.strip(),
            origin,
            bold=content.bold,
            italic=content.italic,
            centred=content.centred,
        )
        for line in content.text.split("\n")
        if line.strip()
    ]
