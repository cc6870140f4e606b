"""PDF files with text: lines of each page from the top, ruled tables as tables.

Lines are ``broken`` except where one ends well before the right margin. Text in two columns, as the
heads and ends of official documents are, is a table of one row. Tables are those of one page; a
page number that stands alone is left out, other running lines stay where they are. Origins have the
page and the line on it.
"""

import io
import logging
import re
import time
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from typing import Any

from kehoach.importers.blocks import Block, Cell, LeftOut, Line, Origin, SourceText, Table
from kehoach.importers.marks import read_mark
from kehoach.importers.readers.fonts import Fonts
from kehoach.importers.readers.page.numbers import candidates, page_numbers
from kehoach.importers.readers.page.ruled import RuledCell, place_cells
from kehoach.importers.readers.page.streams import has_bomb
from kehoach.importers.readers.page.words import (
    Box,
    Columns,
    Word,
    box_of,
    inside,
    lines_of_words,
    split_columns,
)
from kehoach.importers.readers.refusal import MEGABYTE, read_bytes, refused
from kehoach.source.place import SourceError

ENDINGS: tuple[str, ...] = (".pdf",)

LARGEST_FILE = 128 * MEGABYTE
MOST_PAGES = 500
LONGEST = 300.0
"""Seconds that reading may take; a page takes about a fifth of a second."""

PAGE_NUMBER = "số trang"

_MOST_EDGES = 4000  # of a page; finding tables among more, as maps have, takes minutes
_UNKNOWN = re.compile(r"\(cid:[0-9]+\)")
_SCAN_AREA = 0.5  # of the page that a picture covers
_SCAN_WORDS = 30  # at most, such as a signature stamp
_SHORT = 0.25  # of the width of the text that is empty behind the last line of a paragraph
_OFF_CENTRE = 0.06
_INDENT = 0.1  # at most, of the first line of a paragraph
_FIRST_LINE = (0.03, 0.12)  # of the width of the text: the indent of a first line among others
_AT_MARGIN = 0.015
_OCR = "nhận dạng chữ trước: ocrmypdf -l vie vao.pdf ra.pdf, hoặc tesseract với ngôn ngữ vie"


@dataclass(slots=True)
class _Page:
    """What one page has."""

    number: int
    height: float
    words: list[Word]
    tables: list[list[Box]]
    picture_share: float
    is_drawing: bool

    @property
    def is_scan(self) -> bool:
        return self.picture_share >= _SCAN_AREA and len(self.words) < _SCAN_WORDS


def read(file: Path, name: str) -> SourceText:
    """Read the PDF *file*, called *name* in origins. Raises `SourceError`."""
    try:
        import pdfplumber  # noqa: F401, PLC0415  an extra, and heavy
    except ImportError:
        message = "chưa cài phần đọc PDF"
        raise refused(name, message, "chạy: pip install pdfplumber") from None
    pages = _pages(read_bytes(file, name, LARGEST_FILE), name)
    _check_text(pages, name)
    fonts = Fonts((f"{word.text} ", word.font) for page in pages for word in page.words)
    for page in pages:
        page.words = [replace(word, text=fonts.text(word.text, word.font)) for word in page.words]
    numbers, left_out = _page_numbers(pages, name)
    blocks: list[Block] = []
    for page in pages:
        page.words = [word for word in page.words if id(word) not in numbers]
        blocks += _blocks(page, name)
    return SourceText(name, tuple(blocks), tuple(left_out), tuple(_remarks(pages, fonts)))


def _pages(data: bytes, name: str) -> list[_Page]:
    if has_bomb(data):
        message = "nội dung nén trong tệp phình ra quá lớn, có thể là tệp phá hoại"
        raise refused(name, message, "không mở tệp này nếu không rõ nguồn")
    try:
        return _read_pages(data, name)
    except SourceError:
        raise
    except Exception as error:  # noqa: BLE001  broken files raise whatever they run into
        if "password" in repr(error).lower() or "encrypt" in repr(error).lower():
            message, help_ = "tệp PDF có mật khẩu", "bỏ mật khẩu rồi lưu lại, hoặc xin bản khác"
        else:
            message = "tệp PDF hỏng, không đọc được"
            help_ = "mở thử bằng trình đọc PDF rồi in lại ra PDF"
        raise refused(name, message, help_) from None


