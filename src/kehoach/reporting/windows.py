"""The windows of periodic reports: from which day to which, and until when notes of it count.

By Nghị định 09/2019/NĐ-CP, Điều 12 (as Quyết định 01/2023/QĐ-UBND of Khánh Hòa, Điều 4 repeats
it), figures of a month are those from the 15th of the month before to the 14th, of a quarter those
to the 14th of its last month, and so on; a report is sent within two working days. The decree has
no week: it is the week of ISO 8601. Provinces and the party set other days, so all are rules.
"""

import calendar as months
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from kehoach.language.numbering import Style, write_number
from kehoach.model.holidays import Calendar

_ONE_DAY = dt.timedelta(days=1)
_DAYS_OF_WEEK = 7
_MONTHS_OF_YEAR = 12
_FORMS = "2025-W42 (tuần), 2025-10 (tháng), 2025-Q4 (quý), 2025-H1, 2025-9T, 2025 (năm)"
_NAME = re.compile(r"([0-9]{4})(?:-(?:(W|Q|H)([0-9]{1,2})|(9T)|([0-9]{1,2})))?", re.IGNORECASE)


class Cycle(StrEnum):
    """How often a report is made; the values are the words for it."""

    WEEK = "tuần"
    MONTH = "tháng"
    QUARTER = "quý"
    HALF = "6 tháng"
    NINE = "9 tháng"
    YEAR = "năm"


_SPANS = {
    Cycle.MONTH: 1,
    Cycle.QUARTER: 3,
    Cycle.HALF: 6,
    Cycle.NINE: 9,
    Cycle.YEAR: _MONTHS_OF_YEAR,
}
_NAMES = {
    Cycle.WEEK: "{year}-W{index:02}",
    Cycle.MONTH: "{year}-{index:02}",
    Cycle.QUARTER: "{year}-Q{index}",
    Cycle.HALF: "{year}-H{index}",
    Cycle.NINE: "{year}-9T",
    Cycle.YEAR: "{year}",
}
_TITLES = {
    Cycle.WEEK: "tuần {index} năm {year}",
    Cycle.MONTH: "tháng {index} năm {year}",
    Cycle.QUARTER: "quý {roman} năm {year}",
    Cycle.HALF: "6 tháng {half} năm {year}",
    Cycle.NINE: "9 tháng năm {year}",
    Cycle.YEAR: "năm {year}",
}
_BY_LETTER = {"W": Cycle.WEEK, "Q": Cycle.QUARTER, "H": Cycle.HALF}


@dataclass(frozen=True, slots=True)
class Rules:
    """On which day windows end.

    ``last_day`` is that of the month (31 means its end), ``last_days`` that of single cycles;
    ``last_weekday`` is 1 to 7 as ISO counts. ``note_days`` are the working days of ``calendar``
    after the window in which what was done in it may still be noted.
    """

    last_day: int = 14
    last_days: Mapping[Cycle, int] = field(default_factory=dict)
    last_weekday: int = _DAYS_OF_WEEK
    note_days: int = 2
    calendar: Calendar = field(default_factory=lambda: Calendar({}, frozenset()))


@dataclass(frozen=True, slots=True)
class Window:
    """The days ``first`` to ``last`` of a report; only what was noted by ``known`` counts.

    ``before`` is the last day of the report before, ``known_before`` the day by which that one had
    to be noted; ``next_last`` is the last day of the window behind. ``name`` is how the period is
    written (``2025-10``), ``title`` how it is said.
    """

    cycle: Cycle
    name: str
    title: str
    first: dt.date
    last: dt.date
    known: dt.date
    known_before: dt.date
    next_title: str
    next_last: dt.date

    @property
    def before(self) -> dt.date:
        """Return the last day of the report before."""
        return self.first - _ONE_DAY


def read_window(name: str, rules: Rules) -> Window:
    """Return the window of the period *name*; raises ValueError with what can be written."""
    cycle, year, index = _read(name)
    first, last = _days(cycle, year, index, rules)
    next_cycle, next_year, next_index = _next(cycle, year, index)
    return Window(
        cycle,
        _write(_NAMES[cycle], year, index),
        _write(_TITLES[cycle], year, index),
        first,
        last,
        _known(last, rules),
        _known(first - _ONE_DAY, rules),
        _write(_TITLES[next_cycle], next_year, next_index),
        _days(next_cycle, next_year, next_index, rules)[1],
    )


def _read(name: str) -> tuple[Cycle, int, int]:
    found = _NAME.fullmatch(name.strip())
    if found is None:
        raise ValueError(f"không đọc được kỳ “{name}”; viết: {_FORMS}")
    year, letter, number, nine, month = found.groups()
    cycle = _BY_LETTER[letter.upper()] if letter else Cycle.MONTH if month else Cycle.YEAR
    if nine:
        cycle = Cycle.NINE
    index = int(number or month or 1)
    most = {Cycle.WEEK: _weeks(int(year)), Cycle.QUARTER: 4, Cycle.HALF: 2}.get(
        cycle, _MONTHS_OF_YEAR
    )
    if not (1 <= index <= most and 2000 <= int(year) < 2200):  # noqa: PLR2004  plainly years
        raise ValueError(f"không có kỳ “{name}”; viết: {_FORMS}")
    return cycle, int(year), index


def _weeks(year: int) -> int:
    return dt.date(year, 12, 28).isocalendar().week  # always in the last week


def _days(cycle: Cycle, year: int, index: int, rules: Rules) -> tuple[dt.date, dt.date]:
    if cycle is Cycle.WEEK:
        last = dt.date.fromisocalendar(year, index, rules.last_weekday)
        return last - _ONE_DAY * (_DAYS_OF_WEEK - 1), last
    span = _SPANS[cycle]
    end = year * _MONTHS_OF_YEAR + span * index - 1
    day = rules.last_days.get(cycle, rules.last_day)
    return _day_of(end - span, day) + _ONE_DAY, _day_of(end, day)


def _day_of(month: int, day: int) -> dt.date:
    """Return *day* of a month counted from year 0, or its last day where it is shorter."""
    year, index = divmod(month, _MONTHS_OF_YEAR)
    return dt.date(year, index + 1, min(day, months.monthrange(year, index + 1)[1]))


def _next(cycle: Cycle, year: int, index: int) -> tuple[Cycle, int, int]:
    if cycle is Cycle.NINE:
        return Cycle.QUARTER, year, 4  # what is left of the year
    if cycle is Cycle.WEEK:
        following = dt.date.fromisocalendar(year, index, 1) + _ONE_DAY * _DAYS_OF_WEEK
        return cycle, following.isocalendar().year, following.isocalendar().week
    in_year = _MONTHS_OF_YEAR // _SPANS[cycle]
    return (cycle, year, index + 1) if index < in_year else (cycle, year + 1, 1)


def _known(last: dt.date, rules: Rules) -> dt.date:
    day, left = last, rules.note_days
    while left > 0:
        day += _ONE_DAY
        left -= not rules.calendar.day_off(day)
    return day


def _write(form: str, year: int, index: int) -> str:
    """Return the period as *form*, one of the two of its cycle, says it."""
    half = "đầu" if index == 1 else "cuối"
    return form.format(year=year, index=index, roman=write_number(Style.ROMAN, index), half=half)
