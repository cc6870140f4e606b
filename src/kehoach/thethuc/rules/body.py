"""The text itself: size, alignment, indents, spacing, how it ends."""

from collections.abc import Iterator

from kehoach.rules.finding import Level
from kehoach.thethuc import running
from kehoach.thethuc.fault import Document, Fault, at_paragraph
from kehoach.thethuc.registry import rule

_STATE = "NĐ 30/2020/NĐ-CP, phụ lục I, phần I, mục II.6.e"


@rule("N-60", "chu-noi-dung", Level.ERROR, _STATE)
def letters(document: Document) -> Iterator[Fault]:
    """Nội dung: chữ thường, đứng, cỡ 13 đến 14, cả văn bản một cỡ."""
    yield from running.wrong_sizes(document)
    yield from running.mixed_sizes(document)


@rule("N-61", "canh-le", Level.ERROR, _STATE)
def alignment(document: Document) -> Iterator[Fault]:
    """Nội dung canh đều cả hai lề."""
    yield from running.not_justified(document)


@rule("N-62", "lui-dau-dong", Level.ERROR, _STATE)
def indents(document: Document) -> Iterator[Fault]:
    """Đầu dòng lùi vào 1 cm hoặc 1,27 cm, thống nhất trong cả văn bản."""
    yield from running.wrong_indents(document)


@rule("N-63", "cach-doan", Level.ERROR, _STATE)
def gaps(document: Document) -> Iterator[Fault]:
    """Các đoạn cách nhau ít nhất 6 pt, đặt bằng khoảng cách đoạn, không bằng đoạn trống."""
    yield from running.narrow_gaps(document)
    yield from running.empty_gaps(document)


@rule("N-64", "cach-dong", Level.ERROR, _STATE)
def lines(document: Document) -> Iterator[Fault]:
    """Cách dòng từ dòng đơn đến 1,5 dòng."""
    yield from running.wrong_lines(document)


@rule("N-65", "ket-thuc", Level.WARNING, "NĐ 30/2020/NĐ-CP, phụ lục III, mẫu 1.4")
def ending(document: Document) -> Iterator[Fault]:
    """Hết nội dung có dấu “./.”."""
    last = document.found.last
    if last is not None and not last.text.endswith("./."):
        yield at_paragraph(last, "hết nội dung không có dấu “./.”")


@rule("P-25", "noi-dung-dang", Level.ERROR, "HD 05-HD/VPTW, phần II, mục I.6.2.2")
def party_text(document: Document) -> Iterator[Fault]:
    """Nội dung: cỡ 14 đến 15, đứng, đều hai lề, lùi 10 mm, cách đoạn 6 pt, dòng đúng 18–22 pt."""
    yield from running.wrong_sizes(document)
    yield from running.mixed_sizes(document)
    yield from running.not_justified(document)
    yield from running.wrong_indents(document)
    yield from running.narrow_gaps(document)
    yield from running.wrong_lines(document)
    last = document.found.last
    if last is not None and last.cell is None:
        if last.text.endswith("./."):
            message = "hết nội dung có dấu “./.”"
            yield at_paragraph(last, message, "hết bằng dấu chấm", level=Level.WARNING)
        elif not last.text.endswith("."):
            yield at_paragraph(last, "hết nội dung không có dấu chấm", "hết bằng dấu chấm")
