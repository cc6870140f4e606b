"""All texts of a plan as one in small letters, so that a word is looked up in one pass."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kehoach.rules.finding import Stretch
from kehoach.source.place import Path

Place = tuple[Path, Stretch]


class RunningText:
    """Texts joined by line breaks; ``lower`` is in small letters, ``text`` as written.

    Both have the same length, so that an offset in one is an offset in the other.
    """

    def __init__(self, texts: Sequence[tuple[Path, str]]) -> None:
        """Join *texts*, each given with its path."""
        self._paths = [path for path, _ in texts]
        self._starts: list[int] = []
        place = 0
        for _, text in texts:
            self._starts.append(place)
            place += len(text) + 1
        self.text = "\n".join(text for _, text in texts)
        lower = self.text.lower()
        self.lower = lower if len(lower) == len(self.text) else self.text

    def place(self, start: int, end: int) -> Place:
        """Return the path of the text that holds [start, end) and the stretch in that text."""
        i = bisect_right(self._starts, start) - 1
        return self._paths[i], (start - self._starts[i], end - self._starts[i])

    def words(self, *wanted: str) -> Iterator[tuple[int, int]]:
        """Yield (start, end) of each whole occurrence of the *wanted* words, given in lower case.

        A word is whole where no letter or figure touches it.
        """
        for word in wanted:
            place = self.lower.find(word)
            while place >= 0:
                end = place + len(word)
                if not (self.touches(place - 1) or self.touches(end)):
                    yield place, end
                place = self.lower.find(word, end)

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