def _read_pages(data: bytes, name: str) -> list[_Page]:
    import pdfplumber  # noqa: PLC0415  an extra, and heavy

    # What is odd in a file is told once, by us; pdfminer would print every oddity.
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    started = time.monotonic()
    pages: list[_Page] = []
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        if len(pdf.pages) > MOST_PAGES:
            message = f"tệp PDF có {len(pdf.pages)} trang, giới hạn {MOST_PAGES} trang"
            raise refused(name, message, "tách lấy phần kế hoạch rồi đưa vào")
        for number, page in enumerate(pdf.pages, 1):
            pages.append(_read_page(page, number))
            page.close()
            if time.monotonic() - started > LONGEST:
                message = f"đọc PDF quá lâu (dừng ở trang {number})"
                raise refused(name, message, "tách lấy phần kế hoạch rồi đưa vào")
    if not pages:
        raise refused(name, "tệp PDF không có trang nào", "xin lại tệp gốc")
    return pages


def _read_page(page: Any, number: int) -> _Page:
    page = page.dedupe_chars()  # bold made by printing twice
    words = [
        _word(one)
        for one in page.extract_words(x_tolerance_ratio=0.15, y_tolerance=3, return_chars=True)
    ]
    area = float(page.width * page.height) or 1.0
    pictures = max((_visible_area(one, page) for one in page.images), default=0.0)
    drawn = len(page.edges)
    tables = [list(one.cells) for one in page.find_tables()] if 0 < drawn <= _MOST_EDGES else []
    tables = [cells for cells in tables if len(cells) > 1]
    is_drawing = drawn > _MOST_EDGES
    return _Page(number, float(page.height), words, tables, pictures / area, is_drawing)


def _visible_area(picture: dict[str, Any], page: Any) -> float:
    width = min(picture["x1"], page.width) - max(picture["x0"], 0)
    height = min(picture["bottom"], page.height) - max(picture["top"], 0)
    return float(max(width, 0) * max(height, 0))


def _word(one: dict[str, Any]) -> Word:
    names = [str(char["fontname"]).rpartition("+")[2] for char in one["chars"]]
    lowered = [name.lower() for name in names]
    return Word(
        unicodedata.normalize("NFC", one["text"]),
        (one["x0"], one["top"], one["x1"], one["bottom"]),
        names[0] if len(set(names)) == 1 else "",
        all("bold" in name or "black" in name for name in lowered),
        all("italic" in name or "oblique" in name for name in lowered),
    )


def _check_text(pages: Sequence[_Page], name: str) -> None:
    if all(page.is_scan or not page.words for page in pages):
        message = "tệp PDF không có chữ (ảnh quét)"
        raise refused(name, message, _OCR)
    text = "".join(word.text for page in pages for word in page.words)
    unknown = _UNKNOWN.findall(text)
    if sum(map(len, unknown)) > len(text) / 2:
        message = "phông trong tệp PDF không cho biết chữ nào là chữ nào"
        raise refused(name, message, _OCR)


def _page_numbers(pages: Sequence[_Page], name: str) -> tuple[set[int], list[LeftOut]]:
    """Return the ids of words that are page numbers for certain, and these as left out."""
    found = [one for page in pages for one in candidates(page.number, page.height, page.words)]
    ids: set[int] = set()
    left_out: list[LeftOut] = []
    for number in page_numbers(found):
        ids |= set(map(id, number.words))
        text = " ".join(word.text for word in number.words)
        left_out.append(LeftOut(text, Origin(name, number.page, 1), PAGE_NUMBER))
    return ids, left_out


