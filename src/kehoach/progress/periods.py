"""Periods of what recurs: which one a day lies in, when it is due, what it is called.

A period is written ``2025-10`` (month), ``2025-W41`` (week, as ISO 8601 counts), ``2025-Q4``,
``2025`` or ``2025-10-14`` (day), as in the field ``ky``. Of several months (``6 tháng``, ``2
quý``) the period is named by its last month.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from kehoach.language.deadline import Deadline

_MONTHS = {"tháng": 1, "quý": 3, "năm": 12}
_DAYS = {"ngày": 1, "tuần": 7}
_PARTS_OF_YEAR = (1, 2, 3, 4, 6, 12)
_EVERY = re.compile(r"(?:([0-9]+) )?(ngày|tuần|tháng|quý|năm)")
_ONE_DAY = dt.timedelta(days=1)
_SUNDAY = 7


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often something is due: every so many months, or every so many days (1 or a week's 7).

    ``day`` is the last day in time, of the month, of the week, or of the last month of the
    quarter; None means the end of the period.
    """

    months: int
    days: int
    day: int | None


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A period with its first day, its last day and the day by which its duty is due."""

    first: dt.date
    last: dt.date
    due: dt.date
    name: str


def rhythm(deadline: Deadline | None, constantly: str = "") -> Rhythm | None:
    """Return how often *deadline* recurs; None where it does not say.

    What goes on ``thường xuyên`` has the rhythm *constantly* (``tháng``), none where it is empty.
    """
    if deadline is None:
        return None
    for part in deadline.parts or (deadline,):
        if part.every and part.every != "thường xuyên" and (found := _read(part.every, part.day)):
            return found
    return _read(constantly, None) if deadline.every == "thường xuyên" and constantly else None


def period_of(rhythm: Rhythm, day: dt.date) -> Period:
    """Return the period in which *day* lies."""
    if rhythm.days == 1:
        return Period(day, day, day, day.isoformat())
    if rhythm.days:
        year, week, weekday = day.isocalendar()
        first = day - _ONE_DAY * (weekday - 1)
        due = first + _ONE_DAY * ((rhythm.day or _SUNDAY) - 1)
        return Period(first, first + _ONE_DAY * 6, due, f"{year}-W{week:02}")
    # Periods of several months count from January.
    begin = (day.month - 1) // rhythm.months * rhythm.months + 1
    end = begin + rhythm.months - 1
    length = calendar.monthrange(day.year, end)[1]
    last = day.replace(month=end, day=length)
    due = last if rhythm.day is None else last.replace(day=min(rhythm.day, length))
    return Period(day.replace(month=begin, day=1), last, due, _name(rhythm, last))


def next_period(rhythm: Rhythm, period: Period) -> Period:
    """Return the period behind *period*."""
    return period_of(rhythm, period.last + _ONE_DAY)


def named_period(rhythm: Rhythm, name: str) -> Period | None:
    """Return the period called *name*; None where the rhythm has none of this name."""
    day = _day_in(name)
    if day is None:
        return None
    period = period_of(rhythm, day)
    return period if period.name == name else None


def _read(every: str, day: int | None) -> Rhythm | None:
    found = _EVERY.fullmatch(every)
    if found is None:
        return None
    count, word = int(found[1] or 1), found[2]
    if word in _DAYS:
        # "15 ngày", "2 tuần": from which day they count is not said.
        return Rhythm(0, _DAYS[word], day if word == "tuần" else None) if count == 1 else None
    months = count * _MONTHS[word]
    return Rhythm(months, 0, day if word != "năm" else None) if months in _PARTS_OF_YEAR else None


def _name(rhythm: Rhythm, last: dt.date) -> str:
    if rhythm.months == _MONTHS["năm"]:
        return str(last.year)
    if rhythm.months == _MONTHS["quý"]:
        return f"{last.year}-Q{last.month // 3}"
    return f"{last.year}-{last.month:02}"


def _day_in(name: str) -> dt.date | None:
    """Return a day that lies in the period *name* of whatever length."""
    try:
        if "W" in name:
            year, _, week = name.partition("-W")
            return dt.date.fromisocalendar(int(year), int(week), 1)
        if "Q" in name:
            year, _, quarter = name.partition("-Q")
            return dt.date(int(year), int(quarter) * 3, 1)
        numbers = [int(part) for part in name.split("-")]
        return dt.date(*[*numbers, 1, 1][:3])
    except ValueError:
        return None
