"""Ruled tables of a page: cells as the lines enclose them."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kehoach.importers.readers.page.words import Box, Word, inside

_SLACK = 3.0  # points by which lines of one column may miss each other


@dataclass(frozen=True, slots=True)
class RuledCell:
    """A cell with its place in the grid and its words."""

    row: int
    column: int
    rows: int
    columns: int
    words: list[Word]


def place_cells(boxes: Iterable[Box], words: Sequence[Word]) -> list[RuledCell]:
    """Return the cells with *boxes* in a grid, every one with those of *words* that it encloses."""
    boxes = sorted(boxes, key=lambda box: (box[1], box[0]))
    across = _edges(edge for box in boxes for edge in (box[0], box[2]))
    down = _edges(edge for box in boxes for edge in (box[1], box[3]))
    left = list(words)
    cells: list[RuledCell] = []
    for box in boxes:
        own = [word for word in left if inside(word, box)]
        taken = set(map(id, own))
        left = [word for word in left if id(word) not in taken]
        column, end_column = _nearest(across, box[0]), _nearest(across, box[2])
        row, end_row = _nearest(down, box[1]), _nearest(down, box[3])
        cells.append(
            RuledCell(row, column, max(end_row - row, 1), max(end_column - column, 1), own)
        )
    return cells


def _edges(values: Iterable[float]) -> list[float]:
    """Return the *values* in order, those that nearly agree as one."""
    edges: list[float] = []
    for edge in sorted(values):
        if not edges or edge - edges[-1] > _SLACK:
            edges.append(edge)
    return edges


def _nearest(edges: Sequence[float], value: float) -> int:
    after = bisect_left(edges, value)
    near = [index for index in (after - 1, after) if 0 <= index < len(edges)]
    return min(near, key=lambda index: abs(edges[index] - value))
