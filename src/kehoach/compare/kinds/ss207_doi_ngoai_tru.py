"""Hai bên loại trừ những gì khác nhau: chưa rõ bên nào rộng hơn."""

from kehoach.compare.difference import Direction, Item, Kind, Sides
from kehoach.language.fold import fold
from kehoach.model.plan import Target

META = Kind("SS207", "doi-ngoai-tru", Direction.UNCLEAR, mirror="SS207")


def find(above: Item, below: Item) -> Sides | None:
    """Compare exclusions that both sides have."""
    if not isinstance(above, Target) or not isinstance(below, Target):
        return None
    if above.exclusion and below.exclusion and fold(above.exclusion) != fold(below.exclusion):
        return f"trừ “{below.exclusion}”", f"trừ “{above.exclusion}”"
    return None
