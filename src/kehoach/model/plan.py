"""A plan: its document, its outline of sections, its targets and tasks.

Every part keeps the path of its value in the file; a field's own path is the part's path and the
field's key, as in ``(*target.path, "muc_dat")``. Texts are as the file writes them; what they
mean (`Target.quantity`, `Target.due`) is read when asked for.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from kehoach.language.deadline import Deadline, read_deadline
from kehoach.language.quantity import Quantity, read_quantity
from kehoach.source.place import Path

Paragraph = str | tuple["Paragraph", ...]
"""A text is a paragraph; a tuple is a list of dashes, a tuple in it the level below."""
Prose = tuple[Paragraph, ...]


class Commune(NamedTuple):
    """The commune of a plan: ``code`` of five digits or empty, names with their level word.

    The plan of a province names the province twice; its code has two digits.
    """

    code: str
    name: str
    province: str

    @property
    def is_province(self) -> bool:
        """Tell whether the plan is that of a province."""
        return self.name.lower() == self.province.lower()


class PartialDate(NamedTuple):
    """A date of which only the month may be known (``day`` is then None)."""

    year: int
    month: int
    day: int | None = None

    def first_day(self) -> dt.date:
        """Return the date itself or the first day of the month."""
        return dt.date(self.year, self.month, self.day or 1)

    def date(self) -> dt.date | None:
        """Return the date when it is wholly known."""
        return None if self.day is None else dt.date(self.year, self.month, self.day)


class Signer(NamedTuple):
    """Who signs and by which authority; empty texts for what does not apply or is not known."""

    on_behalf: str = ""
    for_head: str = ""
    by_order: str = ""
    by_mandate: str = ""
    title: str = ""
    also: str = ""
    name: str = ""


class Citation(NamedTuple):
    """A document that is cited with its parts; ``text`` is set instead where it is a sentence."""

    path: Path
    type_name: str = ""
    symbol: str = ""
    date: PartialDate | None = None
    issuer: str = ""
    title: str = ""
    text: str = ""


class DocumentInfo(NamedTuple):
    """What the official form asks of a document; ``number`` is empty until it is given.

    ``size`` is that of the text in points.
    """

    profile: str
    status: str
    type_name: str
    parent_issuer: str
    issuer: str
    number: str
    symbol: str
    place: str
    date: PartialDate | None
    subject: str
    signer: Signer
    recipients: tuple[str, ...]
    addressees: tuple[str, ...] = ()
    size: int = 14

    @property
    def is_draft(self) -> bool:
        """Tell whether the document is a draft (``du_thao``)."""
        return self.status == "du_thao"


class ExecutingUnit(NamedTuple):
    """A unit that leads or cooperates: full name, abbreviation, other writings."""

    path: Path
    name: str
    abbreviation: str
    writings: tuple[str, ...]


class Target(NamedTuple):
    """A target; ``links`` name items of frameworks (``02-kh-bcdtw/ho-so-truc-tuyen``)."""

    path: Path
    code: str
    number: str | None
    content: str
    figure: str
    since: str
    deadline: str
    scope: str
    exclusion: str
    leads: tuple[str, ...]
    cooperating: tuple[str, ...]
    links: tuple[str, ...]
    remark: str
    targets: tuple["Target", ...]

    @property
    def quantity(self) -> Quantity | None:
        """The figure as a value; None where there is none or it cannot be read."""
        return read_quantity(self.figure) if self.figure else None

    @property
    def due(self) -> Deadline | None:
        """The deadline as a value; None where there is none or it cannot be read."""
        return read_deadline(self.deadline) if self.deadline else None


class Task(NamedTuple):
    """A task; a task without leads is the heading of the tasks in it."""

    path: Path
    code: str
    number: str | None
    name: str
    content: Prose
    leads: tuple[str, ...]
    cooperating: tuple[str, ...]
    deadline: str
    deliverable: str
    serves: tuple[str, ...]
    links: tuple[str, ...]
    remark: str
    tasks: tuple["Task", ...]

    @property
    def due(self) -> Deadline | None:
        """The deadline as a value; None where there is none or it cannot be read."""
        return read_deadline(self.deadline) if self.deadline else None

    @property
    def title(self) -> str:
        """The name, or the first text of the content where the task has no name."""
        return self.name or next(iter(prose_texts(self.content)), self.code)


class Section(NamedTuple):
    """A section or an annex; ``heading`` is empty for contents that stand without one."""

    path: Path
    number: str | None
    heading: str
    units: tuple[str, ...]
    bases: tuple[Citation, ...]
    prose: Prose
    targets: tuple[Target, ...]
    tasks: tuple[Task, ...]
    sections: tuple["Section", ...]
    remark: str


class ReportDuty(NamedTuple):
    """What is to be reported: how often, by when, to whom, by whom, on what."""

    path: Path
    period: str
    deadline: str
    recipient: str
    units: tuple[str, ...]
    content: str


class Acceptance(NamedTuple):
    """A finding that is accepted at a path and below, or a difference, with the reason.

    Of a difference (``SS101``) ``at`` is the code of what stands above and of its item;
    ``fingerprint`` and ``text`` are what was accepted, empty for findings.
    """

    path: Path
    code: str
    at: Path
    reason: str
    fingerprint: str = ""
    text: str = ""


@dataclass(frozen=True)
class Plan:
    """A plan of a commune; ``name`` is the file's name without its ending.

    It has no slots, so that it can keep its parts in the order of reading, which rules ask for
    often.
    """

    name: str
    commune: Commune
    document: DocumentInfo
    frameworks: tuple[str, ...]
    units: tuple[ExecutingUnit, ...]
    bases: tuple[Citation, ...]
    opening: Prose
    sections: tuple[Section, ...]
    closing: Prose
    annexes: tuple[Section, ...]
    reports: tuple[ReportDuty, ...]
    acceptances: tuple[Acceptance, ...]

    def walk(self) -> Iterator[Section]:
        """Yield every section and annex in the order of reading."""
        return iter(self._walked)

    def targets(self) -> Iterator[Target]:
        """Yield every target in the order of reading, a target before those in it."""
        return iter(self._targets)

    def tasks(self) -> Iterator[Task]:
        """Yield every task in the order of reading, a task before those in it."""
        return iter(self._tasks)

    def items(self) -> Iterator[Target | Task]:
        """Yield every target, then every task."""
        yield from self.targets()
        yield from self.tasks()

    def assigned_tasks(self) -> Iterator[Task]:
        """Yield the tasks that are given to a unit."""
        return (task for task in self.tasks() if task.leads)

    @cached_property
    def _walked(self) -> tuple[Section, ...]:
        return tuple(s for top in (*self.sections, *self.annexes) for s in _walk(top))

    @cached_property
    def _targets(self) -> tuple[Target, ...]:
        return tuple(
            t for section in self._walked for top in section.targets for t in _nested_targets(top)
        )

    @cached_property
    def _tasks(self) -> tuple[Task, ...]:
        return tuple(
            t for section in self._walked for top in section.tasks for t in _nested_tasks(top)
        )


def prose_texts(prose: Prose) -> Iterator[str]:
    """Yield the texts of *prose* in order, without their levels."""
    for paragraph in prose:
        if isinstance(paragraph, str):
            yield paragraph
        else:
            yield from prose_texts(paragraph)


def _walk(section: Section) -> Iterator[Section]:
    yield section
    for child in section.sections:
        yield from _walk(child)


def _nested_targets(target: Target) -> Iterator[Target]:
    yield target
    for child in target.targets:
        yield from _nested_targets(child)


def _nested_tasks(task: Task) -> Iterator[Task]:
    yield task
    for child in task.tasks:
        yield from _nested_tasks(child)
