"""The end of a document: recipients, and who signs."""

from collections.abc import Sequence

from kehoach.language.fold import fold
from kehoach.thethuc.elements import words
from kehoach.thethuc.elements.found import Elements
from kehoach.thethuc.elements.ruling import is_sign_line
from kehoach.thethuc.elements.words import is_capitals
from kehoach.thethuc.reading.text import Paragraph, Piece

_TITLES = (
    "chủ tịch", "phó chủ tịch", "trưởng phòng", "phó trưởng phòng", "giám đốc", "phó giám đốc",
    "bí thư", "phó bí thư", "trưởng ban", "phó trưởng ban", "chánh văn phòng",
    "phó chánh văn phòng", "kiêm",
)  # fmt: skip
_LONGEST_LINE = 90
_LONGEST_LIST = 60
_LONGEST_NAME = 40
_MOST_LINES = 12


def find_closing(paragraphs: Sequence[Paragraph], found: Elements) -> int:
    """Put recipients and signature into *found*.

    Return the number of the first paragraph of that block, or one after the last paragraph.
    """
    pieces = [piece for paragraph in paragraphs for piece in paragraph.pieces]
    label = next(
        (piece for piece in reversed(pieces) if fold(piece.text).startswith("nơi nhận")), None
    )
    found.recipients_label = label
    if label is None:
        signature = _without_label(pieces)
    else:
        found.recipients = tuple(_list_under(label, pieces))
        signature = _beside(label, pieces, found.recipients)
    signature = [piece for piece in signature if not is_sign_line(piece)]
    name = next((piece for piece in reversed(signature) if _is_name(piece.text)), None)
    found.signer = name
    found.signature = tuple(piece for piece in signature if piece is not name)
    block = [*signature, *found.recipients, *([label] if label else [])]
    after = paragraphs[-1].number + 1 if paragraphs else 1
    return min((piece.paragraph.number for piece in block), default=after)


def _list_under(label: Piece, pieces: Sequence[Piece]) -> list[Piece]:
    container = label.paragraph.container
    found: list[Piece] = []
    for piece in pieces[pieces.index(label) + 1 :]:
        if piece.paragraph.container != container:
            if label.paragraph.cell is None and piece.paragraph.cell is not None:
                break
            continue
        if piece.column != label.column or len(found) == _LONGEST_LIST:
            continue
        starts = piece.text.startswith(("-", "–", "+", "•", "*")) or piece.paragraph.mark
        if label.paragraph.cell is None and not starts:
            if found and not is_capitals(piece.text) and len(piece.text) > _LONGEST_NAME:
                break
            continue
        found.append(piece)
    return found


def _beside(label: Piece, pieces: Sequence[Piece], listed: Sequence[Piece]) -> list[Piece]:
    """Return the lines of the signature, in another column or box than *label*."""
    at = label.paragraph
    if at.cell is not None:
        table = at.cell.table
        column = at.cell.column
        return [
            piece
            for piece in pieces
            if piece.paragraph.cell is not None
            and piece.paragraph.cell.table is table
            and piece.paragraph.cell.column != column
        ]
    start = max(pieces.index(label) - _MOST_LINES, 0)
    return [
        piece
        for piece in pieces[start:]
        if piece is not label
        and piece not in listed
        and len(piece.text) <= _LONGEST_LINE
        and (
            (piece.paragraph.number >= at.number and (piece.column > 0 or piece.paragraph.box))
            or (is_capitals(piece.text) and _is_office(piece.text))
            or (
                piece.paragraph.number > at.number
                and piece.paragraph.look.align in {"center", "right"}
            )
        )
    ]


def _without_label(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the lines from the first that gives an office, near the end of *pieces*."""
    near = pieces[-_MOST_LINES:]
    start = next((i for i, piece in enumerate(near) if _is_office(piece.text)), None)
    return [] if start is None else list(near[start:])


def _is_office(text: str) -> bool:
    return bool(words.AUTHORITY.match(text)) or (
        is_capitals(text) and fold(text).startswith(_TITLES)
    )


def _is_name(text: str) -> bool:
    """Whether *text* is a person's name: words with capital letters, not all in capitals."""
    parts = text.split()
    return (
        len(text) <= _LONGEST_NAME
        and not is_capitals(text)
        and fold(text) not in _TITLES
        and len(parts) > 1
        and all(part[0].isupper() for part in parts)
    )
