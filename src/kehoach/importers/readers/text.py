"""Plain text: every line a `Line`, with its number in the file.

``broken`` is False where the text surely ends a paragraph with the line: before a blank line, in a
text that has blank lines between its paragraphs and not between all its lines (huong-phung.txt
has them between all), unless the next line goes on with a small letter; behind a line that is
longer than any page is wide; and behind all lines of a text where many are so long. A line within
``**bold**`` that goes on into the next line is broken. Origins have pages where the text has form
feeds; line numbers always count from the start of the file.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from pathlib import Path

from kehoach.importers.blocks import Line, Origin, SourceText
from kehoach.importers.readers.decoding import read_text
from kehoach.importers.readers.emphasis import read_emphasis
from kehoach.importers.readers.refusal import MEGABYTE, read_bytes

ENDINGS: tuple[str, ...] = (".txt", ".text")

LARGEST_FILE = 20 * MEGABYTE

# Columns of a line that no program breaks lines at.
_ENDLESS = 160
# Where at least this share of the lines is so long, no line is broken.
_ENDLESS_SHARE = 0.2
# Where more than this share of the lines behind a blank line go on with a small letter, blank
# lines stand between all lines and say nothing of paragraphs.
_GOING_ON = 0.2


def read(file: Path, name: str) -> SourceText:
    """Read the text *file*, called *name* in origins. Raises `SourceError`."""
    text, notes = read_text(read_bytes(file, name, LARGEST_FILE), name)
    return SourceText(name, tuple(read_lines(text, name)), notes=notes)


def read_lines(text: str, name: str, first: int = 1) -> Iterator[Line]:
    """Yield the lines of *text* that are not blank; *first* is the number of its first line."""
    lines = text.split("\n")
    pages = _pages(lines)
    ends = _ends(lines)
    for start, paragraph in _paragraphs(lines):
        emphasised = read_emphasis([line.replace("\f", " ").strip() for line in paragraph])
        for row, line in enumerate(emphasised, start):
            if line.text.strip():
                yield Line(
                    line.text.strip(),
                    Origin(name, pages[row], first + row),
                    bold=line.bold,
                    italic=line.italic,
                    broken=line.open or not ends[row],
                )


def _pages(lines: Sequence[str]) -> list[int]:
    """Return the page on which the first visible character of each line stands, or zeros."""
    page = int(any("\f" in line for line in lines))
    pages = []
    for line in lines:
        before = line[: len(line) - len(line.lstrip())].count("\f")
        pages.append(page + before)
        page += line.count("\f")
    return pages


def _paragraphs(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the stretches of lines between blank lines, each with the index of its first."""
    start = 0
    for visible, stretch in groupby(lines, key=lambda line: bool(line.strip())):
        paragraph = list(stretch)
        if visible:
            yield start, paragraph
        start += len(paragraph)


def _ends(lines: Sequence[str]) -> list[bool]:
    """Return for each line whether the text surely ends a paragraph with it."""
    long = [len(line) > _ENDLESS for line in lines]
    if sum(long) >= _ENDLESS_SHARE * sum(bool(line.strip()) for line in lines):
        return [True] * len(lines)
    starts = [row for row, (above, line) in enumerate(pairwise(lines), 1) if _opens(above, line)]
    going_on = {row for row in starts if lines[row].strip()[0].islower()}
    if len(going_on) > _GOING_ON * len(starts):
        return long
    behind_end = set(starts) - going_on
    ends = list(long)
    last = len(lines)  # the first visible line below the one that is looked at, or the end
    for row in range(len(lines) - 1, -1, -1):
        if lines[row].strip():
            ends[row] = ends[row] or last == len(lines) or last in behind_end
            last = row
    return ends


def _opens(above: str, line: str) -> bool:
    return not above.strip() and bool(line.strip())
