"""Figures of a target: what was noted so far, against the goal."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from kehoach.language.fold import fold
from kehoach.language.quantity import (
    Operator,
    Quantity,
    Strength,
    compare_quantities,
    read_quantity,
)
from kehoach.progress.entry import Entry

_WHOLE = Decimal(100)
_INTRODUCED = frozenset({"", "đạt", "được", "là"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with the day for which it was noted."""

    date: dt.date
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Measure:
    """Figures of one target in the order of their days, and the goal they lead to."""

    goal: Quantity
    figures: tuple[Figure, ...]

    @property
    def now(self) -> Figure | None:
        """The latest figure."""
        return self.figures[-1] if self.figures else None

    @property
    def is_met(self) -> bool:
        """Tell whether the latest figure reaches the goal."""
        return bool(self.figures) and meets(self.figures[-1].quantity, self.goal)

    @property
    def met_on(self) -> dt.date | None:
        """Return since when the goal is reached without a break; None where it is not."""
        day = None
        for figure in reversed(self.figures):
            if not meets(figure.quantity, self.goal):
                break
            day = figure.date
        return day

    @property
    def start(self) -> Decimal | None:
        """Where the way to the goal begins: the first figure, None where there is none.

        It is the same after every further figure, so that the share never falls while figures
        come nearer to the goal.
        """
        return self.figures[0].quantity.value if self.figures else None

    @property
    def share(self) -> Decimal | None:
        """How much of the way from start to goal is done, 0 to 1; None where that says nothing."""
        start, now = self.start, self.now
        if start is None or now is None:
            return None
        way = self.goal.value - start
        if self.is_met or not way:  # "trên 50%" is not reached by 50%
            return Decimal(1) if self.is_met else Decimal(0)
        return min(Decimal(1), max(Decimal(0), (now.quantity.value - start) / way))

    def reached_on(self) -> dt.date | None:
        """Return the day on which the goal is reached at the pace so far.

        None where there is no pace: fewer than two days with figures, or the goal is reached.
        A pace that does not lead to the goal gives the last day there is.
        """
        first, last = self.figures[0] if self.figures else None, self.now
        if first is None or last is None or first.date == last.date or self.is_met:
            return None
        days = (last.date - first.date).days
        done = last.quantity.value - first.quantity.value
        left = self.goal.value - last.quantity.value
        # The goal itself may be too little ("trên 50%"), then the next step is a matter of days.
        if not done or (left / done) < 0:
            return dt.date.max
        more = int(left / done * days) + 1
        return last.date + dt.timedelta(days=more) if more < _LONG else dt.date.max


_LONG = 100_000  # days


def meets(figure: Quantity, goal: Quantity) -> bool:
    """Tell whether *figure*, a plain one, reaches *goal*; not where they count different things."""
    return compare_quantities(figure, goal) in {Strength.EQUAL, Strength.STRONGER}


def read_figure(text: str, goal: Quantity | None) -> Quantity | None:
    """Return the plain figure that *text* notes, None where it is none or counts another thing.

    A bare number takes the unit of *goal*: ``65`` beside ``≥ 80%`` is 65%.
    """
    found = read_quantity(text)
    if found is None or found.operator is not Operator.EXACTLY:
        return None
    if text[found.end :].strip() or fold(text[: found.start]) not in _INTRODUCED:
        return None  # not a figure alone
    if goal is not None and not found.unit:
        found = Quantity(found.operator, found.value, goal.unit, found.start, found.end)
    if goal is not None and compare_quantities(found, goal) is None:
        return None
    return found


def is_possible(figure: Quantity) -> bool:
    """Tell whether *figure* can be: shares of a whole do not exceed it."""
    return not figure.unit.startswith("%") or figure.value <= _WHOLE


def measure(goal: Quantity | None, entries: Iterable[Entry]) -> Measure | None:
    """Return the figures that *entries* note for a target with *goal*; None without a goal."""
    if goal is None:
        return None
    figures = (
        Figure(entry.date, quantity)
        for entry in entries
        if entry.figure and (quantity := read_figure(entry.figure, goal))
    )
    return Measure(goal, tuple(figures))
