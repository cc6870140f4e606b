"""Annexes: their heads, their numbers, their pages."""

import re
from collections.abc import Iterator

from kehoach.document.profile import Part
from kehoach.importers.readers.word.values import W
from kehoach.language.fold import fold
from kehoach.language.numbering import Style, read_number, write_number
from kehoach.rules.finding import Level
from kehoach.thethuc.elements.found import Annex
from kehoach.thethuc.elements.words import is_capitals
from kehoach.thethuc.fault import Document, Edit, Fault, at_piece, at_section
from kehoach.thethuc.looking import wrong_look, wrong_looks
from kehoach.thethuc.measuring import section_height, section_of
from kehoach.thethuc.paging import is_centred, is_numbered, page_fields
from kehoach.thethuc.reading.text import Paragraph, Section
from kehoach.thethuc.registry import BOTH, rule

_STATE = "NĐ 30/2020/NĐ-CP, phụ lục I, phần I, mục III.1"
_PARTY = "HD 05-HD/VPTW, phần II"
_BOTH = "NĐ 30/2020/NĐ-CP, phụ lục I, phần I, mục I.7; HD 05-HD/VPTW, phần II, mục IV.5.1"
_LABEL = re.compile(r"Phụ lục(?: [IVXLC]+)?")
_PARTY_LABEL = re.compile(r"Phụ lục(?: \d{1,2})?|PHỤ LỤC(?: \d{1,2})?")
_REFERENCE = re.compile(
    r"\(Kèm theo .{1,80}? số\b.{0,40}?/.{1,40}? ngày\b.{0,40}?tháng\b.{0,20}?năm\b.{0,20}? của .+\)"
)
_SYMBOL = re.compile(r"số\s*(?P<number>\d+)?[\s.…_]*(?P<rest>[/-]\S+)", re.IGNORECASE)
_DAY = re.compile(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)


@rule("A-01", "chi-dan-phu-luc", Level.ERROR, f"{_STATE}.a")
def mentioned(document: Document) -> Iterator[Fault]:
    """Văn bản có phụ lục thì trong nội dung phải chỉ dẫn về phụ lục đó."""
    if not document.found.annexes:
        return
    main = fold(
        " ".join(
            one.text for one in document.text.paragraphs if one.number <= document.found.main_end
        )
    )
    for annex in document.found.annexes:
        number = annex.number.lower()
        words = rf"phụ lục(?: số)? (?:[\w, ]*\b)?{number}\b" if number else r"phụ lục\b"
        if not re.search(words, main):
            yield at_piece(annex.line, "nội dung văn bản không nhắc tới phụ lục này")


@rule("A-02", "so-phu-luc", Level.ERROR, f"{_STATE}.a")
def numbers(document: Document) -> Iterator[Fault]:
    """Từ hai phụ lục trở lên thì đánh số La Mã liên tục; một phụ lục thì không đánh số."""
    yield from _wrong_numbers(document, Style.ROMAN, "số La Mã")


@rule("A-03", "dong-phu-luc", Level.ERROR, f"{_STATE}.b")
def label(document: Document) -> Iterator[Fault]:
    """“Phụ lục I” riêng một dòng, chữ thường, cỡ 14, đứng, đậm, canh giữa."""
    for annex in document.found.annexes:
        if is_capitals(annex.line.text):
            yield at_piece(annex.line, f"viết là “{annex.line.text[:40]}”")
            continue
        yield from wrong_look(document, Part.ANNEX, annex.line)


@rule("A-04", "ten-phu-luc", Level.ERROR, f"{_STATE}.b")
def title(document: Document) -> Iterator[Fault]:
    """Tên phụ lục: chữ hoa cỡ 13 đến 14, đứng, đậm, canh giữa."""
    for annex in document.found.annexes:
        if not annex.title and _LABEL.fullmatch(annex.line.text):
            yield at_piece(annex.line, "phụ lục không có tên")
        yield from wrong_looks(document, Part.ANNEX_TITLE, annex.title)


