"""Two states of a plan, or two plans: what was added, dropped, changed.

Items are paired by code; what is left, by the same words, so that a new code alone is no change.
Order and numbering are no change either.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.compare.difference import Difference, Item, find_differences
from kehoach.compare.verdict import Verdict, gravest
from kehoach.compare.words import item_words
from kehoach.language.fold import fold
from kehoach.model.plan import Plan, Target


@dataclass(frozen=True, slots=True)
class Change:
    """An item of either state; ``old`` is None for what was added, ``new`` for what was dropped."""

    old: Item | None
    new: Item | None
    differences: tuple[Difference, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """Extra for what was added, missing for what was dropped, else the gravest difference."""
        if self.old is None:
            return Verdict.EXTRA
        return Verdict.MISSING if self.new is None else gravest(self.differences)


@dataclass(frozen=True, slots=True)
class Versions:
    """Two plans and the changes from the old to the new one, in the order of the new one."""

    old: Plan
    new: Plan
    changes: tuple[Change, ...]

    def added(self) -> Iterator[Item]:
        """Yield the items that only the new plan has."""
        return (change.new for change in self.changes if change.old is None and change.new)

    def dropped(self) -> Iterator[Item]:
        """Yield the items that only the old plan has."""
        return (change.old for change in self.changes if change.new is None and change.old)

    def changed(self) -> Iterator[Change]:
        """Yield the items that both have and that differ."""
        return (change for change in self.changes if change.differences)


def compare_versions(old: Plan, new: Plan) -> Versions:
    """Compare two plans item by item; targets with targets, tasks with tasks."""
    left = {_key(item): item for item in old.items()}
    changes: list[Change] = []
    fresh: list[Item] = []
    for item in new.items():
        before = left.pop(_key(item), None)
        if before is None:
            fresh.append(item)
        elif differences := find_differences(before, item, versions=True):
            changes.append(Change(before, item, differences))
    by_words = {(type(item), fold(item_words(item))): item for item in left.values()}
    for item in fresh:
        before = by_words.pop((type(item), fold(item_words(item))), None)
        if before is None:
            changes.append(Change(None, item))
            continue
        del left[_key(before)]
        if differences := find_differences(before, item, versions=True):
            changes.append(Change(before, item, differences))
    dropped = [Change(item, None) for item in left.values()]
    order = {item.path: position for position, item in enumerate(new.items())}
    changes.sort(key=lambda change: order[change.new.path] if change.new else 0)
    return Versions(old, new, (*changes, *dropped))


def _key(item: Item) -> tuple[bool, str]:
    return isinstance(item, Target), item.code
