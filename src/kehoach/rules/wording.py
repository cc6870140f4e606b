"""All words that a plan prints: what rules on spelling, spaces and capitals look at."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain

from kehoach.language.legacy import Encoding, recognise_text
from kehoach.model.plan import Citation, Plan
from kehoach.rules.lexicon import lexicon, split_tokens
from kehoach.rules.running_text import RunningText, whole_words
from kehoach.source.place import Path

BREAK = "¶"
"""The token between two texts."""

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
        self._lexicon = lexicon()
        self.decomposed = decomposed
        self.legacy = legacy

    @property
    def is_whole(self) -> bool:
        """Tell whether no text is left out."""
        return not (self.decomposed or self.legacy)

    def starts_sentence(self, offset: int) -> bool:
        """Tell whether a sentence or a text begins at *offset*."""
        before = self.text[max(offset - 4, 0) : offset].rstrip(' “"(-+')
        return not before or before[-1] in "\n.!?:"

    @cached_property
    def tokens(self) -> tuple[str, ...]:
        """Words and punctuation marks in order, `BREAK` behind each text."""
        return self._read[0]

    @property
    def loose(self) -> frozenset[str]:
        """What a wrong space has left, cut at the spaces: ",và", "xã-"."""
        return self._read[1]

    @cached_property
    def _read(self) -> tuple[tuple[str, ...], frozenset[str]]:
        words = self.text.replace("\n", f" {BREAK} ").split()
        self._lexicon.loose.clear()
        tokens = tuple(chain.from_iterable(map(self._lexicon.__getitem__, words)))
        return tokens, frozenset(self._lexicon.loose)

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Where each token stands among `tokens`."""
        places: dict[str, list[int]] = {}
        for i, token in self._lexicon.numbered(self.tokens):
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

    def find(self, words: str) -> Iterator[int]:
        """Yield where *words* stand, case and all, not within other words.

        Only the texts are searched in which their tokens stand in a row.
        """
        row = split_tokens(words)
        whole_text_at_a_time = len(self.places.get(BREAK, ())) == self.count
        # A word at an end of the row may be a part of a token: the "Ban" of "TT-Ban Tổ chức".
        if row[0] in self.parts or row[-1] in self.parts or not whole_text_at_a_time:
            yield from super().find(words)
            return
        for number in dict.fromkeys(self._texts_with_row(row)):
            yield from self._find_between(words, *self.bounds(number))

    def _texts_with_row(self, row: tuple[str, ...]) -> Iterator[int]:
        """Yield the number of the text at each place where the tokens *row* stand in a row."""
        try:
            places = [self.places[token] for token in row]
        except KeyError:
            return
        tokens = self.tokens
        rarest = min(places, key=len)
        ahead = places.index(rarest)
        for i in rarest:
            if tokens[i - ahead : i - ahead + len(row)] == row:
                yield bisect_left(self.places[BREAK], i)

    @cached_property
    def odd(self) -> frozenset[str]:
        """Every token once that is in decomposed Unicode or may be in an old encoding."""
        return (self.vocabulary & self._lexicon.odd) - {BREAK}

    @cached_property
    def signed(self) -> frozenset[str]:
        """Every token once that has a sign in it: "VH-XH", "-"."""
        return self.vocabulary & self._lexicon.signed

    @cached_property
    def parts(self) -> frozenset[str]:
        """The words in tokens that have a sign in them."""
        return frozenset(_PART.findall(" ".join(self.signed)))

    @cached_property
    def capitals(self) -> tuple[str, ...]:
        """Every token once that has two capitals side by side, in the order of reading."""
        return tuple(
            sorted(
                self.vocabulary & self._lexicon.capitals, key=lambda token: self.places[token][0]
            )
        )

    @property
    def old_tone(self) -> frozenset[str]:
        """The words with their tone mark as the old school writes it: hoá."""
        return self.vocabulary & self._lexicon.old_tone

    @property
    def new_tone(self) -> frozenset[str]:
        """The words with their tone mark as the new school writes it: hóa."""
        return self.vocabulary & self._lexicon.new_tone

    @cached_property
    def whole_words(self) -> AbstractSet[str]:
        """Every token and every run of letters and figures once, in small letters."""
        words = set(map(self._lexicon.lower.__getitem__, self.vocabulary))
        words.update(part for word in self.signed for part in whole_words(word))
        return words

    @cached_property
    def small(self) -> frozenset[str]:
        """Every word once that is of small letters alone and not among `unspelt`."""
        return self.vocabulary & self._lexicon.small

    @cached_property
    def unspelt(self) -> frozenset[str]:
        """The words with Vietnamese letters that are no Vietnamese syllables."""
        return self.vocabulary & self._lexicon.unspelt

    @cached_property
    def is_readable(self) -> bool:
        """Whether the words can be judged: text of poor OCR is not, nor that of old fonts."""
        if len(self.unspelt) < _FEW_WORDS:
            return True
        return len(self.unspelt) < len(self.vocabulary & self._lexicon.marked) * _MOST_UNSPELT


def wording(plan: Plan, texts: Iterable[tuple[Path, str]]) -> Wording:
    """Return the wording of *plan*, whose document states *texts*.

    It has the recipients, leading and cooperating units besides.
    """
    printed = list(printed_texts(plan, texts))
    joined = Wording(printed)
    if not joined.odd:
        return joined
    decomposed = [t for t in printed if not unicodedata.is_normalized("NFC", t[1])]
    legacy = [
        (path, text, encoding)
        for path, text in printed
        if (encoding := recognise_text(text)) is not None
    ]
    left_out = {path for path, *_ in (*legacy, *decomposed)}
    rest = [text for text in printed if text[0] not in left_out]
    return Wording(rest, decomposed, legacy)


def printed_texts(plan: Plan, texts: Iterable[tuple[Path, str]]) -> Iterator[tuple[Path, str]]:
    """Yield every text as the file has it: of a citation that is given by parts, its parts."""
    parts = {
        basis.path: basis
        for basis in chain(plan.bases, *(section.bases for section in plan.walk()))
        if not basis.text
    }
    if parts:
        for path, text in texts:
            if path in parts:
                yield from _parts(parts[path])
            else:
                yield path, text
    else:
        yield from texts
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
