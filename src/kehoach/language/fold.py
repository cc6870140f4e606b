"""Folding of Vietnamese text: what is the same word must compare as the same string.

Four things differ between texts that read alike: Unicode composition (NFC or NFD), the place of
the tone mark (``hoà`` or ``hòa``, both in use; NĐ 30/2020/NĐ-CP writes ``hòa``, ``thủy``), letters
that only look alike (``Ð`` of old fonts for ``Đ``), and typing habits (case, no-break and repeated
spaces, characters without width, kinds of dashes).
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_SPACES = re.compile(r"\s+")
# Soft hyphen, zero-width space and joiners, word joiner, byte order mark: left by Word and PDF.
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
# Every dash is a hyphen; eth and the African d stand for đ in texts converted from old fonts.
_ALIKE = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-") | dict.fromkeys(map(ord, "ðɖ"), "đ")
# Open syllables in oa, oe, uy: the old school marks the last vowel, the new one the first.
# No consonant may follow (``hoàn`` has one right place) and ``qu`` is a consonant (``quý``).
_OLD_TONE = re.compile(
    r"(?<![qQ])(?:([oO])([àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ])|([uU])([ỳýỷỹỵỲÝỶỸỴ]))(?![\w\u0300-\u036f])"
)


def _move_tone(match: re.Match[str]) -> str:
    first, second = match.group(1) or match.group(3), match.group(2) or match.group(4)
    parts = unicodedata.normalize("NFD", second)
    return unicodedata.normalize("NFC", first + parts[1:]) + parts[0]


def normalize(text: str) -> str:
    """Return *text* as it should be written; case stays.

    In NFC, tone marks in the new places, white space collapsed, no characters without width.
    """
    return _SPACES.sub(" ", _OLD_TONE.sub(_move_tone, compose(text))).strip()


def compose(text: str) -> str:
    """Return *text* as it is typed, in NFC and without characters that have no width.

    `normalize` of it has as many characters but for white space.
    """
    return unicodedata.normalize("NFC", text.translate(_INVISIBLE))


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the key by which two writings of the same words are equal.

    Beyond `normalize`: case is dropped, every dash is a hyphen, ``ð`` is ``đ``.
    """
    return normalize(text).casefold().translate(_ALIKE)


def strip_marks(text: str) -> str:
    """Return the folded text without any diacritics (``đ`` becomes ``d``), as OCR leaves it."""
    parts = unicodedata.normalize("NFD", fold(text))
    return "".join(c for c in parts if not unicodedata.combining(c)).replace("đ", "d")


class FoldedText(NamedTuple):
    """A folded text that knows where each of its characters stands in the text as written."""

    text: str
    starts: Sequence[int]  # of each folded character: where what it stands for begins
    ends: Sequence[int]  # and where that ends

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the text as written of the folded characters [start, end).

        Raises IndexError where that stretch is empty or not in the folded text.
        """
        return self.starts[start], self.ends[end - 1]


def fold_keeping_places(text: str) -> FoldedText:
    """Return `fold` of *text* with the places of its characters.

    The folded text is that of `fold` for all Latin script; scripts whose letters compose with one
    another (Korean) stay decomposed.
    """
    folded = fold(text)
    # Composed text can only grow by casefolding and only shrink by what folding leaves out: where
    # neither changes the length, every character stands where it stood.
    same_length = len(folded) == len(text) == len(text.casefold())
    if same_length and unicodedata.is_normalized("NFC", text):
        return FoldedText(folded, range(len(text)), range(1, len(text) + 1))
    letters: list[tuple[str, int, int]] = []
    for start, end in _clusters(text):
        composed = unicodedata.normalize("NFC", text[start:end].translate(_INVISIBLE))
        letters.extend((letter, start, end) for letter in composed)
    # Moving a tone mark changes letters, never their number.
    moved = _OLD_TONE.sub(_move_tone, "".join(letter for letter, _, _ in letters))
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for letter, (_, start, end) in zip(moved, letters, strict=True):
        if letter.isspace():
            if not chars:
                continue
            if chars[-1] == " ":
                ends[-1] = end
                continue
            letter = " "  # noqa: PLW2901  (what is written down is the collapsed space)
        for char in letter.casefold().translate(_ALIKE):
            chars.append(char)
            starts.append(start)
            ends.append(end)
    if chars and chars[-1] == " ":
        del chars[-1], starts[-1], ends[-1]
    return FoldedText("".join(chars), tuple(starts), tuple(ends))


def _clusters(text: str) -> list[tuple[int, int]]:
    """Cut *text* before every character that starts anew: a letter keeps the marks after it."""
    cuts = [
        place
        for place, char in enumerate(text)
        if not unicodedata.combining(char) and ord(char) not in _INVISIBLE
    ]
    if not cuts or cuts[0] != 0:
        cuts.insert(0, 0)
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))
