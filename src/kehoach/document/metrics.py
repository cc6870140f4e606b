"""Widths of texts in Times New Roman, and where their lines break.

The table holds the advance widths of Liberation Serif 2, which are those of Times New Roman;
``tests/document/make_times_widths.py`` makes it. Widths are in points; kerning is left out, as
Word leaves it out.
"""

import json
from functools import lru_cache
from pathlib import Path

_UNITS_PER_EM = 2048
_OTHER = 1024
"""Width of a character that the table lacks: half its size."""


@lru_cache
def _faces() -> dict[str, dict[str, int]]:
    file = Path(__file__).with_name("times-widths.json")
    faces: dict[str, dict[str, str]] = json.loads(file.read_text(encoding="utf-8"))
    return {
        face: {char: int(width) for width, chars in widths.items() for char in chars}
        for face, widths in faces.items()
    }


@lru_cache(maxsize=1024)
def text_width(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the width of *text* on one line at *size* points."""
    face = " ".join(name for name, on in (("bold", bold), ("italic", italic)) if on)
    widths = _faces()[face or "regular"]
    return sum([widths.get(char, _OTHER) for char in text]) * size / _UNITS_PER_EM


@lru_cache(maxsize=1024)
def balance(words: tuple[float, ...], space: float, limit: float) -> tuple[float, float]:
    """Return the least width with as few lines as *limit* has, and the longest of the lines.

    *words* are the widths of the words, *space* that of a space. Centred text set so narrow has
    lines of like length, as typists break it by hand.
    """
    fewest = len(_lines(words, space, limit))
    low, high = max([*words, 0.0]), limit
    while high - low > 1:
        middle = (low + high) / 2
        if len(_lines(words, space, middle)) > fewest:
            low = middle
        else:
            high = middle
    return high, max(_lines(words, space, high), default=0.0)


def _lines(words: tuple[float, ...], space: float, limit: float) -> list[float]:
    """Return the widths of the lines when each takes as many words as fit."""
    lines: list[float] = []
    for word in words:
        if lines and lines[-1] + space + word <= limit:
            lines[-1] += space + word
        else:
            lines.append(word)
    return lines
