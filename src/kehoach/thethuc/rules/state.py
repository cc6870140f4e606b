"""Quốc hiệu, Tiêu ngữ, and the title of the Party."""

from collections.abc import Iterator

from kehoach.document.profile import Part
from kehoach.language.fold import fold
from kehoach.rules.finding import Level
from kehoach.thethuc.elements import words
from kehoach.thethuc.fault import Document, Edit, Fault, at_document, at_piece
from kehoach.thethuc.looking import own_runs, points, size_edits, sizes_of, wrong_look
from kehoach.thethuc.measuring import room_for, width_of
from kehoach.thethuc.norms.nd30 import SIZE_SETS
from kehoach.thethuc.reading.text import Piece
from kehoach.thethuc.registry import rule
from kehoach.thethuc.ruling import wrong_full_rule

_FORMULAS = {Part.STATE: words.STATE, Part.MOTTO: words.MOTTO, Part.PARTY: words.PARTY}
_CLAUSE = "NĐ 30/2020/NĐ-CP, phụ lục I, phần I, mục II.1"


@rule("N-19", "co-chu-phan-dau", Level.ERROR, "NĐ 30/2020/NĐ-CP, phụ lục I, phần I, mục V")
def sizes_together(document: Document) -> Iterator[Fault]:
    """Quốc hiệu, Tiêu ngữ, địa danh và ngày cùng theo một bộ cỡ chữ: 13, 14, 14 hoặc 12, 13, 13."""
    found = document.found
    pieces = [one for one in (found.state, found.motto, found.date) if one is not None]
    sizes = [sizes_of(one.segments) for one in pieces]
    parts = (Part.STATE, Part.MOTTO, Part.DATE)
    if len(pieces) < len(parts) or any(
        len(own) != 1 or own[0] not in document.norm.sizes[part]
        for own, part in zip(sizes, parts, strict=True)
    ):
        return  # said by the rule of the part itself
    together = tuple(own[0] for own in sizes)
    if together not in SIZE_SETS:
        nearest = max(SIZE_SETS, key=lambda one: sum(map(float.__eq__, one, together)))
        edits = [
            edit
            for piece, size in zip(pieces, nearest, strict=True)
            for edit in size_edits(piece.segments, (size,), own_runs(piece))
        ]
        message = f"cỡ chữ Quốc hiệu, Tiêu ngữ, địa danh và ngày là {points(together)}"
        yield at_piece(pieces[0], message, edits=edits)


@rule("N-20", "quoc-hieu", Level.ERROR, f"{_CLAUSE}.a")
def state(document: Document) -> Iterator[Fault]:
    """Quốc hiệu CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM: chữ hoa cỡ 12 đến 13, đứng, đậm, một dòng."""
    piece = document.found.state
    yield from _wrong_formula(document, piece, Part.STATE, "Quốc hiệu")
    if piece is None:
        return
    room = room_for(document.text, piece.paragraph)
    if piece.alone and room and width_of(piece.segments) > room:
        yield at_piece(piece, "Quốc hiệu không vừa một dòng", "nới cột bên phải của phần đầu")


@rule("N-21", "tieu-ngu", Level.ERROR, f"{_CLAUSE}.b")
def motto(document: Document) -> Iterator[Fault]:
    """Tiêu ngữ “Độc lập - Tự do - Hạnh phúc”: cỡ 13 đến 14, đứng, đậm, gạch nối có cách chữ."""
    yield from _wrong_formula(document, document.found.motto, Part.MOTTO, "Tiêu ngữ")


@rule("N-22", "ke-duoi-tieu-ngu", Level.ERROR, f"{_CLAUSE}.b")
def motto_rule(document: Document) -> Iterator[Fault]:
    """Dưới Tiêu ngữ có đường kẻ ngang, nét liền, dài bằng dòng chữ."""
    if document.found.motto is not None:
        yield from wrong_full_rule(document.found.motto, document.found.state_rules, "Tiêu ngữ")


@rule("N-23", "dan-dong-quoc-hieu", Level.WARNING, f"{_CLAUSE}.c")
def state_spacing(document: Document) -> Iterator[Fault]:
    """Quốc hiệu và Tiêu ngữ cách nhau dòng đơn."""
    state, motto = document.found.state, document.found.motto
    if state is None or motto is None or state.paragraph is motto.paragraph:
        return
    gap = state.paragraph.look.after + motto.paragraph.look.before
    looks = state.paragraph.look, motto.paragraph.look
    wide = any(look.rule == "auto" and look.line != 240 for look in looks)  # noqa: PLR2004
    if gap or wide:
        edits = (
            Edit(state.paragraph.element, "after", 0),
            Edit(motto.paragraph.element, "before", 0),
            *(
                Edit(piece.paragraph.element, "line", (240, "auto"))
                for piece in (state, motto)
                if piece.paragraph.look.rule == "auto"
            ),
        )
        yield at_piece(state, "Quốc hiệu và Tiêu ngữ không cách nhau dòng đơn", edits=edits)


@rule("P-10", "tieu-de-dang", Level.ERROR, "HD 05-HD/VPTW, phần II, mục I.1")
def party(document: Document) -> Iterator[Fault]:
    """Tiêu đề ĐẢNG CỘNG SẢN VIỆT NAM: chữ hoa cỡ 15, đứng, đậm; kẻ nét liền dài bằng dòng chữ."""
    piece = document.found.party
    yield from _wrong_formula(document, piece, Part.PARTY, "tiêu đề ĐẢNG CỘNG SẢN VIỆT NAM")
    if piece is None:
        return
    yield from wrong_full_rule(piece, document.found.state_rules, "tiêu đề")


def _wrong_formula(
    document: Document, piece: Piece | None, part: Part, name: str
) -> Iterator[Fault]:
    """Yield what is wrong with the fixed words of *part*, which are called *name*."""
    if piece is None:
        yield at_document(document, f"không thấy {name}")
        return
    yield from _same_words(piece, _FORMULAS[part])
    yield from wrong_look(document, part, piece)


def _same_words(piece: Piece, formula: str) -> Iterator[Fault]:
    """Yield a fault where *piece* is not the *formula*; either place of the tone mark is right."""
    if piece.text == formula or _tones(piece.text) == _tones(formula):
        return
    only = fold(piece.text) == fold(formula) or _letters(piece.text) == _letters(formula)
    edits: tuple[Edit, ...] = ()
    if only:
        whole = len(own_runs(piece)) == len({id(one.run) for one in piece.segments})
        change = ("formula", (piece, formula)) if whole else ("split-runs", True)
        edits = (Edit(piece.paragraph.element, *change),)
    yield at_piece(piece, f"viết là “{piece.text}”", f"viết đúng “{formula}”", edits=edits)


def _tones(text: str) -> str:
    return text.replace("HOÀ", "HÒA").replace("Hoà", "Hòa")


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, fold(text)))
