"""The units of a plan with their writings: as declared, or put together as they are named."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from kehoach.language.unit import UnitNames, is_generic
from kehoach.model.plan import Plan
from kehoach.rules.blanks import is_blank
from kehoach.source.place import Path


class UnitGroup(NamedTuple):
    """One unit: its name, other writings, the place of its first naming, and of each writing.

    ``uses`` is how often it leads, cooperates or has duties; 0 for one that is declared.
    """

    path: Path
    name: str
    abbreviation: str
    writings: tuple[str, ...]
    places: tuple[Path, ...]
    uses: int


def unit_groups(plan: Plan, named: Iterable[tuple[Path, str]]) -> tuple[UnitGroup, ...]:
    """Return the declared units; of a plan that declares none, those *named* in it."""
    if plan.units:
        return tuple(
            UnitGroup(
                unit.path,
                unit.name,
                unit.abbreviation,
                unit.writings,
                tuple((*unit.path, "cach_viet", i) for i in range(len(unit.writings))),
                0,
            )
            for unit in plan.units
        )
    names = UnitNames((), commune=plan.commune.name)
    uses: Counter[str] = Counter()
    first: dict[str, dict[str, Path]] = {}
    for path, name in named:
        if not (is_blank(name) or is_generic(name)):
            key = names.key(name)
            uses[key] += 1
            first.setdefault(key, {}).setdefault(name, path)
    groups = []
    for key, places in first.items():
        longest = max(places, key=len)
        others = {name: path for name, path in places.items() if name != longest}
        groups.append(
            UnitGroup(
                places[longest], longest, "", tuple(others), tuple(others.values()), uses[key]
            )
        )
    return tuple(groups)
