"""Where every item of a plan stands on a day, worked out from the plan and its log alone."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kehoach.model.plan import Plan
from kehoach.progress.entry import Entry, Stage
from kehoach.progress.items import Item, Key, follow
from kehoach.progress.log import in_order
from kehoach.progress.measures import Measure, measure
from kehoach.progress.periods import Rhythm, period_of, rhythm
from kehoach.progress.stages import Course, by_period, follow_course
from kehoach.progress.timing import (
    Settings,
    Timeliness,
    Timing,
    basis_of,
    judge_by_day,
    judge_by_period,
)


@dataclass(frozen=True, slots=True)
class ItemStatus:
    """Where one item stands: stage, time, figures, and the entries that say so, in order.

    ``lacking`` is what completion still needs where it was claimed. ``unreported`` names what has
    to be said of a late item and was not (11-KH/BCĐ of Khánh Hòa, I.2.đ).
    """

    item: Item
    stage: Stage
    timing: Timing
    completed: dt.date | None
    lacking: tuple[str, ...]
    measure: Measure | None
    entries: tuple[Entry, ...]
    must_report: bool

    @property
    def timeliness(self) -> Timeliness | None:
        """Whether it is on time; None where nothing says by when."""
        return self.timing.timeliness

    @property
    def is_late(self) -> bool:
        """Tell whether it is late and still to be done."""
        return self.timeliness is Timeliness.LATE and self.stage is not Stage.COMPLETED

    @property
    def forecast(self) -> dt.date | None:
        """Return the day by which it is expected to be done, where an entry says one."""
        return next((e.forecast for e in reversed(self.entries) if e.forecast), None)

    def last(self, field: str) -> str:
        """Return what the entries last said in *field* (``result``, ``cause``), "" if nothing."""
        said = (getattr(entry, field) for entry in reversed(self.entries))
        return next((str(text) for text in said if text), "")

    @property
    def evidence(self) -> tuple[str, ...]:
        """Return all evidence noted, each once."""
        return tuple(dict.fromkeys(one for entry in self.entries for one in entry.evidence))

    @property
    def unreported(self) -> tuple[str, ...]:
        """Name what a late item lacks: cause, who is responsible, remedy, expected day."""
        if not self.is_late and not (self.must_report and self.stage is not Stage.COMPLETED):
            return ()
        wanted = (
            ("cause", "nguyên nhân"),
            ("responsible", "trách nhiệm"),
            ("remedy", "biện pháp khắc phục"),
            ("forecast", "ngày dự kiến xong"),
        )
        return tuple(word for field, word in wanted if not self.last(field))


@dataclass(frozen=True, slots=True)
class Tally:
    """How many items stand where; ``reported`` counts those that have entries."""

    stages: Counter[Stage]
    times: Counter[Timeliness | None]
    reported: int

    @property
    def total(self) -> int:
        """All items."""
        return sum(self.stages.values())

    @property
    def judged(self) -> int:
        """The items that something says a day or a period for."""
        return self.total - self.times[None]

    @property
    def on_time_percent(self) -> float | None:
        """Of the judged items the share that is not late, in percent.

        None where none is judged, or nobody has noted anything: silence is no good news.
        """
        if not (self.judged and self.reported):
            return None
        return 100 * (self.judged - self.times[Timeliness.LATE]) / self.judged


@dataclass(frozen=True, slots=True)
class PlanStatus:
    """Where a plan stands on the day ``day``; ``unknown`` are entries of items it does not have."""

    plan: Plan
    day: dt.date
    items: tuple[ItemStatus, ...]
    unknown: tuple[Entry, ...]

    @property
    def tally(self) -> Tally:
        """How many of its items stand where."""
        return count(self.items)

    def by_unit(self) -> dict[str, tuple[ItemStatus, ...]]:
        """Return the items of every unit that leads, in the order in which the plan names them."""
        units: dict[str, list[ItemStatus]] = {}
        for status in self.items:
            for unit in status.item.units:
                units.setdefault(unit, []).append(status)
        return {unit: tuple(items) for unit, items in units.items()}

    def by_unit_tally(self) -> Iterator[tuple[str, Tally]]:
        """Yield every unit that leads with how many of its items stand where."""
        yield from ((unit, count(items)) for unit, items in self.by_unit().items())

    def late(self) -> list[ItemStatus]:
        """Return what is late and not done, the longest first."""
        return sorted((one for one in self.items if one.is_late), key=lambda one: -one.timing.delay)

    def due_within(self, days: int) -> list[ItemStatus]:
        """Return what is not late or done and falls due within *days*, the nearest first."""
        found = [
            one
            for one in self.items
            if one.timing.due
            and not one.is_late
            and one.completed is None
            and 0 <= (one.timing.due - self.day).days <= days
        ]
        return sorted(found, key=lambda one: one.timing.due or self.day)


def count(items: Iterable[ItemStatus]) -> Tally:
    """Count *items*."""
    listed = list(items)
    return Tally(
        Counter(one.stage for one in listed),
        Counter(one.timeliness for one in listed),
        sum(bool(one.entries) for one in listed),
    )


def work_out(
    plan: Plan,
    entries: Iterable[Entry],
    day: dt.date,
    settings: Settings | None = None,
    known: dt.date | None = None,
) -> PlanStatus:
    """Return where *plan* stands on *day* by *entries*, in whatever order; see `in_order`."""
    settings = settings or Settings()
    by_item: dict[Key, list[Entry]] = {}
    for entry in in_order(entries, day, known):
        by_item.setdefault((entry.kind, entry.code), []).append(entry)
    items = tuple(_judge(item, by_item.pop(item.key, []), day, settings) for item in follow(plan))
    return PlanStatus(plan, day, items, tuple(one for left in by_item.values() for one in left))


def _judge(item: Item, entries: list[Entry], day: dt.date, settings: Settings) -> ItemStatus:
    figures = measure(item.goal, entries)
    set_since = next((entry.due for entry in reversed(entries) if entry.due), None)
    due = set_since or (item.deadline.due if item.deadline else None)
    basis = basis_of(item.deadline, item.written_deadline)
    recurs = rhythm(item.deadline, settings.constantly) if due is None else None
    if recurs is not None:
        course, timing = _judge_periods(item, entries, day, recurs, settings)
    else:
        course = follow_course(entries, item.goal)
        if due is not None:
            timing = judge_by_day(due, day, course, entries, figures, settings)
        else:
            timing = Timing(basis, None)
    return ItemStatus(
        item,
        course.stage,
        timing,
        course.completed,
        course.lacking,
        figures,
        tuple(entries),
        must_report=timing.delay >= settings.risk_days and course.completed is None,
    )


def _judge_periods(
    item: Item, entries: list[Entry], day: dt.date, recurs: Rhythm, settings: Settings
) -> tuple[Course, Timing]:
    grouped = by_period(entries, recurs)
    courses = {period: follow_course(said, item.goal) for period, said in grouped.items()}
    begin = item.start or (entries[0].date if entries else None)
    timing = judge_by_period(recurs, begin, day, courses, settings)
    course = courses.get(period_of(recurs, day))
    if course is None:
        paused = bool(entries) and _last_stage(entries) is Stage.PAUSED
        course = Course(Stage.PAUSED if paused else Stage.NOT_STARTED, None, ())
    return course, timing


def _last_stage(entries: list[Entry]) -> Stage | None:
    return next((entry.stage for entry in reversed(entries) if entry.stage), None)
