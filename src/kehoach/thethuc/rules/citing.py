"""Documents cited, and words shortened."""

import re
from collections.abc import Iterator

from kehoach.language.citation import Citation, find_citations
from kehoach.language.fold import fold
from kehoach.rules.finding import Level
from kehoach.thethuc.elements.words import is_capitals
from kehoach.thethuc.fault import Document, Fault, at_paragraph
from kehoach.thethuc.reading.text import Paragraph
from kehoach.thethuc.registry import rule

_LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"})
_SHORT = re.compile(r"(?<![\w/.\-–&])[A-ZĐ]{3,8}(?![\w/\-–&])")
_COMMON = frozenset(
    {"UBND", "HĐND", "MTTQ", "UBMTTQ", "BCH", "BTV", "TTHC", "ASEAN", "NSNN", "TW", "TTĐT"}
)
_NEAR = 12
_NAMED_BEFORE = re.compile(r"\b(?:tại|có|ban hành|gửi)\s*", re.IGNORECASE)
"""What stands between an issuer and the document: “Sở Nội vụ tại Tờ trình số …”."""
_DATED_BEFORE = re.compile(r"\bngày\s+\d", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLC]+")


@rule("N-51", "vien-dan-lan-dau", Level.WARNING, "NĐ 30/2020/NĐ-CP, phụ lục I, phần I, mục II.6.b")
def first_citation(document: Document) -> Iterator[Fault]:
    """Viện dẫn lần đầu ghi đủ tên loại, số, ký hiệu, thời gian, cơ quan ban hành, trích yếu."""
    yield from _short_citations(document)


@rule("P-28", "vien-dan-lan-dau-dang", Level.WARNING, "HD 05-HD/VPTW, phần II, mục I.6.1.4")
def party_first_citation(document: Document) -> Iterator[Fault]:
    """Viện dẫn lần đầu ghi đủ tên loại, số, ký hiệu, ngày, cơ quan ban hành, trích yếu."""
    yield from _short_citations(document)


@rule("P-27", "viet-tat", Level.WARNING, "HD 05-HD/VPTW, phần II, mục I.6.1.3")
def abbreviations(document: Document) -> Iterator[Fault]:
    """Cụm từ viết tắt: lần đầu viết đủ, kèm chữ viết tắt trong ngoặc đơn."""
    told: set[str] = set(_COMMON)
    for paragraph in _text(document):
        text = paragraph.text
        if is_capitals(text):
            continue
        for found in _SHORT.finditer(text):
            word = found[0]
            if word in told or _ROMAN.fullmatch(word):
                continue
            told.add(word)
            around = text[max(found.start() - 1, 0) : found.end() + 1]
            before = text[: found.start()].rstrip()
            if around.startswith("(") or before.endswith(("viết tắt là", "gọi tắt là", "(")):
                continue
            yield at_paragraph(paragraph, f"“{word}” viết tắt mà lần đầu chưa viết đủ")


def _text(document: Document) -> Iterator[Paragraph]:
    yield from document.found.bases
    for block in document.found.body:
        yield block.paragraph


def _short_citations(document: Document) -> Iterator[Fault]:
    seen: set[str] = set()
    for paragraph in _text(document):
        inside = 0
        for citation in find_citations(paragraph.text):
            key = fold(str(citation.symbol))
            nested = citation.start < inside
            inside = max(inside, citation.end)
            if key in seen or not citation.symbol.number or citation.type_name in _LAWS:
                continue
            seen.add(key)
            missing = _missing(citation, paragraph.text)
            if missing and not nested:
                message = f"viện dẫn “{citation.symbol.text}” lần đầu thiếu {missing}"
                yield at_paragraph(paragraph, message)


def _missing(citation: Citation, text: str) -> str:
    """Return what the citation surely lacks; whether it has a title cannot be told for sure."""
    open_date = "ngày" in text[citation.end : citation.end + _NEAR]
    if open_date:
        return ""
    before = re.split(r"[.;]\s", text[: citation.start])[-1]
    named = any(found.end() == len(before) for found in _NAMED_BEFORE.finditer(before))
    dated = named and _DATED_BEFORE.search(before) is not None
    parts = (
        ("thời gian ban hành", citation.date is None and not dated),
        ("cơ quan ban hành", not citation.issuer and not named),
    )
    return ", ".join(name for name, lacking in parts if lacking)
