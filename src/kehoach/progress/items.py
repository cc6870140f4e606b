"""What of a plan is followed: its targets, and the tasks that are given to someone."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from kehoach.language.deadline import Deadline, read_deadline
from kehoach.language.quantity import Quantity
from kehoach.language.unit import UnitNames
from kehoach.model.plan import Plan, Section, Target, Task
from kehoach.progress.entry import TARGET, TASK
from kehoach.source.place import Path

Key = tuple[str, str]
"""`TASK` or `TARGET`, and a code."""


@dataclass(frozen=True, slots=True)
class Item:
    """A target or task as progress needs it.

    ``units`` are those that lead, by the names under which the plan declares them. ``group`` is
    the heading of the section it stands in, ``goal`` the figure of a target, ``start`` the first
    day on which it can be expected to be done: of a target its own, else the day of the plan,
    None where the plan does not say.
    """

    kind: str
    code: str
    title: str
    group: str
    units: tuple[str, ...]
    cooperating: tuple[str, ...]
    written_deadline: str
    deadline: Deadline | None
    goal: Quantity | None
    written_goal: str
    deliverable: str
    start: dt.date | None
    path: Path

    @property
    def key(self) -> Key:
        """The kind and the code, by which entries name the item."""
        return self.kind, self.code


def follow(plan: Plan) -> tuple[Item, ...]:
    """Return the items of *plan* in the order of reading, targets before tasks.

    A target or task that only heads others (no figure of its own, or no lead) is none.
    """
    names = UnitNames(
        ((unit.name, unit.abbreviation, unit.writings) for unit in plan.units),
        commune=plan.commune.name,
    )
    day = plan.document.date.date() if plan.document.date else None
    targets: list[Item] = []
    tasks: list[Item] = []
    for section in plan.walk():
        targets += (_target(one, section, names, day) for one in _targets(section.targets))
        tasks += (_task(one, section, names, day) for one in _tasks(section.tasks))
    return (*targets, *tasks)


def _targets(targets: tuple[Target, ...]) -> Iterator[Target]:
    for target in targets:
        if target.code and (target.figure or not target.targets):
            yield target
        yield from _targets(target.targets)


def _tasks(tasks: tuple[Task, ...]) -> Iterator[Task]:
    for task in tasks:
        if task.code and (task.leads or not task.tasks):
            yield task
        yield from _tasks(task.tasks)


def _target(target: Target, section: Section, names: UnitNames, day: dt.date | None) -> Item:
    since = read_deadline(target.since) if target.since else None
    start = since and (since.start or since.due)
    return Item(
        TARGET,
        target.code,
        target.content,
        section.heading,
        _units(target.leads, names),
        _units(target.cooperating, names),
        target.deadline,
        target.due,
        target.quantity,
        target.figure,
        "",
        start or day,
        target.path,
    )


def _task(task: Task, section: Section, names: UnitNames, day: dt.date | None) -> Item:
    # A section of duties may name the unit for all its tasks.
    leads = task.leads or section.units
    return Item(
        TASK,
        task.code,
        task.title,
        section.heading,
        _units(leads, names),
        _units(task.cooperating, names),
        task.deadline,
        task.due,
        None,
        "",
        task.deliverable,
        day,
        task.path,
    )


def _units(written: tuple[str, ...], names: UnitNames) -> tuple[str, ...]:
    found = (names.find(unit) or unit for unit in written)
    return cast("tuple[str, ...]", tuple(dict.fromkeys(found)))
