"""The header of a flattened table, whose headings stand one after the other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.importers.blocks import Line
from kehoach.importers.marks import read_mark
from kehoach.importers.tables.columns import UNITS, Column, Role, is_task_table, scan_labels, settle
from kehoach.importers.tables.flattened.numbers import leading_mark
from kehoach.importers.tables.row import line_text

_HEADER_LINES = 30
_ROLES_OF_A_HEADER = 3
_KNOWN_SHARE = 0.7
_WORDS_TO_TRY = 8
_WORDS_OF_A_HEADER = 120
_WORDS_OF_A_LINE = 20
_NEARLY_ALL = 0.9
_SENTENCE_ENDS = (".", ":", ";")
_COUNT = re.compile(r"(?:S?TT|Số TT|Số thứ tự)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a flattened table: its columns and which lines [start, end) it takes.

    ``share`` is how many of its words are headings, 0.0 to 1.0.
    """

    columns: tuple[Column, ...]
    start: int
    end: int
    share: float


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
            and (settled[0].role is Role.NUMBER or Role.NUMBER not in roles)
        ):
            return Header(settled, i, end, share)
    return None


def stands_alone(header: Header, lines: Sequence[Line]) -> bool:
    """Tell whether a *header* found in *lines* cannot be prose or headings of sections.

    It begins with the heading of the number column; or all its lines are short, none is a sentence
    or an item, nearly all their words are headings, and somebody is to do something by when.
    """
    texts = [line_text(line) for line in lines[header.start : header.end]]
    if _COUNT.match(texts[0]):
        return True
    roles = {column.role for column in header.columns}
    return (
        header.share >= _NEARLY_ALL
        and bool(roles & UNITS)
        and bool(roles & {Role.DEADLINE, Role.RESULT})
        and not any(read_mark(text) or text.endswith(_SENTENCE_ENDS) for text in texts)
        and all(len(text.split()) <= _WORDS_OF_A_LINE for text in texts)
    )


def _first_row(lines: Sequence[Line], start: int) -> int | None:
    for i in range(start, min(len(lines), start + _HEADER_LINES)):
        found = leading_mark(line_text(lines[i]))
        if found and found[0].value == 1 and set(found[0].above) <= {1}:
            return i
    return None
