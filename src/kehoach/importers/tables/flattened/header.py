"""The header of a flattened table, whose headings stand one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.importers.blocks import Line
from kehoach.importers.tables.columns import Column, Role, is_task_table, scan_labels, settle
from kehoach.importers.tables.flattened.numbers import leading_mark
from kehoach.importers.tables.row import line_text

_HEADER_LINES = 30
_ROLES_OF_A_HEADER = 3
_KNOWN_SHARE = 0.7
_WORDS_TO_TRY = 8
_WORDS_OF_A_HEADER = 120


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a flattened table: its columns and which lines [start, end) it takes."""

    columns: tuple[Column, ...]
    start: int
    end: int


def find_header(lines: Sequence[Line], start: int = 0) -> Header | None:
    """Return the first header of a flattened table in *lines* from *start* on, None without one.

    Its first word heads a column, most of its words are headings, and the number of a first row
    follows it.
    """
    for i in range(start, len(lines)):
        columns, share = scan_labels(" ".join(line_text(lines[i]).split()[:_WORDS_TO_TRY]))
        if not columns or columns[0].role is Role.OTHER or not share:
            continue
        end = _first_row(lines, i + 1)
        if end is None:
            continue
        words = [word for line in lines[i:end] for word in line_text(line).split()]
        if len(words) > _WORDS_OF_A_HEADER:
            continue
        columns, share = scan_labels(" ".join(words))
        settled = settle(columns)
        roles = {column.role for column in settled} - {Role.OTHER}
        if (
            share >= _KNOWN_SHARE
            and len(roles) >= _ROLES_OF_A_HEADER
            and is_task_table(settled)
            and settled[0].role in {Role.NUMBER, Role.TASK, Role.TARGET}
            and (settled[0].role is Role.NUMBER or Role.NUMBER not in roles)
        ):
            return Header(settled, i, end)
    return None


def _first_row(lines: Sequence[Line], start: int) -> int | None:
    for i in range(start, min(len(lines), start + _HEADER_LINES)):
        found = leading_mark(line_text(lines[i]))
        if found and found[0].value == 1 and set(found[0].above) <= {1}:
            return i
    return None
