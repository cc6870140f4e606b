"""Sheets of an Excel file: what their cells show, as last calculated by Excel."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kehoach.importers.readers.office import Package, R
from kehoach.importers.readers.refusal import refused
from kehoach.importers.readers.sheet.formats import BUILT_IN, GENERAL, show_number
from kehoach.importers.readers.sheet.grid import Content, Position

if TYPE_CHECKING:
    from lxml.etree import _Element

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

MOST_ROWS = 20_000
MOST_COLUMNS = 256
"""Bounds of the part of a sheet that has text; a list of a province's tasks has some 1,000 rows."""

_MOST_CELLS = 500_000
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


@dataclass(slots=True)
class Sheet:
    """One sheet: ``cells`` with text, ``merged`` ranges, and what is unusual about it.

    ``hidden_rows`` are row numbers from 1, ``uncalculated`` names of cells whose formula has no
    result in the file.
    """

    name: str
    hidden: bool
    cells: dict[Position, Content] = field(default_factory=dict)
    merged: list[tuple[Position, Position]] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    uncalculated: list[str] = field(default_factory=list)
    comments: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Style:
    code: str = GENERAL
    bold: bool = False
    italic: bool = False
    centred: bool = False


class Workbook:
    """An Excel file. Links to other files and macros are never followed."""

    def __init__(self, package: Package, name: str) -> None:
        """Read what all sheets share. Raises `SourceError`."""
        self._package = package
        self._name = name
        root = package.tree(package.main)
        if root is None:
            raise refused(name, "tệp Excel không có nội dung", "mở bằng Excel rồi lưu lại")
        self._root = root
        self._texts = list(_shared_texts(package.related("sharedStrings")))
        self._styles = list(_styles(package.related("styles")))
        properties = root.find(f"{S}workbookPr")
        self._from_1904 = properties is not None and properties.get("date1904") in {"1", "true"}
        self._count = 0

    def sheets(self) -> Iterator[Sheet]:
        """Yield the sheets in their order; sheets that are only charts are none."""
        relations = self._package.relations(self._package.main)
        for entry in self._root.iter(f"{S}sheet"):
            relation = relations.get(entry.get(f"{R}id", ""))
            if relation is None or relation.kind != "worksheet":
                continue
            root = self._package.tree(relation.target)
            if root is None:
                continue
            sheet = Sheet(entry.get("name", ""), entry.get("state", "visible") != "visible")
            self._read(root, sheet)
            for one in self._package.relations(relation.target).values():
                if one.kind == "comments":
                    sheet.comments += _comments(self._package.tree(one.target))
            yield sheet

    def _read(self, root: "_Element", sheet: Sheet) -> None:
        row_number = 0
        for row in root.iterfind(f"{S}sheetData/{S}row"):
            row_number = _count(row.get("r", "")) or row_number + 1
            column = -1
            hidden = row.get("hidden") in {"1", "true"}
            for cell in row.iterfind(f"{S}c"):
                place = read_reference(cell.get("r", "")) or (row_number - 1, column + 1)
                column = place[1]
                content = self._content(cell, sheet)
                if content is not None and content.text.strip():
                    self._check(place)
                    sheet.cells[place] = content
                    if hidden and sheet.hidden_rows[-1:] != [row_number]:
                        sheet.hidden_rows.append(row_number)
        for merged in root.iterfind(f"{S}mergeCells/{S}mergeCell"):
            first, _, last = merged.get("ref", "").partition(":")
            start, end = read_reference(first), read_reference(last or first)
            if start and end and start <= end:
                sheet.merged.append((start, end))

    def _check(self, place: Position) -> None:
        self._count += 1
        row, column = place
        if row >= MOST_ROWS or column >= MOST_COLUMNS or self._count > _MOST_CELLS:
            message = (
                f"trang tính quá lớn (giới hạn {MOST_ROWS} hàng, {MOST_COLUMNS} cột, "
                f"{_MOST_CELLS} ô có chữ)"
            )
            raise refused(self._name, message, "chỉ giữ lại phần bảng của kế hoạch rồi lưu lại")

    def _content(self, cell: "_Element", sheet: Sheet) -> Content | None:
        style_index = _count(cell.get("s", "0"))
        style = self._styles[style_index] if style_index < len(self._styles) else _Style()
        value = cell.findtext(f"{S}v")
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            inline = cell.find(f"{S}is")
            text = "" if inline is None else _rich_text(inline)
        elif not value:
            if cell.find(f"{S}f") is not None:
                sheet.uncalculated.append(cell.get("r", "?"))
            return None
        elif kind == "s":
            index = _count(value)
            text = self._texts[index] if index < len(self._texts) else ""
        elif kind == "n":
            text = show_number(value.strip(), style.code, from_1904=self._from_1904)
        elif kind == "b":
            text = "TRUE" if value.strip() == "1" else "FALSE"
        elif kind == "d":
            text = "/".join(reversed(value.strip()[:10].split("-")))
        else:
            text = _unescaped(value)
        return Content(text, style.bold, style.italic, style.centred)


def read_reference(text: str) -> Position | None:
    """Return the position that ``B3`` names, None where *text* names none."""
    match = _REFERENCE.fullmatch(text)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def _count(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) <= len("1048576") else 0


def _unescaped(text: str) -> str:
    text = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text)


def _rich_text(element: "_Element") -> str:
    runs = [*element.findall(f"{S}t"), *element.findall(f"{S}r/{S}t")]
    return _unescaped("".join(run.text or "" for run in runs))


def _shared_texts(root: "_Element | None") -> Iterator[str]:
    if root is not None:
        for item in root.iterfind(f"{S}si"):
            yield _rich_text(item)


def _styles(root: "_Element | None") -> Iterator[_Style]:
    if root is None:
        return
    codes = BUILT_IN | {
        _count(one.get("numFmtId", "")): one.get("formatCode", GENERAL)
        for one in root.iterfind(f"{S}numFmts/{S}numFmt")
    }
    fonts = [
        (_on(font.find(f"{S}b")), _on(font.find(f"{S}i")))
        for font in root.iterfind(f"{S}fonts/{S}font")
    ]
    for one in root.iterfind(f"{S}cellXfs/{S}xf"):
        font = _count(one.get("fontId", "0"))
        bold, italic = fonts[font] if font < len(fonts) else (False, False)
        alignment = one.find(f"{S}alignment")
        centred = alignment is not None and str(alignment.get("horizontal")).startswith("center")
        yield _Style(codes.get(_count(one.get("numFmtId", "0")), GENERAL), bold, italic, centred)


def _on(element: "_Element | None") -> bool:
    return element is not None and element.get("val", "1") not in {"0", "false"}


def _comments(root: "_Element | None") -> Iterator[tuple[int, str]]:
    if root is None:
        return
    for one in root.iterfind(f"{S}commentList/{S}comment"):
        place = read_reference(one.get("ref", ""))
        text = one.find(f"{S}text")
        if text is not None:
            yield (place[0] + 1 if place else 1), " ".join(_rich_text(text).split())
