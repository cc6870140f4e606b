"""Reading back the workbook that `kehoach export` wrote and people edited."""

import datetime as dt
import io
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from kehoach.importers.plan_sheet import (
    BASE,
    CODE,
    MARK,
    ORIGINAL,
    PLACE,
    SHEETS,
    VERSION,
    Sheet,
    normalize_cell,
)
from kehoach.importers.readers.archive import LARGEST_FILE, open_archive
from kehoach.importers.readers.refusal import read_bytes, refused
from kehoach.language.fold import fold

_MOST_ROWS = 20_000
_MOST_COLUMNS = 60
# What XML cannot hold stands in workbooks as _x0008_ (ECMA-376, part 1, 22.4.2.4).
_ESCAPED = re.compile(r"_x((?!D[89A-F])[0-9A-F]{4})_", re.IGNORECASE)
_HELP = "dùng tệp do kehoach export ghi ra, giữ nguyên tên trang và dòng tiêu đề"


@dataclass(frozen=True, slots=True)
class BookRow:
    """A row as it stands in the workbook; ``number`` is the row of the sheet.

    ``cells`` has the texts of the columns that the sheet still has, ``unread`` the keys of cells
    that hold a formula or an error.
    """

    number: int
    code: str
    place: str
    original: str
    cells: dict[str, str]
    unread: frozenset[str]


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook: whose plan it is, its rows by sheet key, the fingerprints it was written with.

    A sheet that is gone has no rows entry; ``base`` is by sheet key and code, then by column key.
    """

    commune: str
    province: str
    rows: dict[str, tuple[BookRow, ...]]
    base: dict[tuple[str, str], dict[str, str]]


def read_book(file: FilePath, name: str) -> Book:
    """Read the workbook *file*, called *name* in messages.

    Raises `SourceError` where it cannot be read or was not written by `kehoach export`.
    """
    import openpyxl  # type: ignore[import-untyped]  # noqa: PLC0415  no types; heavy

    data = read_bytes(file, name, LARGEST_FILE)
    with open_archive(data, name) as archive:
        for part in archive.names():
            if b"<!DOCTYPE" in (archive.read(part) or b""):
                raise refused(name, "tệp có phần không giống tệp Excel", _HELP)
    with warnings.catch_warnings():
        # openpyxl warns of what it would lose in saving; nothing is saved.
        warnings.simplefilter("ignore")
        try:
            workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
            pages = {page.title: list(_rows(page)) for page in workbook.worksheets}
        except Exception:  # noqa: BLE001  openpyxl raises anything on damaged files
            raise refused(name, "không đọc được tệp Excel này", _HELP) from None
    base = [[cell.value for cell in row] for row in pages.get(BASE, ())]
    if not base or base[0][:2] != [MARK, VERSION]:
        raise refused(name, "tệp Excel này không phải do kehoach export ghi ra", _HELP)
    rows: dict[str, tuple[BookRow, ...]] = {}
    for sheet in SHEETS:
        if sheet.name in pages:
            rows[sheet.key] = tuple(_book_rows(pages[sheet.name], sheet, name))
    marks = {
        (str(key), str(code)): dict(str(mark).split("=", 1) for mark in rest if mark)
        for key, code, *rest in base[1:]
    }
    return Book(str(base[0][2]), str(base[0][3]), rows, marks)


def _rows(page: Any) -> Iterator[tuple[Any, ...]]:
    page.reset_dimensions()  # other programs write wrong ones
    for number, row in enumerate(page.iter_rows(max_col=_MOST_COLUMNS)):
        if number > _MOST_ROWS:
            break
        yield row


def _book_rows(rows: list[tuple[Any, ...]], sheet: Sheet, name: str) -> Iterator[BookRow]:
    headings = [fold(cell_string(cell)) for cell in rows[0]] if rows else []
    found = {
        key: headings.index(fold(heading))
        for key, heading in (
            ("", CODE),
            (PLACE, PLACE),
            (ORIGINAL, ORIGINAL),
            *((column.key, column.heading) for column in sheet.columns),
        )
        if fold(heading) in headings
    }
    if "" not in found or PLACE not in found:
        message = f"trang “{sheet.name}” không còn cột {CODE} hoặc cột {PLACE}"
        raise refused(name, message, _HELP)
    columns = [column.key for column in sheet.columns if column.key in found]
    for number, row in enumerate(rows[1:], start=2):
        cells = {key: _at(row, found[key]) for key in columns}
        texts = {key: cell_string(cell) for key, cell in cells.items()}
        code, place = cell_string(_at(row, found[""])), cell_string(_at(row, found[PLACE]))
        original = cell_string(_at(row, found[ORIGINAL])) if ORIGINAL in found else ""
        if code or any(texts.values()):
            unread = frozenset(
                key for key, cell in cells.items() if getattr(cell, "data_type", "") in {"f", "e"}
            )
            yield BookRow(number, code, place, original, texts, unread)


def _at(row: tuple[Any, ...], index: int) -> Any:
    return row[index] if index < len(row) else None


def cell_string(cell: Any) -> str:
    """Return what a cell shows as text: dates as 31/12/2025, shares as 80%, numbers plainly."""
    value = getattr(cell, "value", None)
    if value is None:
        return ""
    if isinstance(value, dt.datetime | dt.date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, int | float) and not isinstance(value, bool):
        share = "%" in str(getattr(cell, "number_format", ""))
        number = f"{value * 100 if share else value:.10g}".replace(".", ",")
        return f"{number}%" if share else number
    return normalize_cell(_ESCAPED.sub(_unescape, str(value)))


def _unescape(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))
