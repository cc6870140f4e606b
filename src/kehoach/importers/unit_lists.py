"""Lists of units as values, the words between them named as left out."""

import re

from kehoach.importers.context import Context
from kehoach.importers.draft import Piece
from kehoach.importers.passages import Passage
from kehoach.language.unit import split_units

LINK = "chữ nối các đơn vị trong danh sách"
_WORD = re.compile(r"\w+")
# Where `Restorer.units` parts a list that lacks its marks.
_BARE_LINK = re.compile(r"(?<=\s)v[aàá](?=\s+c[aáâ]c\s)", re.IGNORECASE)


def read_unit_list(value: Passage, context: Context) -> list[Piece]:
    """Return the units that *value* lists; all of it as one where none is told apart."""
    piece = context.restorer.units(value)
    names = split_units(str(piece.text) if context.restorer.needed else value.text)
    if context.restorer.needed:
        for link in _BARE_LINK.finditer(value.text):
            context.leave(value.cut(*link.span()), LINK)
    elif names:
        place = 0
        for name in names:
            start = value.text.find(name, place)
            _leave_words(value, place, start, context)
            place = start + len(name)
        _leave_words(value, place, len(value.text), context)
    return [value.reworded(name, piece.sure, piece.note) for name in names] or [piece]


def _leave_words(value: Passage, start: int, end: int, context: Context) -> None:
    for word in _WORD.finditer(value.text, start, end):
        context.leave(value.cut(*word.span()), LINK)
