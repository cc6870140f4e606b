"""The numbers of the pages themselves, told from other figures that stand alone."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.importers.readers.page.words import Word, lines_of_words

_NUMBER = re.compile(r"(?:[-–—]\s*)?(?:trang\s+)?([0-9]{1,4})(?:\s*/\s*[0-9]{1,4})?(?:\s*[-–—])?")
_EDGE = 0.12  # of the height of a page: where its number may stand


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure that stands alone at an edge of the page ``page``; ``offset`` is by how much more.

    The figure is ``page + offset``.
    """

    page: int
    words: tuple[Word, ...]
    offset: int


def candidates(page: int, height: float, words: Sequence[Word]) -> list[Candidate]:
    """Return the figures that may be the number of the page *page*, which is *height* high."""
    found: list[Candidate] = []
    lines = lines_of_words(words)
    for line in (lines[:1] + lines[-1:]) if len(lines) > 1 else lines:
        match = _NUMBER.fullmatch(" ".join(word.text for word in line).lower())
        middle = line[0].middle[1]
        at_edge = middle < height * _EDGE or middle > height * (1 - _EDGE)
        if match and at_edge:
            found.append(Candidate(page, tuple(line), int(match[1]) - page))
    return found


def page_numbers(found: Sequence[Candidate]) -> list[Candidate]:
    """Return those of *found* that are page numbers for certain: they count with the pages.

    Pages behind those that count with the document, as annexes have them, may count anew.
    """
    offsets = Counter(one.offset for one in found)
    usual = max(offsets, key=lambda offset: offsets[offset], default=0)
    main = {0, usual} if offsets[usual] > 1 else {0}
    numbered = {one.page for one in found if one.offset in main}
    anew = {(one.page, one.offset) for one in found if one.page not in numbered}
    return [
        one
        for one in found
        if one.offset in main
        or (
            (one.page, one.offset) in anew
            and anew & {(one.page - 1, one.offset), (one.page + 1, one.offset)}
        )
    ]
