"""Stretches of text that know which lines of the source they come from.

What is recognised is read off the text as it should be written; what goes into the plan file is
the text as typed, so that what the author should put right is still there to be found.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kehoach.importers.blocks import Line, Origin
from kehoach.importers.draft import Piece, Sureness
from kehoach.language.fold import compose, normalize

# "02-" at the end of a line goes on with "KH/BCĐTW"; "kinh tế -" goes on with a space.
_OPEN_HYPHEN = re.compile(r"\d[-/]\Z|[A-ZĐ]/\Z")
_BLANK = " \t\n\r\u00a0"
_WHITE = re.compile(r"\s+")
_TWICE = re.compile(r"[\w.,;:%)”] {2,3}[\w(“]")

Slip = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and the lines it was read from; ``starts`` says where in it each line begins.

    ``slips`` are the stretches (start, end, typed) of ``text`` which the source writes otherwise.
    """

    text: str
    starts: tuple[tuple[int, Origin], ...]
    number: str = ""
    level: int = 0
    bold: bool = False
    italic: bool = False
    centred: bool = False
    slips: tuple[Slip, ...] = ()

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
        slips = tuple(
            (at - start, to - start, typed) for at, to, typed in self._slips_in(start, end)
        )
        return replace(self, text=self.text[start:end], starts=starts, number="", slips=slips)

    def without(self, closing: str) -> "Passage":
        """Return the text without the characters of *closing* at its end."""
        return self.cut(0, len(self.text.rstrip(closing + _BLANK)))

    def piece(self, sure: Sureness = Sureness.SURE, note: str = "") -> Piece:
        """Return the text as a value of the draft."""
        return self.reworded(self.text, sure, note)

    def reworded(self, text: str, sure: Sureness = Sureness.SURE, note: str = "") -> Piece:
        """Return *text*, read from here, as a value of the draft; its words are as typed here."""
        return Piece(self._as_typed(text), self.origins, sure, note)

    def _as_typed(self, text: str) -> str:
        if not self.slips:
            return text
        begin = self.text.find(text)
        if begin < 0:  # a heading in capitals was given small letters
            begin = self.text.lower().find(text.lower())
        if begin < 0:
            return text
        whole, place = "", 0
        for start, end, typed in self._slips_in(begin, begin + len(text)):
            at, to = start - begin, end - begin
            letters = typed.upper() if text[at:to].isupper() else typed.lower()
            whole += text[place:at] + letters
            place = to
        return whole + text[place:]

    def _slips_in(self, start: int, end: int) -> tuple[Slip, ...]:
        return self.slips[bisect_left(self.slips, (start,)) : bisect_left(self.slips, (end,))]


def passage(line: Line) -> Passage:
    """Return *line* as a passage: in NFC, white space collapsed, tone marks in the new places."""
    text = normalize(line.text)
    return Passage(
        text,
        ((0, line.origin),),
        line.number,
        line.level,
        line.bold,
        line.italic,
        line.centred,
        () if text == line.text else tuple(_slips(text, compose(line.text).strip(), line)),
    )


def _slips(text: str, typed: str, line: Line) -> Iterator[Slip]:
    """Yield where *typed*, the text of *line*, differs from the normalized *text*.

    White space counts only where *line* was typed as it is and two or three spaces part words:
    anything wider is layout.
    """
    shift = place = 0
    for blank in (*_WHITE.finditer(typed), None):
        end = blank.start() if blank else len(typed)
        for at in range(place, end):
            if typed[at] != text[at - shift]:
                yield at - shift, at - shift + 1, typed[at]
        if blank:
            if line.typed and _TWICE.match(typed, end - 1):
                yield end - shift, end - shift + 1, blank[0]
            shift += len(blank[0]) - 1
            place = blank.end()


def numbered(line: Line) -> Passage:
    """Return *line* as a passage that begins with the number that Word gives it."""
    return passage(replace(line, text=f"{line.number} {line.text}", number=""))


def joined(passages: Iterable[Passage]) -> Passage:
    """Return the *passages*, at least one, as one text; the first one says how it looks."""
    first, *others = passages
    texts, starts, length = [first.text], list(first.starts), len(first.text)
    slips = list(first.slips)
    for other in others:
        gap = "" if not length or _OPEN_HYPHEN.search(texts[-1][-3:]) else " "
        shift = length + len(gap)
        starts += [(at + shift, origin) for at, origin in other.starts]
        slips += [(at + shift, to + shift, typed) for at, to, typed in other.slips]
        texts.append(gap + other.text)
        length = shift + len(other.text)
    return replace(first, text="".join(texts), starts=tuple(starts), slips=tuple(slips))
