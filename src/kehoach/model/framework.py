"""A framework: the targets and tasks of a plan above, and whether each binds a commune."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from kehoach.model.plan import Citation, PartialDate, Target, Task


class Binding(StrEnum):
    """Whether an item binds a commune (``cap_xa``)."""

    REQUIRED = "bắt buộc"
    ENCOURAGED = "khuyến khích"
    NOT_APPLICABLE = "không áp dụng"


class Terms(NamedTuple):
    """What a framework says of an item: binding, why, how sure, from where."""

    binding: Binding
    reason: str
    certainty: str
    sources: tuple[str, ...]
    source_note: str
    group: str
    phase: str


class Phase(NamedTuple):
    """A phase of the framework; its start may be open."""

    code: str
    name: str
    start: PartialDate | None
    end: PartialDate | None
    content: str


class Framework(NamedTuple):
    """A plan from above; ``terms`` has one entry for the code of every target and task.

    ``frameworks`` are the codes of the frameworks that it carries out itself, as a province's plan
    carries out the central one; the ``links`` of its items name items of those.
    """

    code: str
    document: Citation
    frameworks: tuple[str, ...]
    signer: str
    bases: tuple[Citation, ...]
    principle: str
    note: str
    phases: tuple[Phase, ...]
    groups: dict[str, str]
    targets: tuple[Target, ...]
    tasks: tuple[Task, ...]
    terms: dict[str, Terms]

    def items(self) -> Iterator[Target | Task]:
        """Yield every target, then every task."""
        yield from self.targets
        yield from self.tasks
