"""Tables: what repeats, what may break, how wide they are, what must not be issued."""

import re
from collections.abc import Iterator

from kehoach.importers.readers.word.values import W, switched
from kehoach.language.fold import fold
from kehoach.rules.finding import Level
from kehoach.thethuc.fault import Document, Edit, Fault, at_paragraph
from kehoach.thethuc.measuring import row_heights, spans_pages
from kehoach.thethuc.paging import millimetres
from kehoach.thethuc.reading.text import Table
from kehoach.thethuc.registry import BOTH, rule

_BLEED = 236
"""What a table of Word stands out beyond the margins so that its text is flush with them."""
_TALL = 0.6
_EMOJI = re.compile("[\u2600-\u27bf\u2b1b-\u2b55\U0001f300-\U0001faff]")
_PLAIN_SIGNS = frozenset("✓✔✗✘☐☑☒")
_NOT_ISSUED = "không phát hành"
_LAYOUT_ROWS = 3


def _data_tables(document: Document) -> list[Table]:
    """Return the tables that hold data: with borders, and no part of head or signature."""
    return [
        table
        for table in document.text.tables
        if table.bordered
        and not table.depth
        and table not in document.found.head_tables
        and table.paragraphs
        and table.paragraphs[0].part == document.text.paragraphs[0].part
    ]


@rule("A-12", "lap-dong-dau-bang", Level.WARNING, "", profiles=BOTH)
def header_row(document: Document) -> Iterator[Fault]:
    """Bảng dài quá một trang thì dòng đầu bảng lặp lại ở mỗi trang."""
    for table in _data_tables(document):
        repeated = [_is_on(row, "tblHeader") for row in table.row_elements]
        first = table.paragraphs[0]
        if any(repeated) and not repeated[0]:
            yield at_paragraph(first, "dòng lặp lại không phải dòng đầu bảng, Word sẽ bỏ qua")
        elif not any(repeated) and spans_pages(document.text, table):
            edits = (Edit(table.row_elements[0], "repeat", value=True),)
            yield at_paragraph(first, "bảng dài nhiều trang, dòng đầu không lặp lại", edits=edits)


@rule("A-13", "tach-dong-bang", Level.WARNING, "", profiles=BOTH)
def split_rows(document: Document) -> Iterator[Fault]:
    """Dòng của bảng không bị tách sang trang sau, trừ dòng cao hơn nửa trang."""
    for table in _data_tables(document):
        if not spans_pages(document.text, table):
            continue
        section = document.text.sections[table.section]
        most = _TALL * section.text_height
        loose = [
            row
            for row, height in zip(table.row_elements, row_heights(table), strict=True)
            if height <= most and not _is_on(row, "cantSplit")
        ]
        if loose:
            edits = [Edit(row, "whole", value=True) for row in loose]
            message = f"{len(loose)} dòng của bảng có thể bị tách sang trang sau"
            yield at_paragraph(table.paragraphs[0], message, edits=edits)


@rule("A-14", "be-rong-bang", Level.ERROR, "", profiles=BOTH)
def width(document: Document) -> Iterator[Fault]:
    """Bảng nằm trong hai lề trang."""
    for table in _data_tables(document):
        room = document.text.sections[min(table.section, len(document.text.sections) - 1)]
        total = sum(table.widths)
        if table.fixed and total > room.text_width + _BLEED:
            message = (
                f"bảng rộng {millimetres(total)}, giữa hai lề chỉ có {millimetres(room.text_width)}"
            )
            yield at_paragraph(table.paragraphs[0], message)


@rule("A-16", "bieu-tuong-trong-bang", Level.WARNING, "", profiles=BOTH)
def emoji(document: Document) -> Iterator[Fault]:
    """Bảng chỉ có chữ đen, không dùng biểu tượng cảm xúc hay chấm màu."""
    for table in document.text.tables:
        for paragraph in table.paragraphs:
            signs = set(_EMOJI.findall(paragraph.text)) - _PLAIN_SIGNS
            if signs:
                yield at_paragraph(paragraph, f"có biểu tượng {' '.join(sorted(signs))}")


@rule("A-17", "cot-giai-trinh", Level.ERROR, "", profiles=BOTH)
def internal_column(document: Document) -> Iterator[Fault]:
    """Cột “không phát hành” dùng khi trình phải bỏ trước khi ban hành."""
    if document.found.is_draft:
        return
    for table in document.text.tables:
        for paragraph in table.paragraphs:
            if (
                paragraph.cell is not None
                and paragraph.cell.row < _LAYOUT_ROWS
                and (_NOT_ISSUED in fold(paragraph.text))
            ):
                yield at_paragraph(paragraph, "còn cột không phát hành trong văn bản đã có số")


def _is_on(row: object, name: str) -> bool:
    element = row.find(f"{W}trPr/{W}{name}")  # type: ignore[attr-defined]  # a row of lxml
    return bool(switched(element))
