"""Fonts, encoding and colour of every letter, wherever it stands."""

import unicodedata
from collections.abc import Iterator

from kehoach.rules.finding import Level
from kehoach.thethuc.fault import Document, Edit, Fault, at_paragraph
from kehoach.thethuc.reading.text import Paragraph, Segment
from kehoach.thethuc.registry import rule

_STATE = "NĐ 30/2020/NĐ-CP, phụ lục I, phần I, mục I.4"
_FONT = "Times New Roman"
_ALIKE = frozenset(
    {
        "timesnewroman",
        "times new roman psmt",
        "timesnewromanpsmt",
        *(f"times new roman {face}" for face in ("bold", "italic", "bold italic")),
    }
)
"""Names by which Times New Roman or one of its faces is kept."""
_LEGACY = (".vn", "vni-", "vni ")
_BLACK = frozenset({"auto", "000000", ""})
_PICTURES = ("wingdings", "webdings", "symbol", "marlett")


@rule("N-07", "phong-chu", Level.ERROR, _STATE)
def font(document: Document) -> Iterator[Fault]:
    """Phông chữ Times New Roman ở mọi chỗ."""
    yield from _wrong_fonts(document)


@rule("N-08", "bo-ma", Level.ERROR, _STATE)
def encoding(document: Document) -> Iterator[Fault]:
    """Chữ Unicode dựng sẵn theo TCVN 6909:2001, không dùng phông TCVN3 hay VNI."""
    yield from _wrong_encodings(document)


@rule("N-09", "mau-chu", Level.ERROR, _STATE)
def colour(document: Document) -> Iterator[Fault]:
    """Chữ màu đen, không tô nền."""
    yield from _wrong_colours(document)


@rule("P-01", "phong-ma-mau-dang", Level.ERROR, "HD 05-HD/VPTW, phần II, mục IV.1")
def party_letters(document: Document) -> Iterator[Fault]:
    """Phông Times New Roman, bộ mã TCVN 6909:2001, màu đen."""
    yield from _wrong_fonts(document)
    yield from _wrong_encodings(document)
    yield from _wrong_colours(document)


def _words(paragraph: Paragraph) -> Iterator[Segment]:
    """Yield the segments in which letters or figures stand; signs of picture fonts are none."""
    for segment in paragraph.segments:
        if any(map(str.isalnum, segment.text)):
            yield segment


def _fonts(segment: Segment) -> list[str]:
    """Return the fonts in which the letters of *segment* are drawn."""
    fonts = []
    if segment.text.isascii() or any(char.isascii() and char.isalnum() for char in segment.text):
        fonts.append(segment.look.ascii)
    if not segment.text.isascii():
        fonts.append(segment.look.hansi)
    return fonts


def _is_legacy(name: str) -> bool:
    return name.lower().startswith(_LEGACY)


def _wrong_fonts(document: Document) -> Iterator[Fault]:
    for paragraph in document.text.everywhere():
        wrong: dict[str, list[Edit]] = {}
        for segment in _words(paragraph):
            for name in _fonts(segment):
                known = name == _FONT or _is_legacy(name)
                if not known and not name.lower().startswith(_PICTURES):
                    wrong.setdefault(name, []).append(Edit(segment.run, "font", _FONT))
        for name, edits in wrong.items():
            level = Level.WARNING if name.lower() in _ALIKE else None
            yield at_paragraph(paragraph, f"phông chữ {name}", level=level, edits=edits)


def _wrong_encodings(document: Document) -> Iterator[Fault]:
    for paragraph in document.text.everywhere():
        legacy = {name for one in _words(paragraph) for name in _fonts(one) if _is_legacy(name)}
        for name in sorted(legacy):
            message = f"phông {name} là phông mã cũ (TCVN3 hoặc VNI)"
            yield at_paragraph(paragraph, message, "chuyển chữ sang Unicode rồi đặt lại phông")
        text = "".join(one.text for one in _words(paragraph))
        if any(unicodedata.category(char) == "Co" for char in text):
            yield at_paragraph(paragraph, "có ký tự không thuộc bảng mã chuẩn")
        if not unicodedata.is_normalized("NFC", text):
            yield at_paragraph(
                paragraph,
                "chữ Unicode tổ hợp (dấu là ký tự riêng)",
                "gõ hoặc chuyển sang Unicode dựng sẵn",
                level=Level.WARNING,
            )


def _wrong_colours(document: Document) -> Iterator[Fault]:
    for paragraph in document.text.everywhere():
        for segment in _words(paragraph):
            if segment.look.color not in _BLACK:
                edits = (Edit(segment.run, "color", "auto"),)
                yield at_paragraph(paragraph, f"chữ màu {segment.look.color}", edits=edits)
            if segment.look.highlight != "none":
                edits = (Edit(segment.run, "highlight", "none"),)
                message = f"chữ tô nền {segment.look.highlight}"
                yield at_paragraph(paragraph, message, edits=edits)
