"""The report of one plan for one window: a value that says all that documents are drawn from."""

from collections.abc import Iterable
from dataclasses import dataclass

from kehoach.model.plan import Plan
from kehoach.progress.entry import Entry, Stage
from kehoach.progress.status import ItemStatus, PlanStatus, Tally, count, work_out
from kehoach.progress.timing import Settings, Timeliness
from kehoach.reporting.line import Line, make_line
from kehoach.reporting.windows import Window


@dataclass(frozen=True, slots=True)
class Change:
    """How an item moved since the report before; equal words mean it did not in that respect."""

    line: Line
    stages: tuple[Stage, Stage]
    times: tuple[Timeliness | None, Timeliness | None]

    @property
    def is_of_stage(self) -> bool:
        """Tell whether the stage is another one."""
        return self.stages[0] is not self.stages[1]

    @property
    def is_of_time(self) -> bool:
        """Tell whether the judgement of time is another one."""
        return self.times[0] is not self.times[1]


@dataclass(frozen=True, slots=True)
class Share:
    """How far the items of a group or a unit are; ``late`` and ``risky`` are not done yet."""

    name: str
    tally: Tally
    late: int
    risky: int

    @property
    def done(self) -> int:
        """How many are completed."""
        return self.tally.stages[Stage.COMPLETED]

    @property
    def begun(self) -> int:
        """How many are begun and not completed."""
        open_ = self.tally.stages[Stage.COMPLETED] + self.tally.stages[Stage.NOT_STARTED]
        return self.tally.total - open_


@dataclass(frozen=True, slots=True)
class Report:
    """What the window ``window`` brought to ``plan``; ``lines`` has every item, as the plan does.

    Only what was noted in time for the window counts, so it is the same whenever it is made.
    """

    plan: Plan
    window: Window
    status: PlanStatus
    before: PlanStatus
    lines: tuple[Line, ...]

    def targets(self) -> list[Line]:
        """Return the targets whose goal is a figure."""
        return [line for line in self.lines if line.now.measure is not None]

    def done(self) -> list[Line]:
        """Return what was completed since the report before."""
        return [line for line in self.lines if line.is_done]

    def worked_on(self) -> list[Line]:
        """Return what something was noted of and is neither done, late nor at risk."""
        return [line for line in self.lines if line.is_worked_on]

    def late(self) -> list[Line]:
        """Return what is late and not done, the longest first."""
        found = [line for line in self.lines if line.now.is_late]
        return sorted(found, key=lambda line: -line.now.timing.delay)

    def at_risk(self) -> list[Line]:
        """Return what may become late."""
        return [line for line in self.lines if line.is_at_risk]

    def changes(self) -> list[Change]:
        """Return the items whose stage or time is judged otherwise than in the report before."""
        moved = (
            Change(
                line,
                (line.before.stage, line.now.stage),
                (line.before.timeliness, line.now.timeliness),
            )
            for line in self.lines
        )
        return [change for change in moved if change.is_of_stage or change.is_of_time]

    def next_work(self) -> list[Line]:
        """Return what is to be done next: due by the end of the next window, at risk, or noted."""
        found = [
            line
            for line in self.lines
            if line.next_steps or line.is_at_risk or self.is_due_next(line)
        ]
        return sorted(found, key=lambda line: line.now.timing.due or self.window.next_last)

    def is_due_next(self, line: Line) -> bool:
        """Tell whether *line* is still to be done by the end of the next window, or is late."""
        due = line.now.timing.due
        open_ = line.now.stage is not Stage.COMPLETED
        return open_ and due is not None and due <= self.window.next_last

    def by_group(self) -> list[Share]:
        """Return how far the tasks of each section are, and the targets of each."""
        groups: dict[str, list[ItemStatus]] = {}
        for line in self.lines:
            groups.setdefault(line.item.group, []).append(line.now)
        return [share(name, items) for name, items in groups.items()]

    def by_unit(self) -> list[Share]:
        """Return how far the items of each unit that leads are."""
        return [share(name, items) for name, items in self.status.by_unit().items()]


def share(name: str, items: Iterable[ItemStatus]) -> Share:
    """Return how far *items* are together."""
    listed = list(items)
    late = sum(one.is_late for one in listed)
    risky = sum(
        one.timeliness is Timeliness.AT_RISK and one.stage is not Stage.COMPLETED for one in listed
    )
    return Share(name, count(listed), late, risky)


def make_report(
    plan: Plan, entries: Iterable[Entry], window: Window, settings: Settings | None = None
) -> Report:
    """Return the report of *plan* for *window* by the *entries* of its log, in whatever order."""
    settings = settings or Settings()
    entries = list(entries)
    now = work_out(plan, entries, window.last, settings, window.known)
    before = work_out(plan, entries, window.before, settings, window.known_before)
    pairs = zip(now.items, before.items, strict=True)
    lines = tuple(make_line(one, other, settings) for one, other in pairs)
    return Report(plan, window, now, before, lines)
