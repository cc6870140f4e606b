"""Lines under Tiêu ngữ, agency and subject: shapes, borders of paragraphs, typed characters."""

from collections.abc import Sequence

from kehoach.document.metrics import text_width
from kehoach.document.profile import TWIPS_PER_PT
from kehoach.thethuc.elements.found import Ruled, Rules
from kehoach.thethuc.elements.words import SIGN_LINE
from kehoach.thethuc.reading.text import Paragraph, Piece

_DASHED = frozenset({"dashed", "dotted", "dotDash", "dotDotDash", "dashSmallGap"})


def rules_under(
    block: Sequence[Piece], paragraphs: Sequence[Paragraph], head: Sequence[Paragraph], width: int
) -> Rules:
    """Return the lines under *block*, a part within *paragraphs* in reading order.

    Lines may be anchored to a paragraph of the part or to one after it, before the next text in
    the same container. *head* is where a drawn line that is anchored elsewhere may stand, *width*
    the room for text outside tables.
    """
    if not block:
        return Rules()
    own = {piece.paragraph.number for piece in block}
    last, container = block[-1].paragraph, block[-1].paragraph.container
    found: list[Ruled] = []
    region: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.container != container or paragraph.number < min(own):
            continue
        if paragraph.number > last.number and _has_words(paragraph, block[-1].column):
            if paragraph.look.top and paragraph.room is None:
                found += _border(paragraph, width, top=True)
            break
        region.append(paragraph)
    for paragraph in region:
        found += [Ruled(stroke.length, stroke.dashed) for stroke in paragraph.strokes]
        room = width if paragraph.room is None else paragraph.room
        after = paragraph.number > last.number
        found += _border(paragraph, room, top=after)
        found += [
            _typed(piece)
            for piece in paragraph.pieces
            if is_sign_line(piece) and piece.column in {block[-1].column, 0}
        ]
    elsewhere = any(one.strokes for one in head)
    underlined = all(
        segment.look.underline not in {"none", ""}
        for piece in block
        for segment in piece.segments
        if segment.text.strip()
    )
    return Rules(tuple(found), not found and elsewhere, underlined)


def is_sign_line(piece: Piece) -> bool:
    """Whether *piece* is a line typed with underscores, hyphens or dashes."""
    text = piece.text
    return len(text) > 2 and SIGN_LINE.fullmatch(text) is not None and "*" not in text  # noqa: PLR2004


def _has_words(paragraph: Paragraph, column: int) -> bool:
    """Whether text stands in *column* of tabs; the first column is the whole paragraph."""
    return any(
        not is_sign_line(piece) and column in {0, piece.column} for piece in paragraph.pieces
    )


def _border(paragraph: Paragraph, width: int, *, top: bool) -> list[Ruled]:
    look = paragraph.look
    sides = (look.bottom, look.top) if top else (look.bottom,)
    length = width - max(look.left, 0) - max(look.right, 0) if width else None
    return [Ruled(length, side.kind in _DASHED) for side in sides if side is not None]


def _typed(piece: Piece) -> Ruled:
    length = sum(
        text_width(one.shown, one.look.size, bold=one.look.bold, italic=one.look.italic)
        for one in piece.segments
    )
    return Ruled(length * TWIPS_PER_PT, "- -" in piece.text or "_ _" in piece.text)
