"""Reports of many plans as one: what a province says of its communes."""

from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.progress.board import add
from kehoach.progress.status import Tally
from kehoach.reporting.line import Line
from kehoach.reporting.report import Report, Share, share
from kehoach.reporting.windows import Window


@dataclass(frozen=True, slots=True)
class Standing:
    """One plan among many: how far it is, its units, what was done, what is late or at risk.

    ``is_silent`` is set where its log has nothing new for the window.
    """

    plan: str
    commune: str
    province: str
    share: Share
    units: tuple[Share, ...]
    done: int
    is_silent: bool
    late: tuple[Line, ...]

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
    def silent(self) -> tuple[Standing, ...]:
        """The plans whose log has nothing new."""
        return tuple(one for one in self.standings if one.is_silent)


def make_standing(report: Report) -> Standing:
    """Return what a province sees of *report*."""
    commune = report.plan.commune
    return Standing(
        report.plan.name,
        commune.name,
        commune.province,
        share(commune.name, report.status.items),
        tuple(report.by_unit()),
        len(report.done()),
        not any(line.news for line in report.lines),
        tuple(report.late()),
    )


def make_rollup(window: Window, standings: Sequence[Standing]) -> Rollup:
    """Return *standings* together, in an order that does not depend on theirs."""
    return Rollup(window, tuple(sorted(standings, key=_worst_first)))


def _worst_first(one: Standing) -> tuple[float, str, str, str]:
    on_time = one.on_time
    return (101.0 if on_time is None else on_time, one.province, one.commune, one.plan)
