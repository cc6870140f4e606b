"""Differences between what a plan has and what the other side has, and their kinds."""

import importlib
import pkgutil
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple, Protocol, cast

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


class Subject(StrEnum):
    """What a kind looks at, which is what its ``find`` is given for either side.

    ``ITEM`` an item each, ``TARGET`` a target, ``TASK`` a task; ``GROUP`` a tuple of items each,
    one of which may be empty, that answer each other, unless it is one and one; ``PLACE`` the
    headings above an item, outermost first; ``SECTION`` the headings down to a section's own, or
    None; ``BASIS`` a citation, or None.
    """

    ITEM = "item"
    TARGET = "target"
    TASK = "task"
    GROUP = "group"
    PLACE = "place"
    SECTION = "section"
    BASIS = "basis"


class Kind(NamedTuple):
    """A kind of difference; ``mirror`` is the code of the kind seen from the other side.

    ``versions`` is set for kinds that only say something between two states of one item: two
    documents never have the same words.
    """

    code: str
    name: str
    direction: Direction
    mirror: str
    subject: Subject = Subject.ITEM
    versions: bool = False


Sides = tuple[str, str]
"""What the plan has and what the other side has: ``("mức đạt 60%", "tối thiểu 80%")``."""


class Difference(NamedTuple):
    """A difference with what the plan has (``ours``) and what the other side has (``theirs``)."""

    kind: Kind
    ours: str
    theirs: str

    def message(self, other: str = "khung") -> str:
        """Return the difference as a clause; *other* is the name of the other side."""
        # "bản trước: trước 31/12/2025": one word twice reads as a slip.
        twice = self.theirs.startswith(f"{other.rpartition(' ')[2]} ")
        return f"{self.ours}, {other}{':' if twice else ''} {self.theirs}"


class KindModule(Protocol):
    """A file of ``kinds`` that holds a kind."""

    META: Kind
    __doc__: str
    __file__: str

    def find(self, above: Any, below: Any) -> Sides | None:
        """Return both sides where they differ in this way, or None; see `Subject`."""


@lru_cache
def all_kinds(only: frozenset[str] = frozenset()) -> tuple[KindModule, ...]:
    """Return the modules of all kinds by code: every ``ss???_*.py`` in ``kinds``.

    With *only*, none but the kinds of these codes (``SS101``) are loaded.
    """
    found = pkgutil.iter_modules(kehoach.compare.kinds.__path__)
    names = sorted(m.name for m in found if not only or m.name.partition("_")[0].upper() in only)
    modules = [importlib.import_module(f"kehoach.compare.kinds.{name}") for name in names]
    return cast("tuple[KindModule, ...]", tuple(modules))


@lru_cache
def kinds_of(
    subject: Subject, only: frozenset[str] = frozenset(), *, versions: bool = False
) -> tuple[KindModule, ...]:
    """Return the kinds that look at *subject*, by code; *only* and *versions* as in `all_kinds`."""
    of = {subject, Subject.ITEM} if subject in {Subject.TARGET, Subject.TASK} else {subject}
    return tuple(
        module
        for module in all_kinds(only)
        if module.META.subject in of and (versions or not module.META.versions)
    )


def find_differences(
    above: Any,
    below: Any,
    subject: Subject = Subject.ITEM,
    *,
    only: frozenset[str] = frozenset(),
    versions: bool = False,
) -> tuple[Difference, ...]:
    """Return every difference of *below* from *above*, both as `Subject` says.

    With *only*, no kinds are looked for but those of these codes. With *versions* the two are
    states of one document, so that words are compared as well.
    """
    if subject is Subject.ITEM:
        subject = Subject.TARGET if isinstance(above, Target) else Subject.TASK
    found: list[Difference] = []
    for module in kinds_of(subject, only, versions=versions):
        sides = module.find(above, below)
        if sides:
            found.append(Difference(module.META, *sides))
    return tuple(found)
