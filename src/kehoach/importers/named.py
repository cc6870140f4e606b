"""Stretches of a line that the document itself names as values of a plan.

A Word file that `kehoach render` wrote names them by character styles. Only the visible text
counts: a style says which value a stretch is, never what it is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kehoach.importers.blocks import Block, Line
from kehoach.importers.context import LABEL, Context
from kehoach.importers.marks import Mark, read_mark
from kehoach.importers.passages import Passage, joined, passage
from kehoach.importers.words import words
from kehoach.model.printed import key_level

STRUCTURE = frozenset({"de_muc", "nhiem_vu", "viec", "chi_tieu", "chi_tieu_chung_han"})
"""Keys of stretches that begin an item of the plan."""

# What the wording of a plan puts between the values of a target.
_BETWEEN = frozenset({"tính", "từ", "thời", "hạn", "chủ", "trì", "phối", "hợp", "trừ"})
_CLOSE = re.compile(r"[.;,]?\s*(?:\./\.)?\Z")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a line: ``key`` without its level, empty where the document names nothing."""

    key: str
    level: int
    text: Passage


@dataclass(frozen=True, slots=True)
class NamedLine:
    """A line by its parts.

    ``prefix`` is the number or dash before the first named stretch; ``key``, ``level`` and ``text``
    are the item that the line begins or the value that it is, values inside its sentence included;
    ``values`` are all other named stretches; ``between`` is what nothing names.
    """

    whole: Passage
    prefix: Passage
    key: str
    level: int
    text: Passage
    values: tuple[Stretch, ...]
    between: tuple[Passage, ...]

    @property
    def mark(self) -> Mark | None:
        """The number or dash that the line begins with."""
        return read_mark(f"{self.prefix.text} x") if self.prefix.text else None

    @property
    def number(self) -> str:
        """The number that is printed before the item; empty for a dash or none."""
        mark = self.mark
        if mark is None:
            return self.prefix.text.rstrip(".-) ")
        return "" if mark.is_dash else mark.number

    def take_labels(self, context: Context, known: Iterable[str] = _BETWEEN) -> bool:
        """Name words of the form between the values as left out; False where there are others."""
        allowed = frozenset(known)
        if any(not allowed.issuperset(words(text.text)) for text in self.between):
            return False
        for text in self.between:
            if words(text.text):
                context.leave(text, LABEL)
        return True


def is_named(blocks: Iterable[Block]) -> bool:
    """Tell whether any line of *blocks*, those of cells included, names values."""
    for block in blocks:
        if isinstance(block, Line):
            if block.named:
                return True
        elif any(line.named for row in block.rows for cell in row for line in cell.lines):
            return True
    return False


def named_line(line: Line) -> NamedLine | None:
    """Return *line* by its parts; None where it names nothing."""
    if not line.named:
        return None
    stretches = [one for one in _stretches(line) if one.text.text]
    first = next(place for place, one in enumerate(stretches) if one.key)
    prefix = joined([one.text for one in stretches[:first]] or [Passage("", ())])
    at = next((p for p, one in enumerate(stretches) if one.key in STRUCTURE), first)
    head, begin, end = stretches[at], at, at + 1
    if head.key in STRUCTURE:
        while begin and stretches[begin - 1].key:
            begin -= 1
        while end < len(stretches) and stretches[end].key:
            end += 1
    start_at, stop_at = _span(line, begin, end)
    text = passage(replace(line, text=line.text[start_at:stop_at], number="", named=()))
    others = [*stretches[first:at], *stretches[at + 1 :]]
    return NamedLine(
        passage(replace(line, named=())),
        prefix,
        head.key,
        head.level,
        text,
        tuple(one for one in others if one.key and one.key not in STRUCTURE),
        tuple(one.text for one in others if not one.key),
    )


def without_end(text: Passage) -> Passage:
    """Return *text* without the sign that closes the document (``./.``)."""
    if not text.text.endswith("./."):
        return text
    rest = text.cut(0, len(text.text) - 2)
    return rest if rest.text != "." else rest.cut(1)


def value_of(text: Passage) -> Passage:
    """Return *text* without the punctuation that the form closes a value with."""
    match = _CLOSE.search(text.text)
    return text.cut(0, match.start()) if match else text


def _pieces(line: Line) -> Iterator[tuple[int, int, str]]:
    """Yield every stretch of the line that is not only white space, named or not."""
    place = 0
    for start, end, key in (*line.named, (len(line.text), len(line.text), "")):
        for part in ((place, start, ""), (start, end, key)):
            if line.text[part[0] : part[1]].strip() or (part[2] and part[1] > part[0]):
                yield part
        place = end


def _stretches(line: Line) -> Sequence[Stretch]:
    return [
        Stretch(*key_level(key), passage(replace(line, text=line.text[a:b], number="", named=())))
        for a, b, key in _pieces(line)
    ]


def _span(line: Line, begin: int, end: int) -> tuple[int, int]:
    pieces = [part for part in _pieces(line) if line.text[part[0] : part[1]].strip()]
    return pieces[begin][0], pieces[end - 1][1]
