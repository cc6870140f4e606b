"""Excel files (.xlsx): each sheet with text a table, cells as Excel last showed them.

The page of an origin is the position of the sheet, its line the row. Hidden rows are read, hidden
sheets are left out; both are named in the notes.
"""

from collections.abc import Iterator
from pathlib import Path

from kehoach.importers.blocks import LeftOut, Origin, SourceText, Table
from kehoach.importers.readers.archive import LARGEST_FILE, open_archive
from kehoach.importers.readers.office import Package
from kehoach.importers.readers.refusal import read_bytes, refused
from kehoach.importers.readers.sheet.grid import make_table
from kehoach.importers.readers.sheet.workbook import Sheet, Workbook

ENDINGS: tuple[str, ...] = (".xlsx",)

SHEET_NAME = "tên trang tính"
HIDDEN_SHEET = "trang tính ẩn"
COMMENT = "ý kiến ghi trong ô"

_MAIN = "xl/workbook.xml"
_MOST_NAMED = 5


def read(file: Path, name: str) -> SourceText:
    """Read the Excel *file*, called *name* in origins. Raises `SourceError`."""
    data = read_bytes(file, name, LARGEST_FILE)
    tables: list[Table] = []
    left_out: list[LeftOut] = []
    notes: list[str] = []
    with open_archive(data, name) as archive:
        package = Package(archive, name, _MAIN)
        for page, sheet in enumerate(Workbook(package, name).sheets(), 1):
            table = make_table(sheet.cells, sheet.merged, name, page)
            notes += _remarks(sheet)
            left_out.append(LeftOut(sheet.name, Origin(name, page, 1), SHEET_NAME))
            for row, text in sheet.comments:
                left_out.append(LeftOut(text, Origin(name, page, row), COMMENT))
            if table is None:
                continue
            if sheet.hidden:
                left_out += _rows(table)
            else:
                tables.append(table)
        if package.has_macros:
            notes.append("tệp có macro; chương trình không đọc và không chạy macro")
    if not tables:
        raise refused(name, "tệp Excel không có ô nào có chữ", "kiểm tra lại tệp")
    return SourceText(name, tuple(tables), tuple(left_out), tuple(notes))


def _rows(table: Table) -> Iterator[LeftOut]:
    for row in table.rows:
        lines = [line for cell in row for line in cell.lines]
        if lines:
            text = " | ".join(line.text for line in lines)
            yield LeftOut(text, lines[0].origin, HIDDEN_SHEET)


def _remarks(sheet: Sheet) -> Iterator[str]:
    if sheet.hidden:
        yield f"trang tính “{sheet.name}” đang ẩn, không lấy"
    elif sheet.hidden_rows:
        yield (
            f"trang tính “{sheet.name}” có {len(sheet.hidden_rows)} hàng ẩn, vẫn lấy: "
            f"{_named(list(map(str, sheet.hidden_rows)))}"
        )
    if sheet.uncalculated:
        yield (
            f"trang tính “{sheet.name}” có {len(sheet.uncalculated)} ô công thức chưa có kết quả, "
            f"mở bằng Excel rồi lưu lại: {_named(sheet.uncalculated)}"
        )


def _named(names: list[str]) -> str:
    return ", ".join(names[:_MOST_NAMED]) + ("…" if len(names) > _MOST_NAMED else "")
