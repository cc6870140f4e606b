"""What its letters alone say of a word, kept from plan to plan: plans share nearly all words."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kehoach.language.syllable import is_syllable

_MARKS = ',.;:()/“”"…!?[]'
_LARGEST = 100_000  # words; beyond that it is begun anew

_CAPITALS = re.compile(r"[A-ZĐ]{2}")
# Letters that TCVN3 or VNI puts in nearly every sentence and Vietnamese in Unicode never has.
_OLD_LETTERS = frozenset("®µ¸¶·¹¨«¬©\u00adñöïøûåäëüæ")
# A word out of a text cut at its spaces that a wrong or a missing space has left so.
_LOOSE = re.compile(r"[,;:.)-].|[,;:.)]\Z|.*(?:[(“]\Z|.-\Z|[,;][a-zà-ỹđ]|\.{5})")
_OLD_TONE = re.compile(r"(?i)(?!qu)\w*(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])")
_NEW_TONE = re.compile(r"(?i)(?!qu)\w*(?:[òóỏõọ][ae]|[ùúủũụ]y)")


class Lexicon(dict[str, tuple[str, ...]]):
    """The tokens of each word as a text cut at its spaces has it: "xã," is "xã" and ",".

    One object stands for a token in all plans. ``loose`` has the words that a wrong space has left
    so ("xã-", ",và"), each time that one is met: they are few and not kept, as no plan has much of
    another's. The other sets hold the tokens met so far: tokens with a ``signed`` part
    ("VH-XH", "-"), with two ``capitals`` side by side, ``odd`` ones in decomposed Unicode or maybe
    in an old encoding, words with Vietnamese letters (``marked``) and which of them are no
    syllables (``unspelt``), the other words in ``small`` letters, words with the tone mark in the
    ``old_tone`` or the ``new_tone`` place.
    """

    def __init__(self) -> None:
        """Begin without words."""
        super().__init__()
        self.lower: dict[str, str] = {}
        self.loose: list[str] = []
        self.signed: set[str] = set()
        self.capitals: set[str] = set()
        self.odd: set[str] = set()
        self.marked: set[str] = set()
        self.unspelt: set[str] = set()
        self.small: set[str] = set()
        self.old_tone: set[str] = set()
        self.new_tone: set[str] = set()
        self._same: dict[str, str] = {}
        self._numbers: tuple[int, ...] = ()

    def numbered(self, tokens: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Return *tokens* with numbers from 0, which are kept: making them takes as long as use."""
        if len(self._numbers) < len(tokens):
            self._numbers = tuple(range(2 * len(tokens)))
        return zip(self._numbers, tokens, strict=False)

    def __missing__(self, word: str) -> tuple[str, ...]:
        """Cut *word* and sort its tokens."""
        cut = (word,) if word.isalnum() else cut_tokens(word)
        tokens = tuple(self._same.setdefault(token, token) for token in cut)
        for token in tokens:
            if token not in self.lower:
                self._learn(token)
        if _LOOSE.match(word):
            self.loose.append(word)
        else:
            self[word] = tokens
        return tokens

    def _learn(self, token: str) -> None:
        self.lower[token] = token.lower()
        if not token.isalnum():
            self.signed.add(token)
        if _CAPITALS.search(token):
            self.capitals.add(token)
        if not _OLD_LETTERS.isdisjoint(token) or not unicodedata.is_normalized("NFC", token):
            self.odd.add(token)
        if not token.isalpha():
            return
        if not token.isascii():
            self.marked.add(token)
            if _OLD_TONE.fullmatch(token):
                self.old_tone.add(token)
            if _NEW_TONE.fullmatch(token):
                self.new_tone.add(token)
        if not (token.isascii() or is_syllable(token)):
            self.unspelt.add(token)
        elif token.islower():
            self.small.add(token)


def cut_tokens(words: str) -> tuple[str, ...]:
    """Cut *words* into words and punctuation marks."""
    for mark in _MARKS:
        words = words.replace(mark, f" {mark} ")
    return tuple(words.split())


@lru_cache(maxsize=8192)
def split_tokens(term: str) -> tuple[str, ...]:
    """Return the tokens of a *term* that is looked for in many plans."""
    return cut_tokens(term)


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon:
    return Lexicon()


def lexicon() -> Lexicon:
    """Return what this process knows so far; what a plan has got stays valid beside a new one."""
    if len(_lexicon()) > _LARGEST:
        _lexicon.cache_clear()
    return _lexicon()