@rule("A-05", "dong-kem-theo", Level.ERROR, f"{_STATE}.c")
def reference(document: Document) -> Iterator[Fault]:
    """Dưới tên phụ lục là “(Kèm theo … số … ngày … tháng … năm … của …)”, nghiêng, canh giữa."""
    for annex in document.found.annexes:
        piece = annex.reference
        if piece is None:
            yield at_piece(annex.line, "phụ lục không có dòng kèm theo văn bản")
            continue
        yield from wrong_look(document, Part.REFERENCE, piece)
        if not _REFERENCE.fullmatch(piece.text):
            yield at_piece(piece, "dòng kèm theo chưa đủ số, ký hiệu, ngày, tháng, năm, cơ quan")
            continue
        number, date = document.found.number, document.found.date
        own = _SYMBOL.search(piece.text)
        main = _SYMBOL.search(number.text.replace(":", "")) if number is not None else None
        if own and main and own["number"] and main["number"]:
            pairs = [(one["number"].lstrip("0"), one["rest"]) for one in (own, main)]
            if pairs[0] != pairs[1]:
                yield at_piece(piece, "số, ký hiệu ở dòng kèm theo khác số, ký hiệu văn bản")
        days = [_DAY.search(text) for text in (piece.text, date.text if date else "")]
        if all(days) and len({tuple(map(int, one.groups())) for one in days if one}) > 1:
            yield at_piece(piece, "ngày ở dòng kèm theo khác ngày văn bản")


@rule("A-06", "ke-duoi-kem-theo", Level.WARNING, "NĐ 30/2020/NĐ-CP, phụ lục III, mẫu 2.1")
def reference_rule(document: Document) -> Iterator[Fault]:
    """Dưới dòng kèm theo có đường kẻ ngang."""
    for annex in document.found.annexes:
        if annex.reference is not None and not annex.rules.found and not annex.rules.unsure:
            yield at_piece(annex.reference, "không có đường kẻ ngang dưới dòng kèm theo")


@rule("A-07", "ket-thuc-phu-luc", Level.WARNING, "NĐ 30/2020/NĐ-CP, phụ lục III, mẫu 2.1")
def ending(document: Document) -> Iterator[Fault]:
    """Hết phụ lục có dấu “./.”."""
    for annex in document.found.annexes:
        last = next((one for one in reversed(annex.paragraphs) if one.text), None)
        if last is not None and not last.text.endswith("./."):
            yield Fault(last, last.text, f"hết {annex.line.text} không có dấu “./.”")


@rule("A-08", "so-trang-phu-luc", Level.ERROR, f"{_STATE}.đ")
def pages(document: Document) -> Iterator[Fault]:
    """Số trang của mỗi phụ lục đánh riêng từ 1, trang đầu không hiện số, đổi khổ không đánh lại."""
    yield from _wrong_pages(document)


@rule("P-07", "so-trang-phu-luc-dang", Level.ERROR, f"{_PARTY}, mục IV.5.2")
def party_pages(document: Document) -> Iterator[Fault]:
    """Số trang của mỗi phụ lục đánh riêng từ 1."""
    yield from _wrong_pages(document)


@rule("A-09", "trang-moi", Level.ERROR, "", profiles=BOTH)
def new_page(document: Document) -> Iterator[Fault]:
    """Phụ lục bắt đầu ở trang mới."""
    by_number = {one.number: one for one in document.text.paragraphs}
    for annex in document.found.annexes:
        first = annex.paragraphs[0]
        section = section_of(document.text.sections, first)
        before = by_number.get(first.number - 1)
        opens = section.new_page and all(
            not one.text for one in document.text.paragraphs[section.first - 1 : first.number - 1]
        )
        broken = _breaks(first) or (before is not None and _breaks(before))
        if not (opens or first.look.page_before or broken):
            edits = (Edit(first.element, "page-before", value=True),)
            yield at_piece(annex.line, "phụ lục không bắt đầu ở trang mới", edits=edits)


@rule("A-10", "so-trang-ngang", Level.ERROR, _BOTH, profiles=BOTH)
def landscape_number(document: Document) -> Iterator[Fault]:
    """Trang ngang cũng có số trang ở giữa lề trên, là cạnh dài khi đọc."""
    text = document.text
    fields = [
        page_fields(text.running.get(one.headers.get("default", ""), ())) for one in text.sections
    ]
    for section, found in zip(text.sections, fields, strict=True):
        if not section.landscape or not any(fields):
            continue
        first = any(
            section_of(text.sections, one.paragraphs[0]) is section
            for one in document.found.annexes
        )
        if not found and not (first and section_height(text, section) <= section.text_height):
            yield at_section(document, section, "trang ngang không có số trang ở lề trên")
        for paragraph in found:
            if not is_centred(paragraph, section):
                edits = (Edit(paragraph.element, "align", "center"),)
                message = "số trang không ở giữa trang ngang"
                yield at_section(document, section, message, edits=edits)


