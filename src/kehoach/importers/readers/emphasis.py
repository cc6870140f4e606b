"""Marks of emphasis in plain text: ``**bold**`` and ``*italic*``, over the lines of a paragraph."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# A mark opens before a visible character and closes behind one, and never inside a word. A star
# with a space behind it is a bullet, "(*)" points to a note.
_MARK = re.compile(
    r"(?<![\w*\\])(?P<open>\*{1,3})(?=[^\s*)])|(?<=[^\s*(\\])(?P<close>\*{1,3})(?![\w*])"
)
_PARTS = {"***": ("**", "*"), "**": ("**",), "*": ("*",)}


@dataclass(frozen=True, slots=True)
class Emphasised:
    """A line without its marks. ``open`` says that a mark goes on into the next line."""

    text: str
    bold: bool
    italic: bool
    open: bool


def read_emphasis(lines: Sequence[str]) -> list[Emphasised]:
    """Return the *lines* of one paragraph without the marks that come in pairs.

    A line is bold or italic when all its visible characters are.
    """
    pairs = _pairs(lines)
    read: list[Emphasised] = []
    open_: set[str] = set()
    for line, marks in zip(lines, pairs, strict=True):
        pieces: list[str] = []
        plain: set[str] = set()  # emphasis that some visible character lacks
        last = 0
        for start, end, mark, opens in marks:
            piece = line[last:start]
            pieces.append(piece)
            plain |= _lacking(piece, open_)
            last = end
            if opens:
                open_ |= {mark}
            else:
                open_ -= {mark}
        pieces.append(line[last:])
        plain |= _lacking(line[last:], open_)
        text = "".join(pieces)
        visible = bool(text.strip())
        bold, italic = (visible and mark not in plain for mark in ("**", "*"))
        read.append(Emphasised(text, bold, italic, bool(open_)))
    return read


def _lacking(piece: str, open_: set[str]) -> set[str]:
    return {"**", "*"} - open_ if piece.strip() else set()


def _pairs(lines: Sequence[str]) -> list[list[tuple[int, int, str, bool]]]:
    """Return for each line the marks that have a partner: start, end, mark, whether it opens."""
    waiting: dict[str, tuple[int, tuple[int, int, str, bool]]] = {}
    found: list[list[tuple[int, int, str, bool]]] = [[] for _ in lines]
    for row, line in enumerate(lines):
        for match in _MARK.finditer(line):
            opens = match["open"] is not None
            start = match.start()
            for mark in _PARTS[match.group()]:
                here = (start, start + len(mark), mark, opens)
                start += len(mark)
                if opens:
                    waiting.setdefault(mark, (row, here))
                elif mark in waiting:
                    first_row, first = waiting.pop(mark)
                    found[first_row].append(first)
                    found[row].append(here)
    return [sorted(marks) for marks in found]
