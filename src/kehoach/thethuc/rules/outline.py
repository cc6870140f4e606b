"""Headings and numbers of the text."""

from collections.abc import Iterator

from kehoach.document.profile import Part
from kehoach.rules.finding import Level
from kehoach.thethuc import outlining
from kehoach.thethuc.elements.found import Block, Kind
from kehoach.thethuc.elements.words import is_capitals
from kehoach.thethuc.fault import Document, Edit, Fault, at_paragraph
from kehoach.thethuc.looking import share
from kehoach.thethuc.registry import BOTH, rule

_STATE = "NĐ 30/2020/NĐ-CP, phụ lục I, phần I, mục II.6.đ"
_PARTY = "HD 05-HD/VPTW, phần II, mục I.6.2.4"


@rule("N-70", "phan-chuong", Level.ERROR, _STATE)
def chapters(document: Document) -> Iterator[Fault]:
    """Phần, chương: chữ “Phần I” riêng một dòng, giữa, đậm; tiêu đề chữ hoa ở dòng dưới."""
    yield from outlining.wrong_chapter(document, words=False)


@rule("N-71", "muc-tieu-muc", Level.ERROR, _STATE)
def groups(document: Document) -> Iterator[Fault]:
    """Mục, tiểu mục: chữ “Mục 1” riêng một dòng, giữa, đậm; tiêu đề chữ hoa ở dòng dưới."""
    yield from outlining.wrong_group(document)


@rule("N-72", "muc-la-ma", Level.ERROR, f"{_STATE}; mục V, ô 6b")
def sections(document: Document) -> Iterator[Fault]:
    """Mục của văn bản không chia điều: “I. TIÊU ĐỀ” một dòng, chữ hoa, đứng, đậm."""
    if outlining.has_articles(document):
        return
    for block in outlining.sections(document):
        paragraph = block.paragraph
        if not block.rest:
            yield at_paragraph(paragraph, f"mục {block.number} không có tiêu đề cùng dòng")
            continue
        if block.number.strip("IVXL") or block.end != ".":
            message = f"số mục viết là “{block.number}{block.end}”"
            yield at_paragraph(paragraph, message, "viết “I.”", level=Level.WARNING)
        if not is_capitals(block.rest):
            yield at_paragraph(paragraph, f"tiêu đề mục {block.number} chưa viết hoa")
        yield from outlining.wrong_look(document, block, Part.SECTION, "tiêu đề mục")


@rule("N-73", "khoan-co-tieu-de", Level.ERROR, _STATE)
def titled_clauses(document: Document) -> Iterator[Fault]:
    """Tiêu đề khoản: “1. Mục đích” riêng một dòng, chữ thường, đứng, đậm."""
    yield from _wrong_titles(document)


@rule("N-74", "khoan-khong-tieu-de", Level.ERROR, _STATE)
def plain_clauses(document: Document) -> Iterator[Fault]:
    """Khoản không có tiêu đề: chữ thường, không đậm."""
    yield from _bold_clauses(document)


@rule("N-75", "diem", Level.ERROR, _STATE)
def points(document: Document) -> Iterator[Fault]:
    """Điểm: chữ cái tiếng Việt theo thứ tự a, b, c, d, đ, e… và dấu đóng ngoặc đơn."""
    yield from outlining.wrong_points(document)


@rule("N-76", "so-hai-cap", Level.WARNING, _STATE)
def decimals(document: Document) -> Iterator[Fault]:
    """Nghị định không có cách đánh số 1.1; dưới khoản 1 là điểm a)."""
    for block in document.found.body:
        if block.kind is Kind.DECIMAL:
            message = "đánh số hai cấp trở lên"
            yield at_paragraph(block.paragraph, message, "dưới khoản dùng điểm a), b), c)")


@rule("N-77", "so-thu-tu", Level.WARNING, "", profiles=BOTH)
def order(document: Document) -> Iterator[Fault]:
    """Số thứ tự ở mỗi cấp liền nhau, không lặp, không nhảy."""
    yield from outlining.wrong_order(document)


@rule("N-78", "dieu", Level.ERROR, _STATE)
def articles(document: Document) -> Iterator[Fault]:
    """Điều: “Điều 1.” chữ thường, đậm, có dấu chấm sau số."""
    yield from outlining.wrong_articles(document)


@rule("P-29", "phan-chuong-dang", Level.ERROR, f"{_PARTY}.a")
def party_chapters(document: Document) -> Iterator[Fault]:
    """Phần, chương: số La Mã hoặc chữ (“Phần thứ nhất”), giữa, đậm; tên chữ hoa ở dòng dưới."""
    yield from outlining.wrong_chapter(document, words=True)


@rule("P-30", "muc-dieu-khoan-diem-dang", Level.ERROR, _PARTY)
def party_headings(document: Document) -> Iterator[Fault]:
    """Mục đánh số Ả Rập; “Điều 1.” đậm; khoản “1.”, có tiêu đề thì đậm; điểm “a)”."""
    yield from outlining.wrong_group(document)
    yield from outlining.wrong_articles(document)
    yield from _wrong_titles(document)
    yield from _bold_clauses(document)
    yield from outlining.wrong_points(document)


@rule("P-31", "muc-la-ma-dang", Level.WARNING, "")
def party_sections(document: Document) -> Iterator[Fault]:
    """Mục lớn viết “I-” hoặc “I.” đều được nhưng thống nhất trong cả văn bản."""
    found = outlining.sections(document)
    if not found:
        return
    usual = found[0].end
    for block in found:
        if block.end != usual:
            message = (
                f"mục viết “{block.number}{block.end}”, mục đầu viết “{found[0].number}{usual}”"
            )
            yield at_paragraph(block.paragraph, message)


def _wrong_titles(document: Document) -> Iterator[Fault]:
    for block in outlining.titled_clauses(document):
        if is_capitals(block.rest):
            yield at_paragraph(block.paragraph, "tiêu đề khoản viết hoa cả dòng")
        yield from outlining.wrong_look(document, block, Part.CLAUSE, "tiêu đề khoản")


def _bold_clauses(document: Document) -> Iterator[Fault]:
    for block in outlining.plain_clauses(document):
        if _all_bold(block):
            edits = [Edit(one.run, "bold", value=False) for one in block.paragraph.segments]
            message = "khoản không có tiêu đề mà in đậm cả đoạn"
            yield at_paragraph(block.paragraph, message, edits=edits)


def _all_bold(block: Block) -> bool:
    return share(block.paragraph.segments, "bold") == 1
