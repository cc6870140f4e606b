"""Lines of type set to measure: centred titles, columns that hold them, rules as long as they."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from kehoach.document.blocks import Run
from kehoach.document.metrics import balance, text_width
from kehoach.document.pen import NO_INDENTS, Indents, Pen
from kehoach.document.profile import TWIPS_PER_PT, Mark, Part, Profile

_PAD = 8 * TWIPS_PER_PT
"""Room beside the longest line in a column of the header or of the signature."""
_LEAST_COLUMN = 3118
"""Least width of such a column: 55 mm."""
_SLACK = 1.02
"""Room in lines that are set narrow: readers round the widths of letters in their own ways."""


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Sets lines with *pen* as *profile* says, on pages whose text is *width* wide."""

    profile: Profile
    pen: Pen
    width: int

    def measure(self, part: Part, text: str) -> float:
        """Return the width of *text* in points."""
        look = self.profile.looks[part]
        text = text.upper() if look.capitals else text
        return text_width(text, look.size, bold=look.bold, italic=look.italic)

    def column(self, lines: Iterable[tuple[Part, str]], *, at_least: int) -> int:
        """Return the width of a right column that holds *lines* unbroken, if there is room."""
        need = max((self.measure(part, text) for part, text in lines), default=0.0)
        wanted = max(ceil(need * TWIPS_PER_PT) + _PAD, at_least, _LEAST_COLUMN)
        return min(wanted, self.width - _LEAST_COLUMN)

    def centred(
        self, part: Part, text: str, width: int, *, share: float = 1.0
    ) -> tuple[str, float]:
        """Return *text* in lines of like length, and the length of the longest one in points.

        Lines take at most *share* of the width.
        """
        look = self.profile.looks[part]
        text = text.upper() if look.capitals else text
        words = tuple([self.measure(part, word) for word in text.split(" ")])
        space = self.measure(part, " ")
        narrow, longest = balance(words, space, share * width / TWIPS_PER_PT)
        one_line = narrow >= sum(words) + (len(words) - 1) * space
        side = 0 if one_line else max(int(width - _SLACK * narrow * TWIPS_PER_PT) // 2, 0)
        indents = Indents(side, side) if side else NO_INDENTS
        return self.pen.paragraph(part, (Run(text),), indents), longest

    def mark(self, part: Part, mark: Mark, longest: float, width: int) -> str:
        """Return what closes a part whose longest line is *longest* points."""
        if isinstance(mark, str):
            return self.pen.paragraph(part, (Run(mark),))
        return self.pen.rule(part, round(mark * longest * TWIPS_PER_PT), width)
