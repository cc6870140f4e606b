"""Units of two items, side by side."""

from collections.abc import Iterable

from kehoach.compare.difference import Sides
from kehoach.language.fold import fold


def changed_units(role: str, above: Iterable[str], below: Iterable[str]) -> Sides | None:
    """Return the units of both sides in *role*, or None where they are the same in any order."""
    theirs, ours = tuple(above), tuple(below)
    if sorted(map(fold, theirs)) == sorted(map(fold, ours)):
        return None
    return f"{role}: {_listed(ours)}", _listed(theirs)


def _listed(units: tuple[str, ...]) -> str:
    return "; ".join(units) or "không nêu"