def _blocks(page: _Page, name: str) -> Iterator[Block]:
    """Yield lines and tables from the top of the page."""
    free = page.words
    parts: list[tuple[float, list[Word] | list[RuledCell]]] = []
    for boxes in page.tables:
        around: Box = (
            min(box[0] for box in boxes),
            min(box[1] for box in boxes),
            max(box[2] for box in boxes),
            max(box[3] for box in boxes),
        )
        own = [word for word in free if inside(word, around)]
        cells = place_cells(boxes, own)
        placed = {id(word) for cell in cells for word in cell.words}
        if placed:
            free = [word for word in free if id(word) not in placed]
            parts.append((around[1], cells))
    if not page.words:
        return
    text = box_of(free or page.words)
    lines = lines_of_words(free)
    stretch: list[list[Word]] = []
    counter = _LineCounter(name, page.number)
    waiting = sorted(parts, key=lambda part: part[0])
    for line in lines:
        while waiting and waiting[0][0] < box_of(line)[1]:
            yield from _text_blocks(stretch, text, counter)
            stretch = []
            yield _ruled_table(waiting.pop(0)[1], counter)
        stretch.append(line)
    yield from _text_blocks(stretch, text, counter)
    for _, cells_left in waiting:
        yield _ruled_table(cells_left, counter)


@dataclass(slots=True)
class _LineCounter:
    """Gives lines their numbers on the page."""

    name: str
    page: int
    line: int = 0

    def make(self, words: Sequence[Word], *, centred: bool = False, broken: bool = True) -> Line:
        self.line += 1
        return Line(
            " ".join(word.text for word in words),
            Origin(self.name, self.page, self.line),
            bold=all(word.bold for word in words),
            italic=all(word.italic for word in words),
            centred=centred,
            broken=broken,
        )


def _text_blocks(lines: Sequence[list[Word]], text: Box, counter: _LineCounter) -> Iterator[Block]:
    parts = list(split_columns(lines, text))
    for part, following in zip_longest(parts, parts[1:]):
        if isinstance(part, Columns):
            sides = (_cell_lines(part.left, counter), _cell_lines(part.right, counter))
            yield Table((tuple(Cell(side, column) for column, side in enumerate(sides)),))
            continue
        width = text[2] - text[0]
        left, right = part[0].box[0] - text[0], text[2] - part[-1].box[2]
        centred = abs(left - right) < _OFF_CENTRE * width and left > _INDENT * width
        ended = not centred and (right > _SHORT * width or _begins_anew(part, following, text))
        yield counter.make(part, centred=centred, broken=not ended)


def _begins_anew(line: list[Word], following: "list[Word] | Columns | None", text: Box) -> bool:
    """Whether *following* is indented as a first line is, and *line* goes on with others."""
    if not isinstance(following, list) or not following[0].text[:1].isupper():
        return False
    width = text[2] - text[0]
    own, next_ = ((words[0].box[0] - text[0]) / width for words in (line, following))
    hangs = read_mark(" ".join(word.text for word in line)) is not None
    return own < _AT_MARGIN and _FIRST_LINE[0] < next_ < _FIRST_LINE[1] and not hangs


def _cell_lines(lines: Sequence[list[Word]], counter: _LineCounter) -> tuple[Line, ...]:
    return tuple(
        counter.make(line, broken=index < len(lines) - 1) for index, line in enumerate(lines)
    )


def _ruled_table(cells: Any, counter: _LineCounter) -> Table:
    rows: dict[int, list[Cell]] = {}
    for cell in sorted(cells, key=lambda one: (one.row, one.column)):
        lines = _cell_lines(lines_of_words(cell.words), counter)
        made = Cell(lines, cell.column, cell.columns, cell.rows)
        rows.setdefault(cell.row, []).append(made)
    return Table(tuple(tuple(row) for row in rows.values()))


def _remarks(pages: Sequence[_Page], fonts: Fonts) -> Iterator[str]:
    for encoding in sorted(fonts.encodings):
        yield f"chữ viết bằng phông {encoding.value}, đã chuyển sang Unicode; xem lại chữ hoa"
    scans = [str(page.number) for page in pages if page.is_scan]
    if scans:
        yield f"trang {', '.join(scans)} là ảnh quét, chữ trong ảnh không đọc được; {_OCR}"
    drawings = [str(page.number) for page in pages if page.is_drawing]
    if drawings:
        yield f"trang {', '.join(drawings)} có quá nhiều đường vẽ, không nhận bảng ở đó"
    unknown = sum(len(_UNKNOWN.findall(word.text)) for page in pages for word in page.words)
    if unknown:
        yield f"có {unknown} chữ mà phông của PDF không cho biết, còn ở dạng (cid:…)"
