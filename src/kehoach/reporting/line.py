"""What a period brought to one item of a plan."""

from collections.abc import Iterable
from dataclasses import dataclass

from kehoach.progress.entry import TARGET, Entry, Stage
from kehoach.progress.items import Item
from kehoach.progress.measures import Figure
from kehoach.progress.periods import rhythm
from kehoach.progress.stages import by_period, follow_course
from kehoach.progress.status import ItemStatus
from kehoach.progress.timing import Basis, Settings, Timeliness


@dataclass(frozen=True, slots=True)
class Line:
    """One item: where it stands at the end of the window, where it stood before it began.

    ``news`` are the entries that the report before did not have yet, in order; ``periods`` names
    the periods of a recurring item that were completed since.
    """

    now: ItemStatus
    before: ItemStatus
    news: tuple[Entry, ...]
    periods: tuple[str, ...]

    @property
    def item(self) -> Item:
        """The item of the plan."""
        return self.now.item

    @property
    def is_target(self) -> bool:
        """Tell whether it is a target; a task if not."""
        return self.item.kind == TARGET

    @property
    def is_done(self) -> bool:
        """Tell whether it was completed since the report before."""
        if self.periods:
            return True
        return self.now.stage is Stage.COMPLETED and self.before.stage is not Stage.COMPLETED

    @property
    def is_at_risk(self) -> bool:
        """Tell whether it may become late and is still to be done."""
        risky = self.now.timeliness is Timeliness.AT_RISK
        return risky and self.now.stage is not Stage.COMPLETED

    @property
    def is_worked_on(self) -> bool:
        """Tell whether something was noted of it, and it is not done and not late."""
        return bool(self.news) and not (self.is_done or self.now.is_late or self.is_at_risk)

    @property
    def results(self) -> tuple[str, ...]:
        """Return what was achieved since the report before."""
        return _each(entry.result for entry in self.news)

    @property
    def evidence(self) -> tuple[str, ...]:
        """Return the evidence noted since the report before."""
        return _each(one for entry in self.news for one in entry.evidence)

    @property
    def difficulties(self) -> tuple[str, ...]:
        """Return the difficulties noted since the report before."""
        return _each(entry.difficulty for entry in self.news)

    @property
    def proposals(self) -> tuple[str, ...]:
        """Return what was proposed since the report before."""
        return _each(entry.proposal for entry in self.news)

    @property
    def next_steps(self) -> str:
        """Return what was last noted as the next work; "" where that is an older report's."""
        return next((entry.next_steps for entry in reversed(self.news) if entry.next_steps), "")

    @property
    def responsible(self) -> str:
        """Return who answers for a delay: as noted, else who leads; "" where neither is said."""
        return self.now.last("responsible") or "; ".join(self.item.units)

    @property
    def figure(self) -> Figure | None:
        """The latest figure of a target with a goal that is a figure."""
        return self.now.measure.now if self.now.measure else None

    @property
    def figure_before(self) -> Figure | None:
        """The figure that the report before had."""
        return self.before.measure.now if self.before.measure else None


def make_line(now: ItemStatus, before: ItemStatus, settings: Settings) -> Line:
    """Return the line of an item out of where it stands and stood."""
    known = {entry.values for entry in before.entries}
    news = tuple(entry for entry in now.entries if entry.values not in known)
    periods: tuple[str, ...] = ()
    if now.timing.basis is Basis.PERIODIC:
        done = _completed_periods(before, settings)
        periods = tuple(name for name in _completed_periods(now, settings) if name not in done)
    return Line(now, before, news, periods)


def _completed_periods(status: ItemStatus, settings: Settings) -> list[str]:
    item = status.item
    recurs = rhythm(item.deadline, settings.constantly)
    if recurs is None:
        return []
    grouped = by_period(status.entries, recurs)
    done = (period for period, said in grouped.items() if follow_course(said, item.goal).completed)
    return [period.name for period in sorted(done)]


def _each(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, texts)))
