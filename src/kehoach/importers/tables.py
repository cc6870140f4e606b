"""Tables of tasks or targets recognised: rows become sections, tasks and targets of a plan file.

Headings of columns stand in any order and wording, in one row or several; cells are merged or
split; a table goes on over pages with its header repeated or not. What a PDF flattened to lines is
read by `kehoach.importers.flattened`. A table that has no tasks or targets is kept as text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Any

from kehoach.importers.blocks import Cell, LeftOut, Line, Table
from kehoach.importers.columns import UNITS, Column, Role, is_task_table, role_of, settle
from kehoach.importers.draft import Piece, Sureness, pieces
from kehoach.importers.flattened import Header, find_header, is_deadline, read_flattened
from kehoach.importers.rows import (
    Builder,
    Row,
    begins_unit,
    has_words,
    has_words_or_percent,
    join,
    line_text,
    origins,
    plain_key,
    read_mark,
)

__all__ = ["Header", "TableResult", "find_header", "table_sections"]


@dataclass(frozen=True, slots=True)
class TableResult:
    """What a table gave: nodes (``muc``) of a plan file, what is left out, notes for the person."""

    sections: list[dict[str, Any]]
    left_out: list[LeftOut]
    notes: list[str]


HEADER = "tiêu đề cột của bảng"
REPEATED_HEADER = "tiêu đề cột lặp lại ở đầu trang"
COLUMN_NUMBERS = "số thứ tự của cột"


def table_sections(
    parts: Sequence[Table | Sequence[Line]], taken: set[str] | None = None
) -> TableResult:
    """Return the sections of one table.

    *parts* are the table and what continues it on further pages: tables, or runs of lines where a
    PDF has flattened the table; such lines are as they were broken, not joined. Codes that are in
    *taken* are not given again; those given are added. A group row is a section, its rows are the
    tasks or targets of that section; rows before or beside groups stand in a section without
    heading. Never raises.
    """
    reader = _Reader(Builder(set() if taken is None else taken))
    for part in parts:
        if isinstance(part, Table):
            reader.read_table(part)
        else:
            reader.read_lines(part)
    reader.close()
    builder = reader.builder
    unsure = sum(
        any(piece.sure is Sureness.CHECK for _, piece in pieces(item))
        for item in _items(reader.sections)
    )
    if unsure:
        builder.notes.append(f"{unsure} dòng của bảng không tách được chắc chắn, cần xem lại.")
    return TableResult(reader.sections, builder.left_out, builder.notes)


def _items(nodes: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield tasks, targets and texts, each for itself."""
    for node in nodes:
        for key in ("doan", "nhiem_vu", "chi_tieu"):
            for item in node.get(key, ()):
                yield item if isinstance(item, dict) else {"doan": item}
        yield from _items(node.get("muc", ()))


