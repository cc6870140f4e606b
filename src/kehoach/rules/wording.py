"""All words that a plan prints: what rules on spelling, spaces and capitals look at."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain

from kehoach.language.legacy import Encoding, recognise_text
from kehoach.language.syllable import is_syllable
from kehoach.model.plan import Citation, Plan
from kehoach.model.texts import plan_texts
from kehoach.rules.running_text import RunningText, whole_words
from kehoach.source.place import Path

BREAK = "¶"
"""The token between two texts."""

_MARKS = ',.;:()/“”"…!?[]'
# Above this share of words that are no syllables, a text is one that OCR left without its marks.
_MOST_UNSPELT = 0.15
_FEW_WORDS = 20
_PART = re.compile(r"[^\W_]+")


class Wording(RunningText):
    """The printed texts of a plan as one, and its words.

    Texts in decomposed Unicode and in old encodings are left out: they are to be mended first
    (KH902, KH903). `decomposed` and `legacy` hold them.
    """

    def __init__(
        self,
        texts: Sequence[tuple[Path, str]],
        decomposed: Sequence[tuple[Path, str]] = (),
        legacy: Sequence[tuple[Path, str, Encoding]] = (),
    ) -> None:
        """Join *texts*; the others are kept as they are."""
        super().__init__(texts)
        self.decomposed = decomposed
        self.legacy = legacy

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
    def places(self) -> Mapping[str, Sequence[int]]:
        """Where each token stands among `tokens`."""
        places: dict[str, list[int]] = {}
        for i, token in enumerate(self.tokens):
            if token in places:
                places[token].append(i)
            else:
                places[token] = [i]
        return places

    def places_of(self, words: Iterable[str]) -> list[int]:
        """Return which of `tokens` are among *words*, in order."""
        places = self.places
        return sorted(i for word in words for i in places.get(word, ()))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every token once."""
        return frozenset(self.places)

    def may_have(self, row: tuple[str, ...]) -> bool:
        """Tell without a search whether the tokens *row*, all in the plan, may stand in a row.

        A word at an end of *row* may be a part of a token: the "Ban" of "TT-Ban Tổ chức".
        """
        if row[0] in self._parts or row[-1] in self._parts:
            return True
        places, tokens, length = self.places, self.tokens, len(row)
        rarest = min(row, key=lambda token: len(places[token]))
        ahead = row.index(rarest)
        return any(tokens[i - ahead : i - ahead + length] == row for i in places[rarest])

    @cached_property
    def signed(self) -> tuple[str, ...]:
        """Every token once that has a sign in it: "VH-XH", "-"."""
        return tuple(token for token in self.places if not token.isalnum())

    @cached_property
    def _parts(self) -> frozenset[str]:
        """The words in tokens that have a sign in them."""
        return frozenset(_PART.findall(" ".join(self.signed)))

    @cached_property
    def capitals(self) -> tuple[str, ...]:
        """Every token once that is neither in small letters nor has its only capital in front."""
        return tuple(token for token in self.places if not (token.islower() or token.istitle()))

    @cached_property
    def whole_words(self) -> frozenset[str]:
        """Every run of letters and figures once, in small letters."""
        words = {word.lower() for word in self.places}
        joined = [word for word in words if not word.isalnum()]
        words.difference_update(joined)
        words.update(part for word in joined for part in whole_words(word))
        return frozenset(words)

    @cached_property
    def unspelt(self) -> frozenset[str]:
        """The words with Vietnamese letters that are no Vietnamese syllables."""
        unknown = self.places.keys() - _SPELT
        _SPELT.update(w for w in unknown if w.isascii() or not w.isalpha() or is_syllable(w))
        return frozenset(unknown - _SPELT)

    @cached_property
    def is_readable(self) -> bool:
        """Whether the words can be judged: text of poor OCR is not, nor that of old fonts."""
        marked = sum(not word.isascii() and word.isalpha() for word in self.places)
        return len(self.unspelt) < max(marked * _MOST_UNSPELT, _FEW_WORDS)


# Words of all plans so far that are right or none of Vietnamese; plans share nearly all theirs.
_SPELT: set[str] = set()


def wording(plan: Plan) -> Wording:
    """Return the wording of *plan*: its texts, recipients, leading and cooperating units."""
    texts = list(printed_texts(plan))
    joined = Wording(texts)
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
    rest = [text for text in texts if text[0] not in left_out]
    return Wording(rest, decomposed, legacy)


# Letters that TCVN3 or VNI puts in nearly every sentence and Vietnamese in Unicode never has.
_OLD_LETTERS = "®µ¸¶·¹¨«¬©\u00adñöïøûåäëüæ"


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
