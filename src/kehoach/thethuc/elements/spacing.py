"""Columns that people make with spaces: agency and Quốc hiệu, number and date on one line."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from kehoach.thethuc.reading.text import Paragraph, Piece, plain

_GAP = re.compile(r"[ \u00a0]{3,}")
_LONGEST = 300


def cut_at_spaces(paragraph: Paragraph, is_right: Callable[[str], bool]) -> None:
    """Cut the pieces of *paragraph* before a text that *is_right* knows, behind three spaces."""
    paragraph.pieces = tuple(cut for one in paragraph.pieces for cut in _cut(one, is_right))


def _cut(piece: Piece, is_right: Callable[[str], bool]) -> Iterator[Piece]:
    text = "".join(one.text for one in piece.segments)
    gaps = _GAP.finditer(text) if len(text) <= _LONGEST else ()
    for gap in gaps:
        if text[: gap.start()].strip() and is_right(plain(text[gap.end() :])):
            yield _part(piece, 0, gap.start(), piece.column)
            yield _part(piece, gap.end(), len(text), piece.column + 1)
            return
    yield piece


def _part(piece: Piece, start: int, end: int, column: int) -> Piece:
    segments = []
    position = 0
    for one in piece.segments:
        text = one.text[max(start - position, 0) : max(end - position, 0)]
        if text:
            segments.append(replace(one, text=text))
        position += len(one.text)
    return Piece(piece.paragraph, tuple(segments), column, piece.line, alone=False)
