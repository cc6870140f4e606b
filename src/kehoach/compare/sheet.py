"""A comparison as plain data: all that an output draws, and nothing that it must look up.

Rows hold texts, figures and places of both sides. They know no files and no plans, so that those
of thousands of plans can be kept, and sent from one process to another.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kehoach.compare.alignment import How
from kehoach.compare.marking import Mark
from kehoach.compare.verdict import Verdict
from kehoach.source.place import Path, Place

TARGET, TASK, BASIS, SECTION = "chi_tieu", "nhiem_vu", "can_cu", "de_muc"
"""What a row is about."""
ITEMS = frozenset({TARGET, TASK})
REQUIRED = "bắt buộc"


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says of a row, and where.

    ``code`` is empty for bases and sections, ``figure``, ``scope`` and ``deliverable`` where the
    side names none; ``heading`` is the nearest heading above.
    """

    code: str
    text: str
    figure: str
    scope: str
    deadline: str
    leads: tuple[str, ...]
    deliverable: str
    heading: str
    file: str
    path: Path
    place: Place


@dataclass(frozen=True, slots=True)
class Row:
    """One item of either side.

    ``word`` says the verdict fairly, in the words of an official; empty between versions.
    ``binding`` and ``certainty`` are empty where the side above says neither. ``link`` is the
    value of ``khung:`` that would make a pair by words lasting; ``other`` is the runner-up of a
    doubtful pair. ``accepted`` is set where every difference that made the verdict is accepted.
    """

    item: str
    kind: str
    verdict: Verdict
    marks: tuple[Mark, ...]
    above: Side | None
    below: tuple[Side, ...]
    word: str = ""
    binding: str = ""
    binds: bool = False
    certainty: str = ""
    sources: tuple[str, ...] = ()
    how: How = How.NONE
    likeness: float = 0.0
    sure: bool = True
    link: str = ""
    other: Side | None = None
    accepted: bool = False

    @property
    def open(self) -> bool:
        """Tell whether the row still weighs: it binds and is not accepted."""
        return self.binds and not self.accepted


@dataclass(frozen=True, slots=True)
class Named:
    """A document that is compared: ``code`` names it shortly, ``called`` in a sentence.

    ``cited`` names it as an official document cites it first, empty for a plan without a number.
    ``of_commune`` is set for the plan of a commune.
    """

    code: str
    title: str
    called: str
    commune: str
    province: str
    file: str
    cited: str = ""
    of_commune: bool = True


@dataclass(frozen=True, slots=True)
class Sheet:
    """A plan (``below``) with what it is compared with (``above``), row by row.

    ``versions`` is set where both are states of one plan or plans of one level; else *above* is a
    framework or a plan that stands above. ``other`` is what messages call that side.
    """

    below: Named
    above: Named
    versions: bool
    rows: tuple[Row, ...]
    other: str = "khung"

    @property
    def binding(self) -> bool:
        """Tell whether only some items bind, as a framework says for communes."""
        return any(row.binding for row in self.rows)

    def items(self) -> Iterable[Row]:
        """Yield the rows on targets and tasks."""
        return (row for row in self.rows if row.kind in ITEMS)

    def counts(self) -> Counter[Verdict]:
        """Return how many rows that bind have which verdict; accepted ones are not counted."""
        return Counter(row.verdict for row in self.items() if row.open)

    def accepted(self) -> int:
        """Return how many rows that bind are accepted."""
        return sum(row.binds and row.accepted for row in self.items())
