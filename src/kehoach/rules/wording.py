"""All words that a plan prints, as one text: what rules on spelling, spaces and capitals look at.

One search over the whole costs a fraction of one for each of some hundred texts; `Wording.at` turns
an offset back into path and stretch.
"""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, chain

from kehoach.language.legacy import Encoding, recognise_text
from kehoach.language.syllable import is_syllable
from kehoach.model.plan import Citation, Plan
from kehoach.model.texts import plan_texts
from kehoach.source.place import Path

Place = tuple[Path, tuple[int, int]]
"""A path and a stretch of the text there."""

BREAK = "¶"
"""The token between two texts."""

_MARKS = ',.;:()/“”"…!?[]'
# Above this share of words that are no syllables, a text is one that OCR left without its marks.
_MOST_UNSPELT = 0.15
_FEW_WORDS = 20


@dataclass(frozen=True)
class Wording:
    """The texts of a plan one after the other, each ended by a line break.

    Texts in decomposed Unicode and in old encodings are left out: they are to be mended first
    (KH902, KH903). `decomposed` and `legacy` hold them.
    """

    paths: tuple[Path, ...]
    starts: tuple[int, ...]
    text: str
    decomposed: tuple[tuple[Path, str], ...] = ()
    legacy: tuple[tuple[Path, str, Encoding], ...] = ()

    def at(self, start: int, end: int) -> Place:
        """Return path and stretch of the characters [start, end) of the whole."""
        i = bisect_right(self.starts, start) - 1
        return self.paths[i], (start - self.starts[i], end - self.starts[i])

    def around(self, offset: int) -> str:
        """Return the text in which *offset* lies."""
        i = bisect_right(self.starts, offset) - 1
        end = self.starts[i + 1] - 1 if i + 1 < len(self.starts) else len(self.text) - 1
        return self.text[self.starts[i] : end]

    def texts_with(self, words: str) -> Iterator[tuple[int, str]]:
        """Yield begin and words of each text that has *words*, given in small letters."""
        at = self.lower.find(words)
        while at >= 0:
            i = bisect_right(self.starts, at) - 1
            start, text = self.starts[i], self.around(at)
            yield start, text
            at = self.lower.find(words, start + len(text))

    def find(self, words: str) -> Iterator[int]:
        """Yield where *words* stand, case and all, not within other words."""
        at = self.text.find(words)
        while at >= 0:
            before, after = self.text[at - 1 : at], self.text[at + len(words) : at + len(words) + 1]
            if not (before.isalnum() and words[0].isalnum()) and not after.isalnum():
                yield at
            at = self.text.find(words, at + 1)

    def starts_sentence(self, offset: int) -> bool:
        """Tell whether a sentence or a text begins at *offset*."""
        before = self.text[max(offset - 4, 0) : offset].rstrip(' “"(-+')
        return not before or before[-1] in "\n.!?:"

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """Words and punctuation marks in order, `BREAK` between texts."""
        text = self.text.replace("\n", f" {BREAK} ")
        for mark in _MARKS:
            text = text.replace(mark, f" {mark} ")
        return tuple(text.split())

    @cached_property
    def lower(self) -> str:
        """The text in small letters, each character where it was."""
        lower = self.text.lower()
        return lower if len(lower) == len(self.text) else self.text

    @cached_property
    def words(self) -> frozenset[str]:
        """Every token once."""
        return frozenset(self.counts)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each token stands in the plan."""
        return Counter(self.tokens)

    @cached_property
    def unspelt(self) -> frozenset[str]:
        """The words with Vietnamese letters that are no Vietnamese syllables."""
        unknown = self.counts.keys() - _SPELT
        _SPELT.update(w for w in unknown if w.isascii() or not w.isalpha() or is_syllable(w))
        return frozenset(unknown - _SPELT)

    @cached_property
    def is_readable(self) -> bool:
        """Whether the words can be judged: text of poor OCR is not, nor that of old fonts."""
        marked = sum(not word.isascii() and word.isalpha() for word in self.counts)
        return len(self.unspelt) < max(marked * _MOST_UNSPELT, _FEW_WORDS)


# Words of all plans so far that are right or none of Vietnamese; plans share nearly all theirs.
_SPELT: set[str] = set()


def wording(plan: Plan) -> Wording:
    """Return the wording of *plan*: its texts, recipients, leading and cooperating units."""
    texts = list(printed_texts(plan))
    joined = _joined(texts)
    composed = unicodedata.is_normalized("NFC", joined.text)
    if composed and not any(letter in joined.text for letter in _OLD_LETTERS):
        return joined
    decomposed = [t for t in texts if not unicodedata.is_normalized("NFC", t[1])]
    legacy = [
        (path, text, encoding)
        for path, text in texts
        if (encoding := recognise_text(text)) is not None
    ]
    left_out = {path for path, *_ in (*legacy, *decomposed)}
    rest = _joined([text for text in texts if text[0] not in left_out])
    return replace(rest, decomposed=tuple(decomposed), legacy=tuple(legacy))


# Letters that TCVN3 or VNI puts in nearly every sentence and Vietnamese in Unicode never has.
_OLD_LETTERS = "®µ¸¶·¹¨«¬©\u00adñöïøûåäëüæ"


def _joined(texts: list[tuple[Path, str]]) -> Wording:
    starts = accumulate((len(text) + 1 for _, text in texts), initial=0)
    return Wording(
        tuple(path for path, _ in texts),
        tuple(starts)[:-1],
        "".join(f"{text}\n" for _, text in texts),
    )


def printed_texts(plan: Plan) -> Iterator[tuple[Path, str]]:
    """Yield every text as the file has it: of a citation that is given by parts, its parts."""
    parts = {
        basis.path: basis
        for basis in chain(plan.bases, *(section.bases for section in plan.walk()))
        if not basis.text
    }
    for path, text in plan_texts(plan):
        if path in parts:
            yield from _parts(parts[path])
        else:
            yield path, text
    for i, recipient in enumerate(plan.document.recipients):
        yield ("van_ban", "noi_nhan", i), recipient
    for item in plan.items():
        for key, units in (("chu_tri", item.leads), ("phoi_hop", item.cooperating)):
            for i, unit in enumerate(units):
                yield (*item.path, key, i), unit


def _parts(citation: Citation) -> Iterator[tuple[Path, str]]:
    if citation.issuer:
        yield (*citation.path, "co_quan"), citation.issuer
    if citation.title:
        yield (*citation.path, "trich_yeu"), citation.title


WORD = re.compile(r"[^\W\d_]+")
