"""Differences between an item of a framework and one of a plan, and their kinds."""

import importlib
import pkgutil
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Protocol, cast

import kehoach.compare.kinds
from kehoach.model.plan import Target, Task

Item = Target | Task


class Direction(StrEnum):
    """What a difference means for the plan: it asks for less, for more, later, or is unclear."""

    WEAKER = "weaker"
    STRICTER = "stricter"
    LATER = "later"
    NEUTRAL = "neutral"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of difference; ``mirror`` is the code of the kind seen from the other side."""

    code: str
    name: str
    direction: Direction
    mirror: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference; ``message`` is a clause that names both sides."""

    kind: Kind
    message: str


class KindModule(Protocol):
    """A file of ``kinds`` that holds a kind."""

    META: Kind
    __doc__: str
    __file__: str

    def find(self, above: Item, below: Item) -> str | None:
        """Return what differs, as a clause, or None."""


@lru_cache
def all_kinds() -> tuple[KindModule, ...]:
    """Return the modules of all kinds by code: every ``ss???_*.py`` in ``kinds``."""
    found = pkgutil.iter_modules(kehoach.compare.kinds.__path__)
    names = sorted(module.name for module in found)
    modules = [importlib.import_module(f"kehoach.compare.kinds.{name}") for name in names]
    return cast("tuple[KindModule, ...]", tuple(modules))


def find_differences(above: Item, below: Item) -> tuple[Difference, ...]:
    """Return every difference of *below* from *above*."""
    found = ((module.META, module.find(above, below)) for module in all_kinds())
    return tuple(Difference(kind, message) for kind, message in found if message)
