"""Paragraphs and dashes of a document that names its values, put where they stood."""

from typing import Any

from kehoach.importers.draft import Piece, Sureness
from kehoach.importers.marks import read_mark
from kehoach.importers.named import without_end
from kehoach.importers.passages import Passage

DASHES = {"-": 1, "+": 2, "•": 3}
"""Which level of a list a dash stands for."""


def add_prose(place: list[Any], text: Passage, note: str = "") -> None:
    """Add a paragraph or a dash to *place*; with a *note* a person should look at it."""
    text = without_end(text)
    sure = Sureness.CHECK if note else Sureness.SURE
    mark = read_mark(text.text)
    if mark and mark.is_dash:
        add_dash(place, DASHES[mark.kind], text.cut(mark.end).piece(sure, note))
    elif text.text:
        place.append(text.piece(sure, note))


def add_dash(prose: list[Any], level: int, piece: Piece) -> None:
    """Add a dash of *level* to the list at the end of *prose*, or to a new one."""
    for _ in range(level):
        if not (prose and isinstance(prose[-1], list)):
            prose.append([])
        prose = prose[-1]
    prose.append(piece)
