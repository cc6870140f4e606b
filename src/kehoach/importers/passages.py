"""Stretches of text that know which lines of the source they come from."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kehoach.importers.blocks import Line, Origin
from kehoach.importers.draft import Piece, Sureness
from kehoach.language.fold import normalize

# "02-" at the end of a line goes on with "KH/BCĐTW"; "kinh tế -" goes on with a space.
_OPEN_HYPHEN = re.compile(r"\d[-/]\Z|[A-ZĐ]/\Z")
_BLANK = " \t\n\r\u00a0"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and the lines it was read from; ``starts`` says where in it each line begins."""

    text: str
    starts: tuple[tuple[int, Origin], ...]
    number: str = ""
    level: int = 0
    bold: bool = False
    italic: bool = False
    centred: bool = False

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Every line that the text was read from, in order."""
        return tuple(dict.fromkeys(origin for _, origin in self.starts))

    def cut(self, start: int, end: int | None = None) -> "Passage":
        """Return the stretch [start, end) without white space around it."""
        end = len(self.text) if end is None else min(end, len(self.text))
        start = min(start, end)
        while start < end and self.text[start] in _BLANK:
            start += 1
        while end > start and self.text[end - 1] in _BLANK:
            end -= 1
        before = [place for place in self.starts if place[0] <= start][-1:]
        inside = [place for place in self.starts if start < place[0] < end]
        starts = tuple((max(at - start, 0), origin) for at, origin in (*before, *inside))
        return replace(self, text=self.text[start:end], starts=starts, number="")

    def without(self, closing: str) -> "Passage":
        """Return the text without the characters of *closing* at its end."""
        return self.cut(0, len(self.text.rstrip(closing + _BLANK)))

    def piece(self, sure: Sureness = Sureness.SURE, note: str = "") -> Piece:
        """Return the text as a value of the draft."""
        return Piece(self.text, self.origins, sure, note)

    def reworded(self, text: str, sure: Sureness = Sureness.SURE, note: str = "") -> Piece:
        """Return *text*, read from here, as a value of the draft."""
        return Piece(text, self.origins, sure, note)


def passage(line: Line) -> Passage:
    """Return *line* as a passage: in NFC, white space collapsed, tone marks in the new places."""
    return Passage(
        normalize(line.text),
        ((0, line.origin),),
        line.number,
        line.level,
        line.bold,
        line.italic,
        line.centred,
    )


def numbered(line: Line) -> Passage:
    """Return *line* as a passage that begins with the number that Word gives it."""
    return passage(replace(line, text=f"{line.number} {line.text}", number=""))


def joined(passages: Iterable[Passage]) -> Passage:
    """Return the *passages*, at least one, as one text; the first one says how it looks."""
    first, *others = passages
    texts, starts, length = [first.text], list(first.starts), len(first.text)
    for other in others:
        gap = "" if not length or _OPEN_HYPHEN.search(texts[-1][-3:]) else " "
        shift = length + len(gap)
        starts += [(at + shift, origin) for at, origin in other.starts]
        texts.append(gap + other.text)
        length = shift + len(other.text)
    return replace(first, text="".join(texts), starts=tuple(starts))