class _Reader:
    """Collects rows until a table with another header begins."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.sections: list[dict[str, Any]] = []
        self._rows: list[Row] = []
        self._columns: tuple[Column, ...] = ()
        self._header = ""
        self._year: Piece | None = None

    def close(self) -> None:
        """Make sections of the rows read so far."""
        if self._rows:
            roles = {column.role for column in self._columns}
            targets = Role.TARGET in roles and Role.TASK not in roles
            sections = self.builder.sections(self._rows, targets=targets)
            if targets and self._year and Role.DEADLINE not in roles:
                _give_deadline(sections, self._year)
            self.sections.extend(sections)
        self._rows = []

    def _text(self, lines_of_rows: Iterable[Sequence[Line]], note: str) -> None:
        said = [
            Piece(" | ".join(texts), origins(lines), Sureness.CHECK, note)
            for lines in lines_of_rows
            if (texts := [text for line in lines if (text := line_text(line))])
        ]
        if said:
            self.close()
            self.sections.append({"doan": said})

    def read_lines(self, lines: Sequence[Line]) -> None:
        """Read a run of lines."""
        found = read_flattened(lines, self._columns)
        if found is None:
            note = "Bảng này không có tiêu đề cột nhận ra được nên được giữ thành chữ."
            self._text([[line] for line in lines], note)
            return
        if found.columns != self._columns:
            self.close()
            self._columns = found.columns
            self._header = ""
        self._text([[line] for line in found.before], "Dòng chữ trước bảng.")
        self.builder.left_out.extend(found.left_out)
        for place, row in enumerate(found.rows):
            if place == 0 and not row.number and self._rows and read_mark(self._rows[-1].number):
                _append(self._rows[-1], row)
            else:
                self._rows.append(row)

    def read_table(self, table: Table) -> None:
        """Read a table, or what continues the last one."""
        grid = [row for row in _grid(table) if any(has_words_or_percent(p.lines) for p in row)]
        start, end = _find_header(grid)
        body = grid[end:]
        if end:
            self._read_header(grid[:start], grid[start:end])
        elif not self._continues(grid):
            columns = _guess_columns(grid)
            if not is_task_table(columns):
                note = (
                    "Bảng này không có cột nhiệm vụ hay chỉ tiêu nên được giữ thành chữ, "
                    "mỗi dòng một đoạn."
                )
                self._text((_own_lines(row) for row in grid), note)
                return
            self.close()
            self._columns, self._header = columns, ""
            self.builder.notes.append(
                "Bảng không có tiêu đề cột; nội dung từng cột được đoán từ chữ trong ô."
            )
        self._read_body(body)

    def _continues(self, grid: Sequence[Sequence["_Placed"]]) -> bool:
        if not self._columns or not is_task_table(self._columns):
            return False
        width = max((placed.end for row in grid for placed in row), default=0)
        return width <= max(column.end for column in self._columns)

    def _read_header(
        self, titles: Sequence[Sequence["_Placed"]], rows: Sequence[Sequence["_Placed"]]
    ) -> None:
        lines = [line for row in rows for line in _own_lines(row)]
        key = plain_key(" ".join(line_text(line) for line in lines))
        repeated = bool(self._header) and key == self._header
        self._text((_own_lines(row) for row in titles), "Dòng chữ ở đầu bảng.")
        if not repeated:
            self.close()
            self._columns = settle(_read_columns(rows))
            self._header = key
            self._year = _year_of(self._columns, lines)
        reason = REPEATED_HEADER if repeated else HEADER
        self.builder.left_out.extend(
            LeftOut(line_text(line), line.origin, reason) for line in lines if line_text(line)
        )

    def _read_body(self, grid: Sequence[Sequence["_Placed"]]) -> None:
        numbered = any(column.role is Role.NUMBER for column in self._columns)
        first = True
        for place, placed in enumerate(grid):
            lines = _own_lines(placed)
            key = plain_key(" ".join(line_text(line) for line in lines))
            reason = ""
            if self._header and key == self._header:
                reason = REPEATED_HEADER
            elif place == 0 and _counts_columns(placed):
                reason = COLUMN_NUMBERS
            if reason:
                self.builder.left_out.extend(
                    LeftOut(line_text(line), line.origin, reason)
                    for line in lines
                    if line_text(line)
                )
                continue
            row, goes_on = self._read_row(placed, numbered=numbered)
            if self._rows and (goes_on or self._goes_on(row, numbered=numbered, first=first)):
                _append(self._rows[-1], row)
            else:
                self._rows.append(row)
            first = False

    def _goes_on(self, row: Row, *, numbered: bool, first: bool) -> bool:
        """Tell whether a row only continues the one above."""
        if row.number or row.merged:
            return False
        name = [line for role in (Role.TASK, Role.TARGET) for line in row.fields.get(role, ())]
        if not has_words(name):
            return True
        text = join(name)
        if text[0].islower() or (numbered and text[0] in "-+•"):
            return True
        bold = all(line.bold for line in name)
        last = self._rows[-1]
        return first and numbered and not bold and bool(last.number) and not last.has_only_name()

    def _read_row(self, placed: Sequence["_Placed"], *, numbered: bool) -> tuple[Row, bool]:
        """Return the row, and whether it is a part of the row above that shares its name."""
        row = Row()
        name = Role.TASK if any(c.role is Role.TASK for c in self._columns) else Role.TARGET
        own = [one for one in placed if one.first and has_words_or_percent(one.lines)]
        beside = {Role.NUMBER, Role.REMARK}
        wide = [one for one in own if self._role_at(one)[0] not in beside]
        if len(wide) == 1 and self._is_wide(wide[0]):
            return self._wide_row(own, wide[0], name), False
        shares = False
        for one in placed:
            if not has_words_or_percent(one.lines):
                continue
            role, label = self._role_at(one)
            if not one.first and role in {Role.NUMBER, name}:
                shares = shares or role is name
                continue
            self._put(row, role, label, one)
        if shares:
            # Only what is new in this row: what covers both rows is there already.
            row = Row()
            for one in own:
                self._put(row, *self._role_at(one), one)
            row.sure = Sureness.CHECK
            row.note = "Tên nhiệm vụ này đứng chung cho nhiều dòng của bảng gốc."
        if not numbered:
            _part_number(row, name)
        return row, shares

    def _wide_row(self, own: Iterable["_Placed"], wide: "_Placed", name: Role) -> Row:
        """Return a row one cell of which goes over all columns that say something of a task."""
        row = Row(merged=True)
        row.fields[name] = list(wide.lines)
        for one in own:
            if one is not wide:
                self._put(row, *self._role_at(one), one)
        if Role.NUMBER not in row.fields:
            _part_number(row, name)
        return row

    def _put(self, row: Row, role: Role, label: str, one: "_Placed") -> None:
        if role is Role.OTHER or role in row.fields:
            row.others.append(("" if role in row.fields else label, list(one.lines)))
        else:
            row.fields[role] = list(one.lines)
        covered = {c.role for c in self._columns if c.start < one.end and one.start < c.end}
        if role is not Role.NUMBER and len(covered - {Role.NUMBER}) > 1:
            row.sure = Sureness.CHECK
            row.note = "Một ô của dòng này gộp nhiều cột của bảng gốc."

    def _role_at(self, placed: "_Placed") -> tuple[Role, str]:
        overlaps = [
            (min(c.end, placed.end) - max(c.start, placed.start), -c.start, c)
            for c in self._columns
            if c.start < placed.end and placed.start < c.end
        ]
        if not overlaps:
            return Role.OTHER, ""
        # A cell over several columns goes to the first of them.
        first = min((column for _, _, column in overlaps), key=lambda column: column.start)
        if first.role is Role.NUMBER and len(overlaps) > 1:
            rest = [column for _, _, column in overlaps if column is not first]
            first = min(rest, key=lambda column: column.start)
        return first.role, first.label

    def _is_wide(self, placed: "_Placed") -> bool:
        """Tell whether a cell goes over all columns but those of number and remark."""
        beside = {Role.NUMBER, Role.REMARK}
        others = [column for column in self._columns if column.role not in beside]
        if len(others) < 2:  # noqa: PLR2004  (nothing to go over)
            return False
        covered = [c for c in others if c.start < placed.end and placed.start < c.end]
        return len(covered) == len(others)


def _append(row: Row, more: Row) -> None:
    """Add the cells of *more* to those of the row that it continues."""
    for role, lines in more.fields.items():
        if role is Role.NUMBER and has_words(row.fields.get(role, ())):
            row.others.append(("", lines))
            continue
        before = row.fields.setdefault(role, [])
        if before and role not in UNITS:
            before[-1] = replace(before[-1], broken=not more.note)
        before.extend(lines)
    row.others.extend(more.others)
    if more.sure is Sureness.CHECK:
        row.sure, row.note = more.sure, more.note


_LEADING_NUMBER = re.compile(
    r"(?P<number>[IVX]{1,6}|[A-H]|[0-9]{1,3}(?:\.[0-9]{1,2}){0,3})(?P<close>[.)/:-]+\s*|\s+)(?=\S)"
)


def _part_number(row: Row, role: Role) -> None:
    """Part the number from a name that begins with one: ``II. Hạ tầng số``."""
    lines = [line for line in row.fields.get(role, ()) if line_text(line)]
    if not lines or Role.NUMBER in row.fields:
        return
    text = line_text(lines[0])
    match = _LEADING_NUMBER.match(text)
    if not match or not read_mark(match["number"]):
        return
    # "100 hộ dân" and "I nhóm" have no sign behind the figure.
    if not match["close"].strip() and "." not in match["number"]:
        return
    row.fields[Role.NUMBER] = [replace(lines[0], text=match["number"], number="")]
    row.fields[role] = [replace(lines[0], text=text[match.end() :], number=""), *lines[1:]]


# The grid: every row with all the cells that cover it.


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell in a row that it covers; ``first`` where that row is its own."""

    cell: Cell
    start: int
    end: int
    first: bool

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.cell.lines


