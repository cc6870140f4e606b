"""What a target states behind its sentence: ``…: tối thiểu 80%; tính từ 01/7/2025; thời hạn …``.

A document that kehoach made has targets in this writing, and so have others.
"""

import re

from kehoach.importers.context import LABEL, Context
from kehoach.importers.draft import Piece
from kehoach.importers.passages import Passage
from kehoach.language.deadline import read_deadline
from kehoach.language.fold import fold
from kehoach.language.quantity import find_quantities

_DATES = re.compile(
    r"(?:;\s+(?P<since>tính từ)\s+(?P<tu_ngay>(?:ngày\s+)?\d{1,2}/\d{1,2}/\d{4}))?"
    r"(?:;\s+(?P<by>thời hạn)\s+(?P<han>[^;:]{3,120}))?\Z"
)
_FIRST_DATE = re.compile(r";\s+(?:tính từ|thời hạn)\s")
_FIGURE = re.compile(r":\s+(?P<figure>[^:;]{1,80})\Z")
_BRACKETS = re.compile(r"\s\((?P<inside>[^()]{3,400})\)\Z")
_SCOPE = re.compile(r"trong phạm vi [^;]{2,60}")
_EXCEPT = re.compile(r"(?P<label>trừ)\s+(?P<what>[^;]{3,300})")
_PART = re.compile(r"[^;\s][^;]*")


def take_details(text: Passage, context: Context) -> tuple[Passage, dict[str, Piece]]:
    """Return the sentence of the target *text* and the values that stand behind it.

    A value that the sentence has as well stays in the text: it would not be printed twice.
    """
    if context.restorer.needed:
        return text, {}
    found: dict[str, Piece] = {}
    labels: list[Passage] = []
    sentence = _take_figure(_take_dates(text, found, labels), found)
    if not found:
        return text, {}
    sentence = _take_brackets(sentence, found, labels)
    said = fold(sentence.text)
    if not said or any(fold(str(piece.text)) in said for piece in found.values()):
        return text, {}
    for label in labels:
        context.leave(label, LABEL)
    return sentence, found


def _take_dates(text: Passage, found: dict[str, Piece], labels: list[Passage]) -> Passage:
    first = _FIRST_DATE.search(text.text)
    match = first and _DATES.match(text.text, first.start())
    if not first or not match or (match["han"] and not read_deadline(match["han"])):
        return text
    for label, key in (("since", "tu_ngay"), ("by", "han")):
        if match[label]:
            labels.append(text.cut(*match.span(label)))
            found[key] = text.cut(*match.span(key)).piece()
    return text.cut(0, first.start())


def _take_figure(text: Passage, found: dict[str, Piece]) -> Passage:
    match = _FIGURE.search(text.text)
    if not match:
        return text
    figure = match["figure"].strip()
    quantities = find_quantities(figure)
    whole = quantities and (quantities[0].start, quantities[0].end) == (0, len(figure))
    if not whole and fold(figure) != "toàn bộ":
        return text
    found["muc_dat"] = text.cut(*match.span("figure")).piece()
    return text.cut(0, match.start())


def _take_brackets(text: Passage, found: dict[str, Piece], labels: list[Passage]) -> Passage:
    """Take a scope and an exception, where the brackets at the end hold nothing else."""
    match = _BRACKETS.search(text.text)
    values: dict[str, Piece] = {}
    said: list[Passage] = []
    for part in _PART.finditer(text.text, *match.span("inside")) if match else ():
        inside = text.cut(*part.span())
        if _SCOPE.fullmatch(inside.text):
            values["pham_vi"] = inside.piece()
        elif exception := _EXCEPT.fullmatch(inside.text):
            said.append(inside.cut(*exception.span("label")))
            values["ngoai_tru"] = inside.cut(*exception.span("what")).piece()
        else:
            return text
    if match is None:
        return text
    found |= values
    labels += said
    return text.cut(0, match.start())