@rule("P-60", "so-phu-luc-dang", Level.ERROR, f"{_PARTY}, mục II.1.1")
def party_numbers(document: Document) -> Iterator[Fault]:
    """Từ hai phụ lục trở lên thì đánh số Ả Rập liên tục."""
    yield from _wrong_numbers(document, Style.ARABIC, "chữ số Ả Rập")


@rule("P-61", "tieu-de-phu-luc-dang", Level.ERROR, f"{_PARTY}, mục II.1.2")
def party_head(document: Document) -> Iterator[Fault]:
    """“Phụ lục 1” riêng một dòng, dưới là tên phụ lục, rồi dòng kèm theo văn bản; đều canh giữa."""
    for annex in document.found.annexes:
        figures = annex.number and not annex.number.isdecimal()
        if not figures and not _PARTY_LABEL.fullmatch(annex.line.text):
            yield at_piece(annex.line, f"viết là “{annex.line.text[:40]}”")
        elif not annex.title:
            yield at_piece(annex.line, "phụ lục không có tên")
        elif annex.reference is None:
            yield at_piece(annex.title[-1], "phụ lục không có dòng kèm theo văn bản")
        for piece in (annex.line, *annex.title, annex.reference):
            if piece is not None and piece.alone and piece.paragraph.look.align != "center":
                edits = (Edit(piece.paragraph.element, "align", "center"),)
                yield at_piece(piece, "phần đầu phụ lục chưa canh giữa", edits=edits)


def _wrong_numbers(document: Document, style: Style, words: str) -> Iterator[Fault]:
    annexes = document.found.annexes
    if len(annexes) == 1 and annexes[0].number:
        yield at_piece(annexes[0].line, "chỉ có một phụ lục mà đánh số")
    if len(annexes) < 2:  # noqa: PLR2004
        return
    for position, annex in enumerate(annexes, 1):
        asked = write_number(style, position)
        if not annex.number:
            yield at_piece(annex.line, "phụ lục không đánh số", f"viết Phụ lục {asked}")
            continue
        read = read_number(annex.number.upper())
        if read is None or read.style is not style:
            yield at_piece(annex.line, f"phụ lục đánh số “{annex.number}”", f"dùng {words}")
        elif read.value != position:
            yield at_piece(annex.line, f"phụ lục thứ {position} đánh số {annex.number}")


def _wrong_pages(document: Document) -> Iterator[Fault]:
    sections = document.text.sections
    starts = {id(section_of(sections, one.paragraphs[0])) for one in document.found.annexes}
    for annex in document.found.annexes:
        first = annex.paragraphs[0]
        section = section_of(sections, first)
        if section.restart not in {0, 1} or not _begins(document, annex, section):
            own = section is not sections[0] and _begins(document, annex, section)
            edits = (Edit(section.element, "restart", 1),) if own else ()
            yield at_piece(annex.line, "số trang của phụ lục không đánh lại từ 1", edits=edits)
        elif _shows_number(document, section):
            edits = (Edit(section.element, "title-page", value=True),)
            yield at_piece(annex.line, "trang đầu của phụ lục hiện số trang", edits=edits)
        numbers = {one.section for one in annex.paragraphs}
        for other in (sections[index] for index in sorted(numbers) if index < len(sections)):
            if id(other) in starts:
                continue
            if other.restart is not None:
                edits = (Edit(other.element, "restart", None),)
                message = "giữa phụ lục số trang đánh lại từ đầu"
                yield at_section(document, other, message, edits=edits)
            elif (
                other.title_page
                and not _shows_number(document, other)
                and is_numbered(document, other)
            ):
                edits = (Edit(other.element, "title-page", value=False),)
                message = "giữa phụ lục có trang không hiện số trang"
                yield at_section(document, other, message, edits=edits)


def _begins(document: Document, annex: Annex, section: Section) -> bool:
    """Whether *annex* is what *section* begins with."""
    start, end = section.first - 1, annex.paragraphs[0].number - 1
    return all(not one.text for one in document.text.paragraphs[start:end])


def _shows_number(document: Document, section: Section) -> bool:
    """Whether the first page of *section* shows its number."""
    part = section.headers.get("first" if section.title_page else "default", "")
    return bool(page_fields(document.text.running.get(part, ())))


def _breaks(paragraph: Paragraph) -> bool:
    return any(one.get(f"{W}type") == "page" for one in paragraph.element.iter(f"{W}br"))
