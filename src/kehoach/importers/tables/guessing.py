"""Columns of a table without a header, told from what their cells say."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from kehoach.importers.tables.columns import Column, Role, settle
from kehoach.importers.tables.grid import Placed, label_of
from kehoach.importers.tables.row_numbers import read_row_number
from kehoach.importers.tables.times import is_deadline
from kehoach.importers.tables.units import begins_unit

_MOST = 0.6
_CELLS_TO_GUESS = 2


def guess_columns(grid: Sequence[Sequence[Placed]]) -> tuple[Column, ...]:
    """Tell the columns from what their cells say; no column where there are too few rows."""
    placed = sorted(
        (one for row in grid for one in row if one.first and one.end - one.start == 1),
        key=lambda one: one.start,
    )
    columns: list[Column] = []
    lengths: dict[int, float] = {}
    for start, cells in groupby(placed, key=lambda one: one.start):
        texts = [text for one in cells if (text := label_of(one))]
        if not texts:
            continue
        role = Role.OTHER
        if len(texts) >= _CELLS_TO_GUESS:
            if _share(bool(read_row_number(text)) for text in texts) >= _MOST:
                role = Role.NUMBER
            elif _share(is_deadline(text) for text in texts) >= _MOST:
                role = Role.DEADLINE
            elif _share(begins_unit(text) for text in texts) >= _MOST:
                role = Role.LEAD
                if any(column.role is Role.LEAD for column in columns):
                    role = Role.SUPPORT
        if role is Role.OTHER:
            lengths[len(columns)] = sum(map(len, texts)) / len(texts)
        columns.append(Column(role, "", start, start + 1))
    free = sorted(lengths, key=lambda i: (-lengths[i], i))[:2]
    for i, role in zip(sorted(free), (Role.TASK, Role.RESULT), strict=False):
        columns[i] = replace(columns[i], role=role)
    told = {column.role for column in columns}
    return settle(columns) if told & {Role.DEADLINE, Role.LEAD} else ()


def _share(answers: Iterable[bool]) -> float:
    told = list(answers)
    return sum(told) / len(told)
