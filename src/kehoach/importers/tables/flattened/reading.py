"""Tables that a PDF flattened to text: rows and cells told apart again.

Such a text has the cells of a row one after the other, each as its broken lines; cells of one line
may share a line with their neighbours::

    1.2 Tổ chức tập huấn          ← number and name
    Tối thiểu 01 lớp              ← deliverable
    Quý IV/2025 Phòng VH-XH       ← deadline and lead

A row begins at its number. Its lines are dealt out to the columns of the header, in their order,
so that the whole fits best: deadlines read as deadlines, names of units begin and end as such, and
a line breaks only where the next word would not have fitted in. How wide the columns are is
learned from the rows themselves.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kehoach.importers.blocks import LeftOut, Line
from kehoach.importers.tables.columns import Column, Role, is_task_table
from kehoach.importers.tables.flattened.cells import deal_out
from kehoach.importers.tables.flattened.header import find_header
from kehoach.importers.tables.flattened.rows import row_chunks
from kehoach.importers.tables.row import Row, line_text
from kehoach.language.fold import fold


@dataclass
class Flattened:
    """What a run of lines gave: the lines before the header, its columns, the rows."""

    before: list[Line]
    columns: tuple[Column, ...]
    rows: list[Row]
    left_out: list[LeftOut] = field(default_factory=list)


def read_flattened(lines: Sequence[Line], columns: tuple[Column, ...] = ()) -> Flattened | None:
    """Read a run of lines as a table; None where no header is found and no *columns* are given.

    *columns* are those of the table that the run continues.
    """
    header = find_header(lines)
    left_out: list[LeftOut] = []
    before: list[Line] = []
    rest = list(lines)
    words = ""
    if header:
        before = list(lines[: header.start])
        columns = header.columns
        head = lines[header.start : header.end]
        words = _key(head)
        left_out.extend(LeftOut(line.text, line.origin, "tiêu đề cột của bảng") for line in head)
        rest = list(lines[header.end :])
    elif not is_task_table(columns):
        return None
    chunks = row_chunks(rest, words, left_out)
    rows = deal_out(chunks, [c for c in columns if c.role is not Role.NUMBER])
    return Flattened(before, columns, rows, left_out)


def _key(lines: Iterable[Line]) -> str:
    return fold(" ".join(line_text(line) for line in lines))
