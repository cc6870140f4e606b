"""Paper, margins, page numbers."""

from collections.abc import Iterator

from kehoach.rules.finding import Level
from kehoach.thethuc.fault import Document, Edit, Fault, at_section
from kehoach.thethuc.measuring import is_surely_long
from kehoach.thethuc.paging import (
    has_words_beside_number,
    is_centred,
    is_numbered,
    millimetres,
    page_fields,
    wide_margins,
    wrong_margins,
    wrong_number_looks,
    wrong_paper,
)
from kehoach.thethuc.registry import rule

_STATE = "NĐ 30/2020/NĐ-CP, phụ lục I, phần I, mục I"
_PARTY = "HD 05-HD/VPTW, phần II, mục IV"
_WIDE_TABLE = 4
_TOLERANCE = 20


@rule("N-01", "kho-giay", Level.ERROR, f"{_STATE}.1")
def paper(document: Document) -> Iterator[Fault]:
    """Giấy khổ A4 (210 mm × 297 mm) ở mọi trang."""
    yield from wrong_paper(document)


@rule("N-02", "huong-giay", Level.ERROR, f"{_STATE}.2")
def orientation(document: Document) -> Iterator[Fault]:
    """Trang dọc; phần chính chỉ đặt ngang khi có bảng rộng không làm thành phụ lục riêng."""
    section = document.text.sections[0]
    if not section.landscape:
        return
    widest = max(
        (len(table.widths) for table in document.text.tables if table.section == 0), default=0
    )
    if widest > _WIDE_TABLE:
        return
    level = Level.WARNING if any(table.bordered for table in document.text.tables) else None
    yield at_section(document, section, "phần chính đặt trang ngang", level=level)


@rule("N-03", "le-tren-duoi", Level.ERROR, f"{_STATE}.3")
def margins_above_and_below(document: Document) -> Iterator[Fault]:
    """Lề trên và lề dưới 20 mm đến 25 mm."""
    yield from wrong_margins(document, "top", "bottom")


@rule("N-04", "le-trai", Level.ERROR, f"{_STATE}.3")
def left_margin(document: Document) -> Iterator[Fault]:
    """Lề trái 30 mm đến 35 mm."""
    yield from wrong_margins(document, "left")


@rule("N-05", "le-phai", Level.ERROR, f"{_STATE}.3")
def right_margin(document: Document) -> Iterator[Fault]:
    """Lề phải 15 mm đến 20 mm."""
    yield from wrong_margins(document, "right")


@rule("N-06", "le-trang-ngang", Level.WARNING, "")
def landscape_margins(document: Document) -> Iterator[Fault]:
    """Trang ngang nên giữ lề như trang dọc; nghị định không cho con số riêng."""
    yield from wide_margins(document)


@rule("N-10", "cach-ghi-so-trang", Level.ERROR, f"{_STATE}.7")
def number_looks(document: Document) -> Iterator[Fault]:
    """Số trang đánh từ 1, chữ số Ả Rập, cỡ 13 đến 14, kiểu chữ đứng."""
    yield from wrong_number_looks(document)


@rule("N-11", "vi-tri-so-trang", Level.ERROR, f"{_STATE}.7")
def number_place(document: Document) -> Iterator[Fault]:
    """Số trang canh giữa, ở phần lề trên của trang."""
    yield from _wrong_place(document)


@rule("N-12", "so-trang-dau", Level.ERROR, f"{_STATE}.7")
def number_of_first_page(document: Document) -> Iterator[Fault]:
    """Trang thứ nhất không hiện số trang."""
    yield from _number_on_first_page(document)


@rule("P-02", "kho-giay-dang", Level.ERROR, f"{_PARTY}.3")
def party_paper(document: Document) -> Iterator[Fault]:
    """Giấy khổ A4 (210 mm × 297 mm)."""
    yield from wrong_paper(document)


