"""Rows of a table whose cells name their values: groups, tasks and targets of an annex."""

from collections.abc import Sequence
from dataclasses import replace

from kehoach.importers.blocks import Cell, Line, Table
from kehoach.importers.context import Context
from kehoach.importers.draft import Piece, Sureness
from kehoach.importers.labels import Assignment, label_kind
from kehoach.importers.named import STRUCTURE, NamedLine, Stretch, named_line
from kehoach.importers.named_body import Draft, NamedBody
from kehoach.importers.passages import Passage, numbered, passage
from kehoach.importers.tables.reading import HEADER

_ADDED_ROW = "dòng thêm vào sau khi kết xuất"
_REMARK = "ghi chú"


def read_rows(table: Table, body: NamedBody) -> None:
    """Read every row of *table*; a row that a person added is a task like the one above it."""
    rows = list(table.rows)
    columns: dict[int, str] = {}
    if rows and not any(line.named for cell in rows[0] for line in cell.lines):
        header = rows.pop(0)
        columns = _columns(header, body.context)
        for line in (line for cell in header for line in cell.lines):
            body.context.leave(passage(line), HEADER)
    level = 1
    for row in rows:
        lines = [(cell, line) for cell in row if cell.column for line in cell.lines]
        number = " ".join(line.text or line.number for line in _number_lines(row)).strip(" .")
        named = [(cell, read) for cell, line in lines if (read := named_line(line))]
        head = next(((c, one) for c, one in named if one.key in STRUCTURE), None)
        if head is not None:
            level = head[1].level
            _item(row, head, number, columns, body)
        elif len({cell.column for cell, _ in lines}) > 1:
            _added(row, level, number, columns, body)
        else:
            for line in (line for cell in row for line in cell.lines):
                if read := named_line(line):
                    body.line(read)
                else:
                    body.plain(line)


def _columns(header: Sequence[Cell], context: Context) -> dict[int, str]:
    found = {}
    for cell in header:
        text = " ".join(line.text for line in cell.lines)
        kind = label_kind(text, context.keywords) or ("ghi_chu" if text.lower() == _REMARK else "")
        if kind:
            found[cell.column] = kind
    return found


def _number_lines(row: Sequence[Cell]) -> list[Line]:
    return [line for cell in row if not cell.column for line in cell.lines]


def _item(
    row: Sequence[Cell],
    head: tuple[Cell, NamedLine],
    number: str,
    columns: dict[int, str],
    body: NamedBody,
) -> None:
    """Open the section, task or target of a row and give it the values of the other cells."""
    head_cell, line = head
    if number:
        source = passage(_number_lines(row)[0])
        line = replace(line, prefix=source)
    match line.key:
        case "de_muc":
            draft = body.section(line, number).draft
        case "nhiem_vu" | "viec":
            draft = body.task(line, number)
        case _:
            draft = body.target(line, number)
    for cell in row:
        for one in cell.lines if cell.column else ():
            read = named_line(one)
            if read and read.key in STRUCTURE and cell is head_cell:
                continue
            _value(draft, cell, one, read, columns, body)


def _value(  # noqa: PLR0913, PLR0917  (what a line of a cell may mean)
    draft: Draft,
    cell: Cell,
    line: Line,
    read: NamedLine | None,
    columns: dict[int, str],
    body: NamedBody,
) -> None:
    if read and read.take_labels(body.context, ()):
        own = Stretch(read.key, read.level, read.text)
        body.values(draft, replace(read, values=(own, *read.values)))
    elif kind := columns.get(cell.column):
        _cell_value(draft, kind, passage(line), body)
    else:
        body.plain(line)


def _cell_value(draft: Draft, kind: str, text: Passage, body: NamedBody) -> None:
    if kind in draft and kind == "ghi_chu":
        draft[kind] = replace(draft[kind], text=f"{draft[kind].text}; {text.text}")
    elif kind == "ghi_chu":
        draft[kind] = text.piece()
    else:
        body.assign(draft, Assignment(kind, text.cut(0, 0), text.without(".;, ")))


def _added(
    row: Sequence[Cell], level: int, number: str, columns: dict[int, str], body: NamedBody
) -> None:
    """Read a row that names nothing by the headings of its columns."""
    names = [c for c in row if c.column and c.lines and c.column not in columns]
    first = names[0].lines[0] if names else next(line for c in row for line in c.lines)
    text = numbered(first) if first.number else passage(first)
    nothing = Passage("", ())
    prefix = passage(_number_lines(row)[0]) if number else nothing
    line = NamedLine(text, prefix, "nhiem_vu", level, text, (), ())
    draft = body.task(line, number)
    draft["ten"] = Piece(draft["ten"].text, draft["ten"].origins, Sureness.CHECK, _ADDED_ROW)
    for cell in row:
        for one in cell.lines if cell.column else ():
            if one is not first:
                _value(draft, cell, one, named_line(one), columns, body)
