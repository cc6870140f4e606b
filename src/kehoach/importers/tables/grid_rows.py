"""Rows of a grid as rows of tasks: each cell under the column that it stands in."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from kehoach.importers.draft import Sureness
from kehoach.importers.tables.columns import Column, Role
from kehoach.importers.tables.grid import Placed
from kehoach.importers.tables.row import Row, has_words_or_percent
from kehoach.importers.tables.row_parts import part_number

Columns = Sequence[Column]


def read_row(placed: Sequence[Placed], columns: Columns) -> tuple[Row, bool]:
    """Return the row, and whether it is a part of the row above that shares its name."""
    row = Row()
    name = Role.TASK if any(c.role is Role.TASK for c in columns) else Role.TARGET
    own = [one for one in placed if one.first and has_words_or_percent(one.lines)]
    beside = {Role.NUMBER, Role.REMARK}
    wide = [one for one in own if _role_at(columns, one)[0] not in beside]
    if len(wide) == 1 and _is_wide(columns, wide[0]):
        return _wide_row(columns, own, wide[0], name), False
    shares = False
    for one in placed:
        if not has_words_or_percent(one.lines):
            continue
        role, label = _role_at(columns, one)
        if not one.first and role in {Role.NUMBER, name}:
            shares = shares or role is name
            continue
        _put(columns, row, role, label, one)
    if shares:
        # Only what is new in this row: what covers both rows is there already.
        row = Row()
        for one in own:
            _put(columns, row, *_role_at(columns, one), one)
        row.sure = Sureness.CHECK
        row.note = "Tên nhiệm vụ này đứng chung cho nhiều dòng của bảng gốc."
    if all(column.role is not Role.NUMBER for column in columns):
        part_number(row, name)
    return row, shares


def _wide_row(columns: Columns, own: Iterable[Placed], wide: Placed, name: Role) -> Row:
    """Return a row one cell of which goes over all columns that say something of a task."""
    row = Row(merged=True)
    row.fields[name] = list(wide.lines)
    for one in own:
        if one is not wide:
            _put(columns, row, *_role_at(columns, one), one)
    if Role.NUMBER not in row.fields:
        part_number(row, name)
    return row


def _put(columns: Columns, row: Row, role: Role, label: str, one: Placed) -> None:
    if role is Role.OTHER or role in row.fields:
        row.others.append(("" if role in row.fields else label, list(one.lines)))
    else:
        row.fields[role] = list(one.lines)
    covered = {column.role for column in _over(columns, one)}
    if role is not Role.NUMBER and len(covered - {Role.NUMBER}) > 1:
        row.sure = Sureness.CHECK
        row.note = "Một ô của dòng này gộp nhiều cột của bảng gốc."


def _role_at(columns: Columns, placed: Placed) -> tuple[Role, str]:
    """Return what the cell holds, and the heading over it."""
    over = _over(columns, placed)
    if not over:
        return Role.OTHER, ""
    # A cell over several columns goes to the first of them that is no number.
    first = over[1] if over[0].role is Role.NUMBER and len(over) > 1 else over[0]
    return first.role, first.label


def _over(columns: Columns, placed: Placed) -> Columns:
    """Return the columns, which stand from left to right, that the cell covers a part of."""
    first = bisect_right(columns, placed.start, key=lambda column: column.end)
    return columns[first : bisect_left(columns, placed.end, key=lambda column: column.start)]


def _is_wide(columns: Columns, placed: Placed) -> bool:
    """Tell whether a cell goes over all columns but those of number and remark."""
    beside = {Role.NUMBER, Role.REMARK}
    others = sum(column.role not in beside for column in columns)
    if others < 2:  # noqa: PLR2004  (nothing to go over)
        return False
    return sum(column.role not in beside for column in _over(columns, placed)) == others
