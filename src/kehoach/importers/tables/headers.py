"""Which rows of a table are its header, and the columns under their headings."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kehoach.importers.blocks import Cell
from kehoach.importers.tables.columns import Column, Role, role_of
from kehoach.importers.tables.grid import Placed, label_of

_ROWS_BEFORE = 6
_HEADING_WORDS = 14
_HEADER_ROWS = 4


def header_rows(grid: Sequence[Sequence[Placed]]) -> tuple[int, int]:
    """Return which rows [start, end) are the header; (0, 0) without one."""
    for start, row in enumerate(grid[:_ROWS_BEFORE]):
        if not _is_header(row):
            continue
        end = start + 1
        while end < min(len(grid), start + _HEADER_ROWS) and _is_header_below(grid, start, end):
            end += 1
        return start, end
    return 0, 0


def _is_header(row: Sequence[Placed]) -> bool:
    labels = [label for placed in row if (label := label_of(placed))]
    if any(len(label.split()) > _HEADING_WORDS for label in labels):
        return False
    roles = [role_of(label) for label in labels]
    known = set(roles) - {Role.OTHER}
    enough = len(known) > 1 and bool(known - {Role.NUMBER, Role.REMARK})
    return enough and sum(role is not Role.OTHER for role in roles) * 2 >= len(roles)


def _is_header_below(grid: Sequence[Sequence[Placed]], start: int, place: int) -> bool:
    """Tell whether a row below a header parts its headings further."""
    own = [placed for placed in grid[place] if placed.first and label_of(placed)]
    if not own:
        return True
    if counts_columns(grid[place]) or any(
        len(label_of(placed).split()) > _HEADING_WORDS for placed in own
    ):
        return False
    above = [placed for row in grid[start:place] for placed in row if placed.first]
    parted = [placed for placed in above if placed.end - placed.start > 1]
    below_parted = all(
        any(one.start <= placed.start and placed.end <= one.end for one in parted) for placed in own
    )
    reached = any(not placed.first for placed in grid[place])
    if below_parted and reached:
        return True
    roles = [role_of(label_of(placed)) for placed in own]
    return Role.OTHER not in roles and (below_parted or len(roles) > 1)


def read_columns(rows: Sequence[Sequence[Placed]]) -> list[Column]:
    """Return the columns under the headings of *rows*, the lowest heading first to decide."""
    cells = [placed for row in rows for placed in row if label_of(placed)]
    edges = sorted({edge for placed in cells for edge in (placed.start, placed.end)})
    columns: list[Column] = []
    stacks: list[tuple[Cell, ...]] = []
    for start, end in pairwise(edges):
        over = [p for p in cells if p.first and p.start <= start and end <= p.end]
        stack = tuple(placed.cell for placed in over)
        if not over:
            continue
        if stacks and stack == stacks[-1] and columns[-1].end == start:
            columns[-1] = replace(columns[-1], end=end)
            continue
        labels = [label_of(placed) for placed in over]
        roles = [role for label in reversed(labels) if (role := role_of(label)) is not Role.OTHER]
        label = " - ".join(dict.fromkeys(labels))
        columns.append(Column(roles[0] if roles else role_of(label), label, start, end))
        stacks.append(stack)
    return columns


_COLUMN_NUMBER = re.compile(r"\(?(?:[0-9]{1,2}|[A-K])\)?")
_COUNTED = 3


def counts_columns(row: Sequence[Placed]) -> bool:
    """Tell whether a row only counts the columns: (1) (2) (3)."""
    labels = [label for placed in row if placed.first and (label := label_of(placed))]
    if len(labels) < _COUNTED or not all(_COLUMN_NUMBER.fullmatch(label) for label in labels):
        return False
    figures = [int(label.strip("()")) for label in labels if label.strip("()").isdecimal()]
    return len(figures) >= len(labels) - 2 and all(
        after == before + 1 for before, after in pairwise(figures)
    )
