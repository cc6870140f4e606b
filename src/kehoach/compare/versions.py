"""Two states of a plan, or two plans of one level: what was added, dropped, changed.

Items are paired by code, then by the same words, so that a new code alone is no change; what is
left, by likeness (`kehoach.compare.alignment`), which finds what was renamed, split or merged.
Order and numbering are no change.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kehoach.compare.alignment import Aligner, Match
from kehoach.compare.bases import Basis, changed_bases
from kehoach.compare.difference import Difference, Item, Subject, find_differences
from kehoach.compare.outline import Headings, folded, headings_of_items
from kehoach.compare.party import Party, party_of_plan
from kehoach.compare.sections import SectionChange, changed_sections, now_called, renamed_sections
from kehoach.compare.verdict import Verdict, gravest
from kehoach.compare.words import item_words
from kehoach.language.fold import fold
from kehoach.model.plan import Plan, Target, Task


@dataclass(frozen=True, slots=True)
class Change:
    """An item of either state; ``old`` is None for what was added, ``new`` for what was dropped.

    The first part of an item that was split is its change; the other parts were added, and their
    difference says what they were split from. So with what was merged: the likest item is the old
    one, the others were dropped. ``likeness`` is above 0 where words paired the two.
    """

    old: Item | None
    new: Item | None
    differences: tuple[Difference, ...] = ()
    likeness: float = 0.0

    @property
    def verdict(self) -> Verdict:
        """Extra for what was added, missing for what was dropped, else the gravest difference."""
        if self.old is None:
            return Verdict.EXTRA
        return Verdict.MISSING if self.new is None else gravest(self.differences)


@dataclass(frozen=True, slots=True)
class Versions:
    """Two plans and the changes from the old to the new one, in the order of the new one.

    ``one_plan`` is set for two states of one commune's plan; plans of two communes never have the
    same words, units and sections, so that only what they promise is compared.
    """

    old: Plan
    new: Plan
    changes: tuple[Change, ...]
    one_plan: bool = True
    bases: tuple[Basis, ...] = ()
    sections: tuple[SectionChange, ...] = ()

    def added(self) -> Iterator[Item]:
        """Yield the items that only the new plan has."""
        return (change.new for change in self.changes if change.old is None and change.new)

    def dropped(self) -> Iterator[Item]:
        """Yield the items that only the old plan has."""
        return (change.old for change in self.changes if change.new is None and change.old)

    def changed(self) -> Iterator[Change]:
        """Yield the items that both have and that differ."""
        return (change for change in self.changes if change.old and change.new)

    def __bool__(self) -> bool:
        """Tell whether anything changed."""
        return bool(self.changes or self.bases or self.sections)


def compare_versions(old: Plan, new: Plan) -> Versions:
    """Compare two plans item by item; targets with targets, tasks with tasks."""
    before, after = _whole(old), _whole(new)
    one_plan = (before.commune, before.province) == (after.commune, after.province)
    pairs, left, fresh = _known_pairs(before, after)
    changes = [_change(was, now, 0.0, one_plan=one_plan) for was, now in pairs]
    changes += _by_words(_with_items(before, left), _with_items(after, fresh), one_plan=one_plan)
    renamed = renamed_sections(pairs, before, after) if one_plan else {}
    if one_plan:
        changes = _moves(changes, before, after, renamed)
    order = {item.path: position for position, item in enumerate(after.items())}
    kept = [change for change in changes if change.differences]
    kept.sort(key=lambda change: order[change.new.path] if change.new else len(order))
    if not one_plan:
        return Versions(old, new, tuple(kept), one_plan)
    sections = changed_sections(before, after, renamed)
    return Versions(old, new, tuple(kept), one_plan, changed_bases(before, after), sections)


def _whole(plan: Plan) -> Party:
    """Return *plan* as a side with its headings among the items: they may change as well."""
    return replace(party_of_plan(plan), targets=tuple(plan.targets()), tasks=tuple(plan.tasks()))


def _with_items(party: Party, items: Sequence[Item]) -> Party:
    return replace(
        party,
        targets=tuple(item for item in items if isinstance(item, Target)),
        tasks=tuple(item for item in items if isinstance(item, Task)),
    )


def _known_pairs(
    before: Party, after: Party
) -> tuple[list[tuple[Item, Item]], list[Item], list[Item]]:
    """Return the pairs by code and by the same words, and what is left on either side."""
    pairs: list[tuple[Item, Item]] = []
    left, fresh = list(before.items()), list(after.items())
    for key in (_code, _words):
        known: dict[tuple[bool, str], list[Item]] = {}
        for item in reversed(left):
            known.setdefault(key(item), []).append(item)
        still: list[Item] = []
        for item in fresh:
            if same := known.get(key(item)):  # the first of several with one code
                pairs.append((same.pop(), item))
            else:
                still.append(item)
        fresh = still
        paired = {was.path for was, _ in pairs}
        left = [item for item in left if item.path not in paired]
    return pairs, left, fresh


def _code(item: Item) -> tuple[bool, str]:
    return isinstance(item, Target), item.code


def _words(item: Item) -> tuple[bool, str]:
    return isinstance(item, Target), fold(item_words(item))


def _change(old: Item, new: Item, likeness: float, *, one_plan: bool) -> Change:
    return Change(old, new, find_differences(old, new, versions=one_plan), likeness)


def _by_words(left: Party, fresh: Party, *, one_plan: bool) -> Iterator[Change]:
    """Yield the changes of what neither code nor the same words paired."""
    aligned = Aligner(left).align(fresh)
    seen: set[tuple[str | int, ...]] = set()
    for match in aligned.matches:
        yield from _of_match(match, seen, one_plan=one_plan)
    unsure = [item for match in aligned.matches if not match.sure for item in match.below]
    for item in (*aligned.extra, *unsure):
        if item.path not in seen:
            seen.add(item.path)
            yield Change(None, item, find_differences((), (item,), Subject.GROUP))


def _of_match(
    match: Match, seen: set[tuple[str | int, ...]], *, one_plan: bool
) -> Iterator[Change]:
    old = match.above
    if not match.sure or not match.below:
        yield Change(old, None, find_differences((old,), (), Subject.GROUP))
        return
    together = (old, *match.together)
    group = find_differences(together, match.below, Subject.GROUP)
    new = max(match.below, key=lambda item: _shared(old, item))
    if new.path in seen:  # merged into an item that another one became
        yield Change(old, None, group)
    else:
        change = _change(old, new, match.likeness, one_plan=one_plan)
        yield replace(change, differences=(*group, *change.differences))
    for part in match.below:
        if part is not new and part.path not in seen:
            yield Change(None, part, group)
    seen.update(item.path for item in match.below)


def _shared(old: Item, new: Item) -> int:
    return len(set(fold(item_words(old)).split()) & set(fold(item_words(new)).split()))


def _moves(
    changes: Sequence[Change], before: Party, after: Party, renamed: dict[Headings, Headings]
) -> list[Change]:
    """Return *changes* with those of place; a section that was renamed moves nothing."""
    old, new = headings_of_items(before.sections), headings_of_items(after.sections)
    found: list[Change] = []
    for change in changes:
        if change.old is None or change.new is None:
            found.append(change)
            continue
        was, now = old[change.old.path], new[change.new.path]
        if folded(now_called(was, renamed)) == folded(now):
            found.append(change)
            continue
        moved = find_differences(was, now, Subject.PLACE, versions=True)
        found.append(replace(change, differences=(*change.differences, *moved)))
    return found
