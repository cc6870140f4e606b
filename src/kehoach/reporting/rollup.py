"""Reports of many plans as one: what a province says of its communes.

Of each plan only what that report shows is kept, so that thousands of them fit in memory.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kehoach.progress.board import add, reported
from kehoach.progress.status import Tally
from kehoach.reporting.line import Line
from kehoach.reporting.report import Report, Share, share
from kehoach.reporting.windows import Window


@dataclass(frozen=True, slots=True)
class LateItem:
    """An item that is late and not done: since when, by how many days, and what is said of it.

    Texts that were not noted are "".
    """

    code: str
    title: str
    units: tuple[str, ...]
    due: dt.date | None
    delay: int
    reasons: tuple[str, ...]
    cause: str
    responsible: str
    remedy: str
    forecast: dt.date | None


@dataclass(frozen=True, slots=True)
class Standing:
    """One plan among many: how far it is, its units, what was done, what is late.

    ``file`` is where the plan is. ``is_silent`` is set where its log has nothing new for the
    window.
    """

    file: str
    commune: str
    province: str
    share: Share
    units: tuple[Share, ...]
    done: int
    is_silent: bool
    late: tuple[LateItem, ...]

    @property
    def on_time(self) -> float | None:
        """Return the share in percent that is not late of what has a day; None without such."""
        return self.share.tally.on_time_percent


@dataclass(frozen=True, slots=True)
class Rollup:
    """The plans of a province for one window, the largest share of late items first."""

    window: Window
    standings: tuple[Standing, ...]

    @property
    def tally(self) -> Tally:
        """How many items of all plans stand where."""
        return add(one.share.tally for one in self.standings)

    @property
    def on_time(self) -> float | None:
        """The share in percent that is on time of the plans for which anything was noted."""
        return reported(one.share.tally for one in self.standings).on_time_percent

    def named(self) -> list[tuple[str, Standing]]:
        """Return each plan with what it is called.

        That is its commune, and the province and the file where the commune is not enough.
        """
        same = Counter((one.commune, one.province) for one in self.standings)
        provinces = len({one.province for one in self.standings})
        return [(_name(one, same, provinces), one) for one in self.standings]


def make_standing(file: str, report: Report) -> Standing:
    """Return what a province sees of *report*, which is of the plan in *file*."""
    commune = report.plan.commune
    return Standing(
        file,
        commune.name,
        commune.province,
        share(commune.name, report.status.items),
        tuple(report.by_unit()),
        len(report.done()),
        not any(line.news for line in report.lines),
        tuple(map(_late, report.late())),
    )


def make_rollup(window: Window, standings: Iterable[Standing]) -> Rollup:
    """Return *standings* together, in an order that does not depend on theirs."""
    return Rollup(window, tuple(sorted(standings, key=_worst_first)))


def _late(line: Line) -> LateItem:
    now, item = line.now, line.item
    return LateItem(
        item.code,
        item.title,
        item.units,
        now.timing.due,
        now.timing.delay,
        now.timing.reasons,
        now.last("cause"),
        line.responsible,
        now.last("remedy"),
        now.forecast,
    )


def _name(one: Standing, same: Counter[tuple[str, str]], provinces: int) -> str:
    name = one.commune if provinces == 1 else f"{one.commune}, {one.province}"
    return name if same[one.commune, one.province] == 1 else f"{name} ({one.file})"


def _worst_first(one: Standing) -> tuple[float, str, str, str]:
    on_time = one.on_time
    return (101.0 if on_time is None else on_time, one.province, one.commune, one.file)
