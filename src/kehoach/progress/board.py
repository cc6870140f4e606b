"""Where one plan or many stand, as it is shown: the board of a commune or of a province."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kehoach.progress.entry import Stage
from kehoach.progress.status import PlanStatus, Tally
from kehoach.progress.timing import Timeliness
from kehoach.progress.vocabularies import Vocabulary


@dataclass(frozen=True, slots=True)
class Row:
    """What a province sees of one plan; ``last`` is the day of its latest entry, None without."""

    file: str
    commune: str
    province: str
    tally: Tally
    late: int
    due_soon: int
    must_report: int
    last: dt.date | None


@dataclass(frozen=True, slots=True)
class Board:
    """Plans on the day ``day``; ``plan`` is set where there is just one.

    ``within`` are the days in which what falls due is named, ``words`` those of another system
    that are wanted beside.
    """

    day: dt.date
    within: int
    rows: tuple[Row, ...]
    plan: PlanStatus | None
    words: Vocabulary | None

    @property
    def tally(self) -> Tally:
        """How many items of all plans stand where."""
        return add(row.tally for row in self.rows)

    @property
    def on_time_percent(self) -> float | None:
        """The share on time over the plans for which anything was noted; see `Tally`."""
        return reported(row.tally for row in self.rows).on_time_percent


def reported(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of those of *tallies* for which anything was noted at all.

    A share on time of many plans is that of these: silence is no good news.
    """
    return add(tally for tally in tallies if tally.reported)


def make_row(file: str, status: PlanStatus, within: int) -> Row:
    """Return what is shown of *status* among others."""
    days = (entry.date for one in status.items for entry in one.entries)
    commune = status.plan.commune
    return Row(
        file,
        commune.name,
        commune.province,
        status.tally,
        len(status.late()),
        len(status.due_within(within)),
        sum(one.must_report for one in status.items),
        max(days, default=None),
    )


def add(tallies: Iterable[Tally]) -> Tally:
    """Return the sum of *tallies*."""
    stages: Counter[Stage] = Counter()
    times: Counter[Timeliness | None] = Counter()
    reported = 0
    for tally in tallies:
        stages.update(tally.stages)
        times.update(tally.times)
        reported += tally.reported
    return Tally(stages, times, reported)
