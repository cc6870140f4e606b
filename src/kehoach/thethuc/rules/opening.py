"""Addressees and legal bases."""

from collections.abc import Iterator

from kehoach.document.profile import Part
from kehoach.rules.finding import Level
from kehoach.thethuc.fault import Document, Edit, Fault, at_paragraph
from kehoach.thethuc.looking import share, size_fault
from kehoach.thethuc.reading.text import Paragraph
from kehoach.thethuc.registry import rule

_STATE = "NĐ 30/2020/NĐ-CP, phụ lục I, phần I, mục II"
_PARTY = "HD 05-HD/VPTW, phần II, mục I"
_WITHOUT = {"Kế hoạch"}
_PARTY_WITHOUT = {"Kế hoạch", "Báo cáo"}
_MOST = 0.5


@rule("N-45", "kinh-gui", Level.ERROR, f"{_STATE}.9")
def addressees(document: Document) -> Iterator[Fault]:
    """Kính gửi (tờ trình, báo cáo cấp trên, công văn): cỡ 13 đến 14, đứng, có dấu hai chấm."""
    lines = document.found.addressees
    if not lines:
        return
    if document.found.type_name in _WITHOUT:
        yield at_paragraph(
            lines[0], "kế hoạch có phần Kính gửi", "bỏ phần Kính gửi", level=Level.WARNING
        )
    if ":" not in lines[0].text:
        yield at_paragraph(lines[0], "sau “Kính gửi” thiếu dấu hai chấm")
    sizes = document.norm.sizes[Part.BODY]
    for line in lines:
        yield from _wrong_sizes(line, sizes, "Kính gửi")
        if share(line.segments, "italic") > _MOST:
            edits = [Edit(one.run, "italic", value=False) for one in line.segments]
            yield at_paragraph(line, "Kính gửi: in nghiêng", edits=edits)
    listed = lines[1:]
    for line in listed:
        end = "." if line is listed[-1] else ";"
        if len(listed) > 1 and not line.text.endswith(end):
            yield at_paragraph(line, f"nơi kính gửi chưa kết thúc bằng dấu “{end}”")


@rule("N-50", "can-cu", Level.ERROR, f"{_STATE}.6.a")
def bases(document: Document) -> Iterator[Fault]:
    """Mỗi căn cứ một dòng: chữ thường, nghiêng, cỡ 13 đến 14, hết bằng “;”, dòng cuối bằng “.”."""
    lines = document.found.bases
    for line in lines:
        if share(line.segments, "italic") < 1:
            edits = [Edit(one.run, "italic", value=True) for one in line.segments]
            yield at_paragraph(line, "căn cứ chưa in nghiêng", edits=edits)
    yield from _wrong_sizes_and_ends(document)


@rule("P-26", "can-cu-dang", Level.ERROR, f"{_PARTY}.6.2.3")
def party_bases(document: Document) -> Iterator[Fault]:
    """Mỗi căn cứ một dòng, có gạch đầu dòng, chữ đứng, hết bằng “;”, dòng cuối bằng “.”."""
    for line in document.found.bases:
        if not line.text.startswith("-"):
            yield at_paragraph(line, "căn cứ thiếu gạch đầu dòng")
        if share(line.segments, "italic") > _MOST:
            edits = [Edit(one.run, "italic", value=False) for one in line.segments]
            yield at_paragraph(line, "căn cứ in nghiêng", level=Level.WARNING, edits=edits)
    yield from _wrong_sizes_and_ends(document)


@rule("P-52", "kinh-gui-dang", Level.WARNING, f"{_PARTY}.9.2.3")
def party_addressees(document: Document) -> Iterator[Fault]:
    """Chỉ công văn có Kính gửi và tờ trình có Kính trình; báo cáo, kế hoạch thì không."""
    lines = document.found.addressees
    if lines and document.found.type_name in _PARTY_WITHOUT:
        name = document.found.type_name.lower()
        yield at_paragraph(lines[0], f"{name} có phần Kính gửi", "bỏ phần Kính gửi")


def _wrong_sizes(line: Paragraph, sizes: tuple[float, ...], name: str) -> Iterator[Fault]:
    wrong, edits = size_fault(line.segments, sizes)
    if wrong:
        yield at_paragraph(line, f"{name}: {wrong[0]}", edits=edits)


def _wrong_sizes_and_ends(document: Document) -> Iterator[Fault]:
    lines, sizes = document.found.bases, document.norm.sizes[Part.BASIS]
    for line in lines:
        yield from _wrong_sizes(line, sizes, "căn cứ")
        end = "." if line is lines[-1] else ";"
        if not line.text.endswith(end):
            yield at_paragraph(line, f"căn cứ chưa kết thúc bằng dấu “{end}”")
