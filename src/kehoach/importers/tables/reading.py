"""Tables of tasks or targets recognised: rows become sections, tasks and targets of a plan file.

Headings of columns stand in any order and wording, in one row or several; cells are merged or
split; a table goes on over pages with its header repeated or not. What a PDF flattened to lines is
read by `kehoach.importers.tables.flattened`. A table that has no tasks or targets is kept as text.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kehoach.importers.blocks import LeftOut, Line, Table
from kehoach.importers.draft import Piece, Sureness, pieces
from kehoach.importers.tables.arranging import arrange
from kehoach.importers.tables.columns import Column, Role, is_task_table, settle
from kehoach.importers.tables.flattened.reading import read_flattened
from kehoach.importers.tables.grid import Placed, grid_of, own_lines
from kehoach.importers.tables.grid_rows import read_row
from kehoach.importers.tables.guessing import guess_columns
from kehoach.importers.tables.headers import counts_columns, header_rows, read_columns
from kehoach.importers.tables.nodes import Builder
from kehoach.importers.tables.row import (
    Row,
    has_words,
    has_words_or_percent,
    join,
    line_text,
    origins,
    plain_key,
)
from kehoach.importers.tables.row_numbers import read_row_number
from kehoach.importers.tables.row_parts import append_to
from kehoach.importers.tables.years import give_deadline, year_of


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
            sections = arrange(self.builder, self._rows, targets=targets)
            if targets and self._year and Role.DEADLINE not in roles:
                give_deadline(sections, self._year)
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
            if (
                place == 0
                and not row.number
                and self._rows
                and read_row_number(self._rows[-1].number)
            ):
                append_to(self._rows[-1], row)
            else:
                self._rows.append(row)

    def read_table(self, table: Table) -> None:
        """Read a table, or what continues the last one."""
        grid = [row for row in grid_of(table) if any(has_words_or_percent(p.lines) for p in row)]
        start, end = header_rows(grid)
        body = grid[end:]
        if end:
            self._read_header(grid[:start], grid[start:end])
        elif not self._continues(grid):
            columns = guess_columns(grid)
            if not is_task_table(columns):
                note = (
                    "Bảng này không có cột nhiệm vụ hay chỉ tiêu nên được giữ thành chữ, "
                    "mỗi dòng một đoạn."
                )
                self._text((own_lines(row) for row in grid), note)
                return
            self.close()
            self._columns, self._header = columns, ""
            self.builder.notes.append(
                "Bảng không có tiêu đề cột; nội dung từng cột được đoán từ chữ trong ô."
            )
        self._read_body(body)

    def _continues(self, grid: Sequence[Sequence[Placed]]) -> bool:
        if not self._columns or not is_task_table(self._columns):
            return False
        width = max((placed.end for row in grid for placed in row), default=0)
        return width <= max(column.end for column in self._columns)

    def _read_header(
        self, titles: Sequence[Sequence[Placed]], rows: Sequence[Sequence[Placed]]
    ) -> None:
        lines = [line for row in rows for line in own_lines(row)]
        key = plain_key(" ".join(line_text(line) for line in lines))
        repeated = bool(self._header) and key == self._header
        self._text((own_lines(row) for row in titles), "Dòng chữ ở đầu bảng.")
        if not repeated:
            self.close()
            self._columns = settle(read_columns(rows))
            self._header = key
            self._year = year_of(self._columns, lines)
        reason = REPEATED_HEADER if repeated else HEADER
        self.builder.left_out.extend(
            LeftOut(line_text(line), line.origin, reason) for line in lines if line_text(line)
        )

    def _read_body(self, grid: Sequence[Sequence[Placed]]) -> None:
        numbered = any(column.role is Role.NUMBER for column in self._columns)
        first = True
        for place, placed in enumerate(grid):
            lines = own_lines(placed)
            key = plain_key(" ".join(line_text(line) for line in lines))
            reason = ""
            if self._header and key == self._header:
                reason = REPEATED_HEADER
            elif place == 0 and counts_columns(placed):
                reason = COLUMN_NUMBERS
            if reason:
                self.builder.left_out.extend(
                    LeftOut(line_text(line), line.origin, reason)
                    for line in lines
                    if line_text(line)
                )
                continue
            row, goes_on = read_row(placed, self._columns)
            if self._rows and (goes_on or self._goes_on(row, numbered=numbered, first=first)):
                append_to(self._rows[-1], row)
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
