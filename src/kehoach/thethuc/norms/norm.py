"""The shape of a norm: what may vary, and between which bounds.

Lengths are in twips (1 pt = 20, 1 mm = 56.7), sizes of type in points.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kehoach.document.profile import Part, Profile

MARGIN_TOLERANCE = 20
PAGE_TOLERANCE = 60
INDENT_TOLERANCE = 20
"""0.35 mm, as for margins: 1.25 cm, which most people type, is 1.27 cm on paper."""

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Norm:
    """What a text asks.

    ``sizes`` are those that each part may have; a part that is missing is left open. ``first``
    are the indents of first lines, ``line_exact`` bounds lines of exact height and is None where
    they count in lines (``line_auto``, in 240ths). ``rule`` is the share of a line of text that
    the rules under agency and subject take; it is None where signs stand in their place.
    """

    code: str
    title: str
    profile: Profile
    margins: Mapping[str, Range]
    sizes: Mapping[Part, tuple[float, ...]]
    first: tuple[int, ...]
    first_tolerance: int
    gap: int
    line_auto: Range
    line_exact: Range | None
    rule: tuple[float, float] | None
    page_number: tuple[float, ...]
    header: int | None