@rule("P-03", "le-trang-dang", Level.ERROR, f"{_PARTY}.4.1")
def party_margins(document: Document) -> Iterator[Fault]:
    """Lề trên 20 mm, lề dưới 20 mm, lề trái 30 mm, lề phải 15 mm."""
    if not document.text.mirrored:
        yield from wrong_margins(document, "top", "bottom", "left", "right")
    else:
        yield from wrong_margins(document, "top", "bottom")


@rule("P-04", "in-hai-mat", Level.WARNING, f"{_PARTY}.4.2")
def party_mirrored(document: Document) -> Iterator[Fault]:
    """In hai mặt thì mặt sau đổi lề: trái 15 mm, phải 30 mm."""
    if document.text.mirrored:
        yield from wrong_margins(document, "left", "right")


@rule("P-05", "trang-ngang-dang", Level.WARNING, f"{_PARTY}.4.3")
def party_landscape(document: Document) -> Iterator[Fault]:
    """Trang ngang chỉ dùng khi có bảng, vùng trình bày tương ứng với trang dọc."""
    yield from wide_margins(document)
    for index, section in enumerate(document.text.sections):
        if section.landscape and not any(t.section == index for t in document.text.tables):
            yield at_section(document, section, "trang ngang mà không có bảng")


@rule("P-06", "so-trang-dang", Level.ERROR, f"{_PARTY}.5.1")
def party_number(document: Document) -> Iterator[Fault]:
    """Số trang: chữ số Ả Rập cỡ 14, đứng, giữa, cách mép trên 10 mm; trang 1 không có số."""
    yield from wrong_number_looks(document)
    yield from _wrong_place(document)
    yield from _number_on_first_page(document)
    asked = document.norm.header
    for section in document.text.sections:
        own = section.margins["header"]
        if asked is not None and abs(own - asked) > _TOLERANCE and is_numbered(document, section):
            message = f"số trang cách mép trên {millimetres(own)}"
            edits = (Edit(section.element, "margin-header", asked),)
            yield at_section(document, section, message, edits=edits)


def _wrong_place(document: Document) -> Iterator[Fault]:
    """Yield where the page number is missing, below the text, or not in the middle."""
    text = document.text
    main = text.sections[0]
    numbered = is_numbered(document, main)
    for part in dict.fromkeys(part for one in text.sections for part in one.footers.values()):
        below = page_fields(text.running.get(part, ())) if part in text.shown_parts() else []
        if below:
            kept = numbered or any(has_words_beside_number(one.element) for one in below)
            edits = () if kept else (Edit(main.element, "number-above", part),)
            yield at_section(document, main, "số trang ở cuối trang", edits=edits)
            return
    if not numbered:
        if is_surely_long(text):
            edits = (Edit(main.element, "number-above", ""),)
            yield at_section(document, main, "không có số trang", edits=edits)
        return
    even = text.running.get(main.headers.get("even", ""), ())
    if text.even_headers and not page_fields(even) and is_surely_long(text):
        yield at_section(document, main, "trang chẵn không có số trang")
    if main.landscape:
        return  # the rule of landscape pages
    for paragraph in page_fields(text.running.get(main.headers["default"], ())):
        if not is_centred(paragraph, main):
            edits = (Edit(paragraph.element, "align", "center"),)
            yield Fault(paragraph, "số trang", "số trang không canh giữa", edits=edits)


def _number_on_first_page(document: Document) -> Iterator[Fault]:
    section = document.text.sections[0]
    if not is_numbered(document, section):
        return
    if not section.title_page:
        edits = (Edit(section.element, "title-page", value=True),)
        yield at_section(document, section, "trang 1 hiện số trang", edits=edits)
        return
    for paragraph in document.text.running.get(section.headers.get("first", ""), ()):
        if page_fields((paragraph,)) or paragraph.text.strip("-– ").isdecimal():
            edits = (Edit(paragraph.element, "drop-number", value=True),)
            yield at_section(document, section, "trang 1 hiện số trang", edits=edits)
