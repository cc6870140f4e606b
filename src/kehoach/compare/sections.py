"""Sections of two states of a plan: added, dropped, renamed, moved into another section."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kehoach.compare.difference import Difference, Item, Subject, find_differences
from kehoach.compare.outline import Headings, folded, headings_of_items, sections_of
from kehoach.compare.party import Party
from kehoach.model.plan import Section, prose_texts

Found = tuple[Section, Headings]


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section of either state; ``old`` is None where it was added, ``new`` where dropped."""

    old: Section | None
    new: Section | None
    differences: tuple[Difference, ...]


def renamed_sections(
    pairs: Iterable[tuple[Item, Item]], before: Party, after: Party
) -> dict[Headings, Headings]:
    """Return the folded headings of each section that got others, with its new headings.

    A section was renamed when its headings are gone, and what most of its items or the same prose
    now stands under headings that were not there.
    """
    old, new = _named(before), _named(after)
    were, are = headings_of_items(before.sections), headings_of_items(after.sections)
    went = Counter((folded(were[a.path]), are[b.path]) for a, b in pairs)
    by_prose = {_prose(s): h for s, h in new.values() if folded(h) not in old and _prose(s)}
    for key, (section, _) in old.items():
        if (there := by_prose.get(_prose(section))) is not None:
            went[key, there] += 1
    found: dict[Headings, Headings] = {}
    for (key, there), _ in went.most_common():
        fresh = folded(there) not in old and there not in found.values()
        if key and key not in new and key not in found and fresh:
            found[key] = there
    for key, there in list(found.items()):
        _rename_parents(found, key, there, old, new)
    return found


def _rename_parents(
    found: dict[Headings, Headings],
    key: Headings,
    there: Headings,
    old: dict[Headings, Found],
    new: dict[Headings, Found],
) -> None:
    """Add the sections above one that kept its own heading: it is they that were renamed."""
    while len(key) == len(there) > 1 and key[-1] == folded(there)[-1]:
        key, there = key[:-1], there[:-1]
        if key in new or folded(there) in old:
            return
        if key[-1] != folded(there)[-1]:
            found.setdefault(key, there)


def now_called(headings: Headings, renamed: dict[Headings, Headings]) -> Headings:
    """Return *headings* of the old state as they would be called now."""
    key = folded(headings)
    for length in range(len(key), 0, -1):
        if there := renamed.get(key[:length]):
            return (*there, *headings[length:])
    return headings


def changed_sections(
    before: Party, after: Party, renamed: dict[Headings, Headings]
) -> tuple[SectionChange, ...]:
    """Return what happened to sections, in the order of the new state, dropped ones last."""
    old, new = _named(before), _named(after)
    called = {key: folded(now_called(found[1], renamed)) for key, found in old.items()}
    sources = {there: key for key, there in called.items() if there in new}
    gone = {key: found for key, found in old.items() if called[key] not in new}
    moved = _moved(gone, [key for key in new if key not in sources])
    changes: list[SectionChange] = []
    for key, now in new.items():
        source = sources.get(key) or moved.get(key)
        was = None
        if source:
            section, headings = old[source]
            was = section, (*now_called(headings[:-1], renamed), headings[-1])
            gone.pop(source, None)
        changes += _changes(was, now)
    for found in gone.values():
        changes += _changes(found, None)
    return tuple(changes)


def _changes(old: Found | None, new: Found | None) -> list[SectionChange]:
    was, now = old and old[1], new and new[1]
    if was and now and folded(was) == folded(now):
        return []
    differences = find_differences(was, now, Subject.SECTION, versions=True)
    return [SectionChange(old and old[0], new and new[0], differences)] if differences else []


def _moved(gone: Iterable[Headings], fresh: Iterable[Headings]) -> dict[Headings, Headings]:
    """Return the headings now and before of sections that only stand elsewhere."""
    by_own: dict[str, list[Headings]] = {}
    for key in gone:
        by_own.setdefault(key[-1], []).append(key)
    return {key: by_own[key[-1]].pop(0) for key in fresh if by_own.get(key[-1])}


def _named(party: Party) -> dict[Headings, Found]:
    """Return the sections that have a heading, by their folded headings."""
    found = ((section, headings) for section, headings in sections_of(party.sections))
    return {folded(h): (section, h) for section, h in found if section.heading}


def _prose(section: Section) -> str:
    return "\n".join(prose_texts(section.prose))
