"""Rows that only name something: groups, sections whose tasks are the rows below them."""

from collections.abc import Sequence

from kehoach.importers.tables.row import NAMES, Row, line_text
from kehoach.importers.tables.row_numbers import is_below, read_row_number


def find_groups(rows: Sequence[Row]) -> list[bool]:
    """Tell for each row whether it is a group and not a task of which nothing more is said."""
    marks = [read_row_number(row.number) for row in rows]
    name_only = [row.has_only_name() for row in rows]
    kinds = {mark.kind for mark, only in zip(marks, name_only, strict=True) if mark and not only}
    said = not all(name_only)
    bold = {_is_bold(row) for row, only in zip(rows, name_only, strict=True) if not only}
    groups = []
    for i, row in enumerate(rows):
        mark, after = marks[i], marks[i + 1] if i + 1 < len(rows) else None
        if not name_only[i]:
            groups.append(row.merged and bool(row.fields))
            continue
        follows = is_below(after, mark)
        restarts = bool(mark and after and after.value == 1 and mark.kind == after.kind)
        other_kind = mark is not None and bool(kinds) and mark.kind not in kinds
        told = said and bold == {False} and _is_bold(row)
        unnumbered = said and mark is None and bool(kinds)
        groups.append(
            row.merged or follows or (said and (other_kind or restarts)) or told or unnumbered
        )
    return groups


def _is_bold(row: Row) -> bool:
    lines = [line for role in NAMES for line in row.fields.get(role, ()) if line_text(line)]
    return bool(lines) and all(line.bold for line in lines)
