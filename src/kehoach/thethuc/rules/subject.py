"""Type of the document and what it is about."""

from collections.abc import Iterator, Sequence

from kehoach.document.profile import TWIPS_PER_PT, Part
from kehoach.language.fold import fold
from kehoach.rules.finding import Level
from kehoach.thethuc.elements.words import TYPE_NAMES
from kehoach.thethuc.fault import Document, Edit, Fault, at_document, at_piece
from kehoach.thethuc.looking import (
    own_runs,
    points,
    share,
    size_fault,
    wrong_look,
    wrong_looks,
)
from kehoach.thethuc.norms import hd05, nd30
from kehoach.thethuc.reading.text import Paragraph, Piece
from kehoach.thethuc.registry import rule
from kehoach.thethuc.ruling import wrong_short_rule

_STATE = "NĐ 30/2020/NĐ-CP, phụ lục I, phần I, mục II.5"
_PARTY = "HD 05-HD/VPTW, phần II, mục I.5"
_MOST = 0.5


@rule("N-40", "ten-loai", Level.ERROR, f"{_STATE}.b")
def type_(document: Document) -> Iterator[Fault]:
    """Tên loại: chữ hoa cỡ 13 đến 14, đứng, đậm, canh giữa, không lùi đầu dòng."""
    yield from _wrong_type(document)


@rule("N-41", "trich-yeu", Level.ERROR, f"{_STATE}.b")
def subject(document: Document) -> Iterator[Fault]:
    """Trích yếu ngay dưới tên loại: chữ thường cỡ 13 đến 14, đứng, đậm, canh giữa."""
    yield from _wrong_subject(document)


@rule("N-42", "ke-duoi-trich-yeu", Level.ERROR, f"{_STATE}.b")
def subject_rule(document: Document) -> Iterator[Fault]:
    """Dưới trích yếu có đường kẻ ngang, nét liền, dài từ 1/3 đến 1/2 dòng chữ, cân đối."""
    found = document.found
    yield from wrong_short_rule(document, found.subject, found.subject_rules, "trích yếu")


@rule("N-43", "trich-yeu-cong-van", Level.ERROR, f"{_STATE}.b")
def letter_subject(document: Document) -> Iterator[Fault]:
    """Trích yếu công văn sau chữ “V/v”: cỡ 12 đến 13, đứng, canh giữa, cách dòng trên 6 pt."""
    pieces = document.found.letter_subject
    yield from _wrong_letter(pieces, nd30.LETTER_SUBJECT, italic=False)
    if pieces and pieces[0].alone:
        paragraph = pieces[0].paragraph
        above = _after_above(document, paragraph)
        gap = above + paragraph.look.before
        if gap != nd30.LETTER_GAP:
            edits = (Edit(paragraph.element, "before", max(nd30.LETTER_GAP - above, 0)),)
            message = f"trích yếu cách dòng trên {points([gap / TWIPS_PER_PT])} pt"
            yield at_piece(pieces[0], message, edits=edits if above <= nd30.LETTER_GAP else ())


@rule("P-20", "ten-loai-dang", Level.ERROR, _PARTY)
def party_type(document: Document) -> Iterator[Fault]:
    """Tên loại: chữ hoa cỡ 15 đến 16, đứng, đậm, canh giữa."""
    yield from _wrong_type(document)


@rule("P-21", "trich-yeu-dang", Level.ERROR, _PARTY)
def party_subject(document: Document) -> Iterator[Fault]:
    """Trích yếu: chữ thường cỡ 14 đến 15, đứng, đậm, canh giữa."""
    yield from _wrong_subject(document)


@rule("P-23", "ngan-cach-trich-yeu", Level.ERROR, f"{_PARTY}.2.1")
def party_subject_sign(document: Document) -> Iterator[Fault]:
    """Dưới trích yếu là năm gạch nối (-----), canh giữa, không kẻ ngang."""
    found = document.found
    if not found.subject:
        return
    sign, asked = found.subject_sign, document.norm.profile.subject_end
    if sign is None:
        drawn = bool(found.subject_rules.found)
        message = "kẻ ngang" if drawn else "không có dấu ngăn cách"
        yield at_piece(found.subject[-1], f"{message} dưới trích yếu")
    elif sign.text != asked:
        yield at_piece(sign, f"dấu ngăn cách viết là “{sign.text}”")
    elif sign.alone and sign.paragraph.look.align != "center":
        edits = (Edit(sign.paragraph.element, "align", "center"),)
        yield at_piece(sign, "dấu ngăn cách chưa canh giữa", edits=edits)


@rule("P-24", "trich-yeu-cong-van-dang", Level.ERROR, f"{_PARTY}.2.3")
def party_letter_subject(document: Document) -> Iterator[Fault]:
    """Trích yếu công văn: bắt đầu bằng “về việc”, cỡ 12, nghiêng, dưới số và ký hiệu."""
    pieces = document.found.letter_subject
    yield from _wrong_letter(pieces, hd05.LETTER_SUBJECT, italic=True)
    if pieces and fold(pieces[0].text).startswith("v/v"):
        yield at_piece(pieces[0], "trích yếu viết “V/v”", "viết “về việc”")


def _wrong_type(document: Document) -> Iterator[Fault]:
    piece = document.found.type
    if piece is None:
        yield from _missing_type(document)
        return
    yield from wrong_look(document, Part.TYPE, piece)
    if piece.paragraph.look.first > 0:
        edits = (Edit(piece.paragraph.element, "first", 0),)
        yield at_piece(piece, "tên loại lùi đầu dòng nên lệch khỏi giữa", edits=edits)


def _missing_type(document: Document) -> Iterator[Fault]:
    found = document.found
    if found.letter_subject:
        return
    heading = found.heading
    if heading is None or fold(heading.text).startswith(tuple(TYPE_NAMES)):
        yield at_document(document, "không thấy tên loại văn bản")
        return
    message = f"“{heading.text}” không có trong danh sách tên loại văn bản"
    yield at_piece(heading, message, "giữ nguyên nếu mẫu riêng quy định", level=Level.NOTE)


def _wrong_subject(document: Document) -> Iterator[Fault]:
    found = document.found
    if found.type is None:
        return
    if not found.subject:
        yield at_piece(found.type, "không thấy trích yếu ngay dưới tên loại")
    yield from wrong_looks(document, Part.SUBJECT, found.subject)


def _after_above(document: Document, paragraph: Paragraph) -> int:
    """Return the room that the paragraph above *paragraph* keeps below itself."""
    before = document.text.paragraphs[: paragraph.number - 1]
    above = before[-1] if before else None
    return above.look.after if above is not None and above.container == paragraph.container else 0


def _wrong_letter(
    pieces: Sequence[Piece], sizes: tuple[float, ...], *, italic: bool
) -> Iterator[Fault]:
    for piece in pieces:
        runs = own_runs(piece)
        wrong, edits = size_fault(piece.segments, sizes, runs)
        if (share(piece.segments, "italic") > _MOST) != italic:
            wrong.append("chưa in nghiêng" if italic else "in nghiêng")
            edits += [Edit(run, "italic", italic) for run in runs]
        if piece.alone and piece.paragraph.look.align != "center":
            wrong.append("chưa canh giữa")
            edits.append(Edit(piece.paragraph.element, "align", "center"))
        if wrong:
            yield at_piece(piece, f"trích yếu: {'; '.join(wrong)}", edits=edits)
