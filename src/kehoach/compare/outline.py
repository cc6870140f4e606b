"""Where sections and items stand: under which headings."""

from collections.abc import Iterable, Iterator

from kehoach.language.fold import fold
from kehoach.model.plan import Section, Target, Task
from kehoach.source.place import Path

Headings = tuple[str, ...]
"""Headings from the outermost to the nearest; sections without a heading count for nothing."""


def chain(headings: Headings) -> str:
    """Return *headings* as one text, ``ngoài các đề mục`` where there are none."""
    return f"“{' / '.join(headings)}”" if headings else "ngoài các đề mục"


def sections_of(
    tops: Iterable[Section], above: Headings = ()
) -> Iterator[tuple[Section, Headings]]:
    """Yield every section with the headings down to its own, in the order of reading."""
    for section in tops:
        here = (*above, section.heading) if section.heading else above
        yield section, here
        yield from sections_of(section.sections, here)


def headings_of_items(tops: Iterable[Section]) -> dict[Path, Headings]:
    """Return the headings above every target and task, by its path."""
    found: dict[Path, Headings] = {}
    for section, here in sections_of(tops):
        items: tuple[Target | Task, ...] = (*section.targets, *section.tasks)
        found |= {item.path: here for top in items for item in _nested(top)}
    return found


def folded(headings: Headings) -> Headings:
    """Return *headings* as they compare."""
    return tuple(map(fold, headings))


def _nested(item: Target | Task) -> Iterator[Target | Task]:
    yield item
    for child in item.targets if isinstance(item, Target) else item.tasks:
        yield from _nested(child)
