"""Words of a page with their places, in points from the top left corner."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word; ``font`` is empty where its characters are of several fonts."""

    text: str
    box: Box
    font: str
    bold: bool
    italic: bool

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle of the word."""
        left, top, right, bottom = self.box
        return (left + right) / 2, (top + bottom) / 2

    @property
    def height(self) -> float:
        """Height of the word, about the size of its font."""
        return self.box[3] - self.box[1]


def lines_of_words(words: Iterable[Word]) -> list[list[Word]]:
    """Return the words line by line, from the top and from the left.

    Words are on one line when the middle of one lies within the other; a raised figure is.
    """
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.middle[1], one.box[0])):
        if lines and _beside(lines[-1], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda one: one.box[0]) for line in lines]


def box_of(words: Sequence[Word]) -> Box:
    """Return the smallest box around *words*, at least one."""
    return (
        min(word.box[0] for word in words),
        min(word.box[1] for word in words),
        max(word.box[2] for word in words),
        max(word.box[3] for word in words),
    )


def inside(word: Word, box: Box, slack: float = 0.0) -> bool:
    """Whether the middle of *word* lies in *box*."""
    x, y = word.middle
    left, top, right, bottom = box
    return left - slack <= x <= right + slack and top - slack <= y <= bottom + slack


def _beside(line: Sequence[Word], word: Word) -> bool:
    middle = median(one.middle[1] for one in line[-5:])
    height = max(min(word.height, median(one.height for one in line[-5:])), 1.0)
    return abs(word.middle[1] - middle) < height * 0.45


# Two columns stand side by side where a gap runs down through several lines.
_GUTTER = 12.0
_FEWEST_LINES = 2
_MIDDLE = (0.2, 0.8)  # of the width of the text: the gap behind a number is no gutter


@dataclass(frozen=True, slots=True)
class Columns:
    """Lines that stand in two columns, as the heads and the ends of documents do."""

    left: list[list[Word]]
    right: list[list[Word]]


def split_columns(lines: Sequence[list[Word]], text: Box) -> Iterator[list[Word] | Columns]:
    """Yield the *lines* of a page, those that stand in two columns together.

    *text* is the box of the text of the page.
    """
    low = text[0] + (text[2] - text[0]) * _MIDDLE[0]
    high = text[0] + (text[2] - text[0]) * _MIDDLE[1]
    index = 0
    while index < len(lines):
        end, gutter = _run(lines, index, low, high)
        if gutter is None:
            yield lines[index]
            index += 1
            continue
        block = [word for line in lines[index:end] for word in line]
        yield Columns(
            lines_of_words(word for word in block if word.middle[0] < gutter),
            lines_of_words(word for word in block if word.middle[0] >= gutter),
        )
        index = end


def _run(
    lines: Sequence[list[Word]], start: int, low: float, high: float
) -> tuple[int, float | None]:
    """Return where the columns that begin with line *start* end, and where their gutter is."""
    best: tuple[int, float | None] = (start, None)
    for gap_left, gap_right in _first_gaps(lines, start, low, high):
        left, right = gap_left, gap_right
        end, both = start + 1, 1
        last_both = end
        while end < len(lines):
            narrower = _narrow(lines[end], left, right)
            if narrower is None:
                break
            left, right, on_both = narrower
            if not on_both and _is_title(lines[end], (low + high) / 2):
                break
            end += 1
            both += on_both
            if on_both:
                last_both = end
        end = _end_of_columns(lines, last_both, end, (left + right) / 2)
        if both >= _FEWEST_LINES and end > best[0]:
            best = (end, (left + right) / 2)
    return best


def _first_gaps(
    lines: Sequence[list[Word]], start: int, low: float, high: float
) -> Iterator[tuple[float, float]]:
    """Yield the gaps with which columns may begin at line *start*.

    The line itself has words on both sides, or it stands on one side and the next one on both. On
    the left it is then the first of the page: elsewhere it ends the paragraph above.
    """
    found = False
    for gap in _gaps(lines[start], low, high):
        found = True
        yield gap
    if found or start + 1 == len(lines):
        return
    for left, right in _gaps(lines[start + 1], low, high):
        if start == 0 or lines[start][0].box[0] > left:
            yield left, right


def _is_title(line: Sequence[Word], centre: float) -> bool:
    """Whether *line* stands in the middle of the page, as a title below the head does."""
    left, _, right, _ = box_of(line)
    return abs((left + right) / 2 - centre) < _GUTTER


def _end_of_columns(lines: Sequence[list[Word]], last_both: int, end: int, gutter: float) -> int:
    """Return the end of the run: lines on one side go with it while they can be of that side."""
    for index in range(last_both, end):
        above, line = box_of(lines[index - 1]), box_of(lines[index])
        if line[1] - above[3] > 2 * (line[3] - line[1]) and line[0] < gutter:
            return index
    return end


def _gaps(line: list[Word], low: float, high: float) -> Iterator[tuple[float, float]]:
    for before, after in pairwise(line):
        left, right = max(before.box[2], low), min(after.box[0], high)
        if right - left >= _GUTTER:
            yield left, right


def _narrow(line: list[Word], left: float, right: float) -> tuple[float, float, int] | None:
    """Return what *line* leaves of the gap, and whether it has words on both sides."""
    free: list[tuple[float, float]] = []
    reached = left
    for word in line:
        if word.box[0] < right and word.box[2] > reached:
            free.append((reached, word.box[0]))
            reached = word.box[2]
    free.append((reached, right))
    left, right = max(free, key=lambda gap: gap[1] - gap[0])
    if right - left < _GUTTER:
        return None
    middle = (left + right) / 2
    sides = {word.middle[0] < middle for word in line}
    return left, right, int(len(sides) > 1)
