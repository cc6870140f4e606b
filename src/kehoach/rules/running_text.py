"""All texts of a plan as one, so that a word is looked up in one pass.

One search over the whole costs a fraction of one for each of some hundred texts;
`RunningText.place` turns an offset back into path and stretch.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
from itertools import accumulate

from kehoach.rules.finding import Stretch
from kehoach.source.place import Path

_WORD = re.compile(r"[^\W_]+")

Place = tuple[Path, Stretch]
"""A path and a stretch of the text there."""


class RunningText:
    """Texts one after the other, each ended by a line break."""

    def __init__(
        self, texts: Sequence[tuple[Path, str]], whole_words: AbstractSet[str] | None = None
    ) -> None:
        """Join *texts*, each given with its path.

        *whole_words*, where known, holds at least all their words in small letters: what has
        other words is not looked for.
        """
        self.all_words = whole_words
        self._paths = [path for path, _ in texts]
        self._starts = [*accumulate((len(text) + 1 for _, text in texts), initial=0)]
        self.text = "".join(f"{text}\n" for _, text in texts)

    @cached_property
    def lower(self) -> str:
        """The text in small letters, each character where it was."""
        lower = self.text.lower()
        return lower if len(lower) == len(self.text) else self.text

    @property
    def count(self) -> int:
        """How many texts there are."""
        return len(self._paths)

    def bounds(self, number: int) -> tuple[int, int]:
        """Return where the text *number*, counted from 0, begins and ends."""
        return self._starts[number], self._starts[number + 1] - 1

    def place(self, start: int, end: int) -> Place:
        """Return the path of the text that holds [start, end) and the stretch in that text."""
        i = bisect_right(self._starts, start, hi=len(self._paths)) - 1
        return self._paths[i], (start - self._starts[i], end - self._starts[i])

    def around(self, place: int) -> str:
        """Return the text in which *place* lies."""
        i = bisect_right(self._starts, place, hi=len(self._paths)) - 1
        return self.text[self._starts[i] : self._starts[i + 1] - 1]

    def texts_with(self, words: str) -> Iterator[tuple[int, str]]:
        """Yield begin and words of each text that has *words*, given in small letters."""
        place = self.lower.find(words)
        while place >= 0:
            text = self.around(place)
            start = place - self.place(place, place)[1][0]
            yield start, text
            place = self.lower.find(words, start + len(text))

    def may_have(self, words: str) -> bool:
        """Tell without a search whether *words*, in small letters, may stand here, each whole."""
        return self.all_words is None or all(word in self.all_words for word in whole_words(words))

    def numbers_with(self, words: str) -> Iterator[int]:
        """Yield the number of each text that has *words*, case and all."""
        place = self.text.find(words)
        while place >= 0:
            number = bisect_right(self._starts, place, hi=self.count) - 1
            yield number
            place = self.text.find(words, self._starts[number + 1])

    def numbers_matching(self, pattern: re.Pattern[str]) -> Iterator[int]:
        """Yield the number of each text in which *pattern* matches."""
        match = pattern.search(self.text)
        while match:
            number = bisect_right(self._starts, match.start(), hi=self.count) - 1
            yield number
            match = pattern.search(self.text, self._starts[number + 1])

    def words(self, *wanted: str) -> Iterator[tuple[int, int]]:
        """Yield (start, end) of each whole occurrence of the *wanted* words, given in lower case.

        A word is whole where no letter or figure touches it.
        """
        lower = self.lower
        for word in filter(self.may_have, wanted):
            place = lower.find(word)
            while place >= 0:
                end = place + len(word)
                if not (lower[place - 1 : place].isalnum() or lower[end : end + 1].isalnum()):
                    yield place, end
                place = lower.find(word, end)

    def find(self, words: str) -> Iterator[int]:
        """Yield where *words* stand, case and all, not within other words."""
        yield from self._find_between(words, 0, len(self.text))

    def _find_between(self, words: str, first: int, last: int) -> Iterator[int]:
        text = self.text
        place = text.find(words, first, last)
        while place >= 0:
            end = place + len(words)
            before = text[place - 1 : place].isalnum() and words[0].isalnum()
            if not (before or text[end : end + 1].isalnum()):
                yield place
            place = text.find(words, place + 1, last)

    def touches(self, place: int) -> bool:
        """Tell whether a letter or figure stands at *place*."""
        return 0 <= place < len(self.lower) and self.lower[place].isalnum()

    def before(self, place: int, width: int) -> str:
        """Return up to *width* characters before *place*, of the same text, in small letters."""
        return self.lower[max(0, place - width) : place].rpartition("\n")[2]

    def after(self, place: int, width: int) -> str:
        """Return up to *width* characters from *place* on, of the same text, in small letters."""
        return self.lower[place : place + width].partition("\n")[0]

    def search(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the matches of *pattern*, written for small letters, that lie in one text."""
        for match in pattern.finditer(self.lower):
            if "\n" not in match[0]:
                yield match


class Phrases:
    """Phrases in small letters that are looked for in many plans."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Cut *phrases* into words once."""
        self._words = [(phrase, frozenset(whole_words(phrase))) for phrase in phrases]

    def possible_in(self, running: RunningText) -> list[str]:
        """Return the phrases that *running* may have, as it has all their words."""
        known = running.all_words
        return [phrase for phrase, words in self._words if known is None or words <= known]


@lru_cache(maxsize=4096)
def whole_words(text: str) -> tuple[str, ...]:
    """Return the runs of letters and figures in *text*, in small letters."""
    return tuple(_WORD.findall(text.lower()))
