"""Hai bên loại trừ những gì khác nhau: chưa rõ bên nào rộng hơn."""

from kehoach.compare.difference import Direction, Kind, Sides, Subject
from kehoach.language.fold import fold
from kehoach.model.plan import Target

META = Kind("SS207", "doi-ngoai-tru", Direction.UNCLEAR, mirror="SS207", subject=Subject.TARGET)


def find(above: Target, below: Target) -> Sides | None:
    """Compare exclusions that both sides have."""
    if above.exclusion and below.exclusion and fold(above.exclusion) != fold(below.exclusion):
        return f"trừ “{below.exclusion}”", f"trừ “{above.exclusion}”"
    return None