def _grid(table: Table) -> list[list[_Placed]]:
    """Return the rows of *table* from left to right, with the cells that reach down into them."""
    grid: list[list[_Placed]] = []
    reaching: list[tuple[_Placed, int]] = []
    for cells in table.rows:
        own = [
            _Placed(cell, cell.column, cell.column + max(1, cell.columns), first=True)
            for cell in cells
        ]
        # Where a broken file has both, the row's own cell stands.
        taken = {(one.start, one.end) for one in own}
        from_above = [
            replace(placed, first=False)
            for placed, left in reaching
            if left > 0 and (placed.start, placed.end) not in taken
        ]
        grid.append(sorted([*own, *from_above], key=lambda placed: placed.start))
        reaching = [(placed, left - 1) for placed, left in reaching if left > 1]
        reaching.extend((one, one.cell.rows - 1) for one in own if one.cell.rows > 1)
    return grid


def _own_lines(row: Iterable[_Placed]) -> list[Line]:
    return [line for placed in row if placed.first for line in placed.lines]


def _label(placed: _Placed) -> str:
    return " ".join(text for line in placed.lines if (text := line_text(line)))


# The header


_ROWS_BEFORE = 6
_HEADING_WORDS = 14
_HEADER_ROWS = 4


def _find_header(grid: Sequence[Sequence[_Placed]]) -> tuple[int, int]:
    """Return which rows [start, end) are the header; (0, 0) without one."""
    for start, row in enumerate(grid[:_ROWS_BEFORE]):
        if not _is_header(row):
            continue
        end = start + 1
        while end < min(len(grid), start + _HEADER_ROWS) and _is_header_below(grid, start, end):
            end += 1
        return start, end
    return 0, 0


