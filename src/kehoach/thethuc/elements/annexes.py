"""Annexes: the line ``Phụ lục I``, the title, the line that names the document."""

from collections.abc import Sequence

from kehoach.language.fold import fold
from kehoach.thethuc.elements import words
from kehoach.thethuc.elements.found import Annex, Elements
from kehoach.thethuc.elements.ruling import is_sign_line, rules_under
from kehoach.thethuc.elements.words import is_capitals
from kehoach.thethuc.reading.text import Paragraph, Piece, WordText

_HEAD = 8
_LONGEST_LABEL = 160
_MOST = 80
"""More annexes than any document has; what looks like one after them is text of the last."""


def annex_starts(paragraphs: Sequence[Paragraph], after: int) -> list[int]:
    """Return the positions in *paragraphs* at which annexes begin, behind the paragraph *after*.

    The title of an annex may itself begin with "Phụ lục".
    """
    found: list[int] = []
    in_head = False
    for position, paragraph in enumerate(paragraphs):
        if paragraph.number <= after or not paragraph.pieces:
            continue
        first = paragraph.pieces[0]
        if paragraph.cell is None and _is_label(first) and not (in_head and _is_title(first)):
            found.append(position)
            in_head = True
        else:
            in_head = in_head and _goes_on(first)
    return found[:_MOST]


def find_annexes(text: WordText, starts: Sequence[int], found: Elements) -> None:
    """Put the annexes that begin at *starts* into *found*."""
    paragraphs = text.paragraphs
    ends = [*starts[1:], len(paragraphs)][: len(starts)]
    found.annexes = tuple(
        _annex(text, paragraphs[start:end]) for start, end in zip(starts, ends, strict=True)
    )


def _is_label(piece: Piece) -> bool:
    text = piece.text
    if not piece.alone or len(text) > _LONGEST_LABEL:
        return False
    if words.ANNEX_LABEL.fullmatch(text):
        return True
    return is_capitals(text) and words.ANNEX_LINE.fullmatch(text) is not None


def _is_title(piece: Piece) -> bool:
    """Whether *piece* begins like the label of an annex but has words in place of the number."""
    named = words.ANNEX_LINE.fullmatch(piece.text)
    bare = words.ANNEX_LABEL.fullmatch(piece.text)
    return bare is None and named is not None and not named["number"]


def _goes_on(piece: Piece) -> bool:
    """Whether the head of an annex may go on below *piece*."""
    head = is_capitals(piece.text) or piece.text.startswith("(") or is_sign_line(piece)
    return head and piece.paragraph.look.align == "center"


def _annex(text: WordText, paragraphs: Sequence[Paragraph]) -> Annex:
    line = paragraphs[0].pieces[0]
    named = words.ANNEX_LINE.fullmatch(line.text)
    title: list[Piece] = []
    reference: Piece | None = None
    pieces = [
        piece
        for paragraph in paragraphs[: _HEAD + 2]
        for piece in paragraph.pieces
        if piece is not line
    ]
    for piece in pieces[:_HEAD]:
        folded = fold(piece.text)
        if folded.startswith("(") and ("kèm theo" in folded or "ban hành" in folded):
            reference = piece
            break
        if piece.paragraph.cell is not None or is_sign_line(piece):
            break
        if title and not (is_capitals(piece.text) or piece.paragraph.look.align == "center"):
            break
        title.append(piece)
        if len(title) > _HEAD // 2:
            break
    ends = reference or (title[-1] if title else line)
    width = text.sections[min(paragraphs[0].section, len(text.sections) - 1)].text_width
    rules = rules_under((ends,), paragraphs[: _HEAD * 2], (), width)
    tables = dict.fromkeys(
        paragraph.cell.table
        for paragraph in paragraphs
        if paragraph.cell is not None and paragraph.cell.table.depth == 0
    )
    return Annex(
        line=line,
        number=(named["number"] or "") if named else "",
        title=tuple(title),
        reference=reference,
        rules=rules,
        paragraphs=tuple(paragraphs),
        tables=tuple(tables),
    )
