"""Tables as text (.csv, .tsv): one table, the delimiter found out, encodings as of plain text."""

import csv
import io
from pathlib import Path

from kehoach.importers.blocks import SourceText
from kehoach.importers.readers.decoding import read_text
from kehoach.importers.readers.refusal import MEGABYTE, read_bytes, refused
from kehoach.importers.readers.sheet.grid import Content, Position, make_table
from kehoach.importers.readers.sheet.workbook import MOST_COLUMNS, MOST_ROWS

ENDINGS: tuple[str, ...] = (".csv", ".tsv")

LARGEST_FILE = 20 * MEGABYTE

_DELIMITERS = ";,\t|"  # Excel in Vietnamese writes semicolons: the comma is for decimals
_SAMPLE_ROWS = 200


def read(file: Path, name: str) -> SourceText:
    """Read the table *file*, called *name* in origins. Raises `SourceError`.

    The line of an origin is the line of the file on which the row begins.
    """
    text, notes = read_text(read_bytes(file, name, LARGEST_FILE), name)
    first, _, rest = text.partition("\n")
    delimiter = _delimiter(text)
    skipped = 0
    if first.lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        delimiter, text, skipped = first.strip()[-1], rest, 1  # a word to Excel, not of the table
    cells: dict[Position, Content] = {}
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    begins = skipped
    try:
        for count, row in enumerate(reader):
            if count >= MOST_ROWS or len(row) > MOST_COLUMNS:
                message = f"bảng quá lớn (giới hạn {MOST_ROWS} hàng, {MOST_COLUMNS} cột)"
                raise refused(name, message, "chỉ giữ lại phần bảng của kế hoạch rồi lưu lại")
            for column, value in enumerate(row):
                cells[begins, column] = Content(value)
            begins = reader.line_num + skipped
    except csv.Error:
        message = f"bảng hỏng ở gần dòng {reader.line_num + skipped + 1}"
        raise refused(name, message, "xem lại dấu ngoặc kép ở dòng này") from None
    table = make_table(cells, (), name, 0)
    if table is None:
        raise refused(name, "tệp không có ô nào có chữ", "kiểm tra lại tệp")
    return SourceText(name, (table,), notes=notes)


def _delimiter(text: str) -> str:
    """Return the delimiter that gives most rows the same number of cells, more than one."""
    lines = text.split("\n")[:_SAMPLE_ROWS]
    best, best_score = _DELIMITERS[0], 0
    for delimiter in _DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=delimiter) if row]
        except csv.Error:
            continue
        usual = max(set(widths), key=widths.count, default=1)
        score = 0 if usual == 1 else widths.count(usual) * 100 + usual
        if score > best_score:
            best, best_score = delimiter, score
    return best