def _is_header(row: Sequence[_Placed]) -> bool:
    labels = [label for placed in row if (label := _label(placed))]
    if any(len(label.split()) > _HEADING_WORDS for label in labels):
        return False
    roles = [role_of(label) for label in labels]
    known = set(roles) - {Role.OTHER}
    enough = len(known) > 1 and bool(known - {Role.NUMBER, Role.REMARK})
    return enough and sum(role is not Role.OTHER for role in roles) * 2 >= len(roles)


def _is_header_below(grid: Sequence[Sequence[_Placed]], start: int, place: int) -> bool:
    """Tell whether a row below a header parts its headings further."""
    own = [placed for placed in grid[place] if placed.first and _label(placed)]
    if not own:
        return True
    if _counts_columns(grid[place]) or any(
        len(_label(placed).split()) > _HEADING_WORDS for placed in own
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
    roles = [role_of(_label(placed)) for placed in own]
    return Role.OTHER not in roles and (below_parted or len(roles) > 1)


def _read_columns(rows: Sequence[Sequence[_Placed]]) -> list[Column]:
    """Return the columns under the headings of *rows*, the lowest heading first to decide."""
    cells = [placed for row in rows for placed in row if _label(placed)]
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
        labels = [_label(placed) for placed in over]
        roles = [role for label in reversed(labels) if (role := role_of(label)) is not Role.OTHER]
        label = " - ".join(dict.fromkeys(labels))
        columns.append(Column(roles[0] if roles else role_of(label), label, start, end))
        stacks.append(stack)
    return columns


_COLUMN_NUMBER = re.compile(r"\(?(?:[0-9]{1,2}|[A-K])\)?")
_COUNTED = 3


def _counts_columns(row: Sequence[_Placed]) -> bool:
    """Tell whether a row only counts the columns: (1) (2) (3)."""
    labels = [label for placed in row if placed.first and (label := _label(placed))]
    figures = [int(label.strip("()")) for label in labels if label.strip("()").isdecimal()]
    return (
        len(labels) >= _COUNTED
        and all(_COLUMN_NUMBER.fullmatch(label) for label in labels)
        and len(figures) >= len(labels) - 2
        and all(after == before + 1 for before, after in pairwise(figures))
    )


_YEAR = re.compile(r"năm [0-9]{4}", re.IGNORECASE)


def _year_of(columns: Iterable[Column], lines: Sequence[Line]) -> Piece | None:
    """Return the year that heads the figures of targets, which is when they are due."""
    for column in columns:
        if column.role is Role.FIGURE and (year := _YEAR.search(column.label)):
            return Piece(
                year[0],
                origins(lines),
                Sureness.LIKELY,
                "Hạn lấy từ tiêu đề cột của bảng gốc.",
            )
    return None


_BEHIND_DEADLINE = ("chu_tri", "phoi_hop", "ghi_chu", "chi_tieu")


def _give_deadline(nodes: Iterable[dict[str, Any]], year: Piece) -> None:
    for node in nodes:
        for target in node.get("chi_tieu", ()):
            if "muc_dat" in target and "han" not in target:
                behind = {key: target.pop(key) for key in _BEHIND_DEADLINE if key in target}
                target.update({"han": year, **behind})
        _give_deadline(node.get("muc", ()), year)


# Columns without a header


_MOST = 0.6
_CELLS_TO_GUESS = 2


def _guess_columns(grid: Sequence[Sequence[_Placed]]) -> tuple[Column, ...]:
    """Tell the columns from what their cells say; no column where there are too few rows."""
    placed = sorted(
        (one for row in grid for one in row if one.first and one.end - one.start == 1),
        key=lambda one: one.start,
    )
    columns: list[Column] = []
    lengths: dict[int, float] = {}
    for start, cells in groupby(placed, key=lambda one: one.start):
        texts = [text for one in cells if (text := _label(one))]
        if not texts:
            continue
        role = Role.OTHER
        if len(texts) >= _CELLS_TO_GUESS:
            if _share(bool(read_mark(text)) for text in texts) >= _MOST:
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
