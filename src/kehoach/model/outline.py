"""Numbers of sections and tasks: as the source wrote them (``so_muc``) or by order.

NĐ 30/2020/NĐ-CP, phụ lục I, II.6: sections I, II; below them 1, 2; below those a, b, c; nothing
deeper. In an annex that is a table the groups are 1, 2 and the tasks in a group 1.1, 1.2, as
communes write them. Targets are dashes unless the source numbered them.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kehoach.language.numbering import Style, write_number
from kehoach.model.plan import Plan, Section, Target, Task
from kehoach.source.place import Path

_STYLES = (Style.ROMAN, Style.ARABIC, Style.LETTER)


class Siblings(NamedTuple):
    """Items that are numbered in one sequence, with the numbers that stand before them.

    ``numbers`` has the number of each item of ``items``; an empty one is not counted.
    """

    items: tuple[Section | Target | Task, ...]
    numbers: tuple[str, ...]


def sequences(plan: Plan) -> Iterator[Siblings]:
    """Yield every sequence of numbered items, in the order of reading."""
    yield from _sequence(plan.sections, 0)
    for annex in plan.annexes:
        yield from _annex(annex)


def numbers(plan: Plan) -> dict[Path, str]:
    """Return the number of every section, target and task by path, without punctuation.

    Annexes themselves have none here: how they are numbered is the profile's.
    """
    return {
        item.path: number
        for siblings in sequences(plan)
        for item, number in zip(siblings.items, siblings.numbers, strict=True)
    }


def _sequence(items: Iterable[Section | Target | Task], level: int) -> Iterator[Siblings]:
    counted = tuple(_spread(items))
    order = iter(_by_order(level, len(counted)))
    marks = []
    for item in counted:
        if isinstance(item, Target):
            marks.append(item.number or "")
        elif item.number == "":
            marks.append("")
        else:
            mark = next(order)
            marks.append(mark if item.number is None else item.number)
    if counted:
        yield Siblings(counted, tuple(marks))
    for item in counted:
        yield from _sequence(_children(item), level + 1)


def _by_order(level: int, count: int) -> list[str]:
    if level >= len(_STYLES):
        return [""] * count
    try:
        return [write_number(_STYLES[level], value) for value in range(1, count + 1)]
    except ValueError:  # more items than the style can count
        return [write_number(Style.ARABIC, value) for value in range(1, count + 1)]


def _spread(items: Iterable[Section | Target | Task]) -> Iterator[Section | Target | Task]:
    """Yield *items*, those of a section without heading in its place."""
    for item in items:
        if isinstance(item, Section) and not item.heading:
            yield from _spread(_children(item))
        else:
            yield item


def _children(item: Section | Target | Task) -> tuple[Section | Target | Task, ...]:
    if isinstance(item, Section):
        return (*item.targets, *item.tasks, *item.sections)
    return item.targets if isinstance(item, Target) else item.tasks


def _annex(annex: Section) -> Iterator[Siblings]:
    groups = tuple(_spread(_children(annex)))
    marks = []
    position = 0
    for item in groups:
        if isinstance(item, Target):
            marks.append(item.number or "")
            continue
        position += item.number != ""
        marks.append(str(position) if item.number is None else item.number)
    if groups:
        yield Siblings(groups, tuple(marks))
    for group, mark in zip(groups, marks, strict=True):
        yield from _annex_rows(_children(group), mark)


def _annex_rows(items: tuple[Section | Target | Task, ...], parent: str) -> Iterator[Siblings]:
    rows = tuple(_spread(items))
    marks = []
    position = 0
    for row in rows:
        position += row.number != ""
        prefix = f"{parent}." if parent else ""
        marks.append(f"{prefix}{position}" if row.number is None else row.number)
    if rows:
        yield Siblings(rows, tuple(marks))
    for row, mark in zip(rows, marks, strict=True):
        yield from _annex_rows(_children(row), mark)
