"""Days and periods of the calendar in Vietnamese text: ``ngày 20/12``, ``quý IV/2025``.

Works on folded text. A period lies in one year, which may be missing.
"""

import datetime as dt
import re
from collections.abc import Callable
from typing import NamedTuple

_YEARS = range(1945, 2101)
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Period(NamedTuple):
    """A stretch of one year from ``first`` to ``last``, both (month, day).

    Day 0 is the last day of its month. ``year`` is None where none is written. ``is_span`` says
    that both ends are written (``ngày 01-15/10``). ``fault`` says in Vietnamese why the period
    cannot exist.
    """

    year: int | None
    first: tuple[int, int]
    last: tuple[int, int]
    is_day: bool = False
    is_span: bool = False
    fault: str = ""

    def in_year(self, year: int) -> "Period":
        """Return this period in *year*."""
        moved = self._replace(year=year)
        return moved if self.fault else _checked(moved)

    def first_day(self) -> dt.date | None:
        """Return the day it begins; None without a year or with a fault."""
        return self._date(*self.first)

    def last_day(self) -> dt.date | None:
        """Return the day it ends; None without a year or with a fault."""
        return self._date(*self.last)

    def _date(self, month: int, day: int) -> dt.date | None:
        if self.year is None or self.fault:
            return None
        return dt.date(self.year, month, day or _days_in(self.year, month))


def read_period(text: str, place: int, *, led: bool) -> tuple[Period, int] | None:
    """Read a period that begins at *place* of a folded text; return it and where it ends.

    Behind a preposition (*led*) ``05/11`` is a day, ``2026`` and ``năm`` are years. Elsewhere a
    day written so must begin or end its clause, and a bare year must be all of it.
    """
    if found := _read_day(text, place, led=led):
        return found
    part = _PART.match(text, place)
    found = _read_months(text, part.end() if part else place, led=led or part is not None)
    if part is None or found is None:
        return found
    return _narrowed(found[0], part[1]), found[1]


def read_years(text: str, place: int) -> tuple[Period, Period, int] | None:
    """Read ``giai đoạn 2025 - 2030`` at *place*: the first year, the last, and where it ends."""
    if m := _YEAR_SPAN.match(text, place):
        return _months(1, 12, m[1]), _months(1, 12, m[2]), m.end()
    return None


def clause_bounds(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Tell whether [start, end) of a folded text begins and whether it ends its clause."""
    return bool(_CLAUSE_BEGINS.search(text, max(0, start - 2), start)), bool(
        _CLAUSE_ENDS.match(text, end)
    )


_D = "([0-9]{1,2})"
_END = r"(?![0-9]|[/.-][0-9])"
_TO = r"(?: ?- ?| đến | tới )"
_YEAR = r"(?:(?: ?[/.-] ?|,? năm |,? )([0-9]{4})(?![0-9]))"
_CLAUSE_BEGINS = re.compile(r"(?:^|[;:(.]) ?\Z")
_CLAUSE_ENDS = re.compile(r" ?(?:$|[;,).])")

_ISO = re.compile(r"(?:ngày )?([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])")
_DATE = re.compile(rf"(?:ngày )?{_D} ?([/.-]) ?{_D} ?\2 ?([0-9]{{2,6}})(?![0-9]|[/-][0-9])")
_DATE_IN_WORDS = re.compile(
    rf"(?:ngày )?{_D}(?: ?/ ?| tháng ){_D}(?: ?/ ?|,? \(?năm )([0-9]{{4}}){_END}\)?"
)
_DAYS = re.compile(rf"(?:ngày )?{_D}{_TO}(?:ngày )?{_D}(?: ?/ ?| tháng ){_D}{_YEAR}?{_END}")
_DAY = re.compile(rf"ngày {_D}(?: ?[/-] ?| tháng ){_D}{_END}")
_BARE_DAY = re.compile(rf"{_D}(?: ?/ ?| tháng ){_D}{_END}")
_PART = re.compile(r"(đầu|giữa|cuối|nửa đầu|nửa cuối|nửa sau) (?:của )?")
_MONTH = re.compile(rf"tháng {_D}(?![0-9]){_YEAR}?")
_MONTHS = re.compile(rf"tháng {_D}(?:{_TO}| ?, ?| và )(?:tháng )?{_D}{_YEAR}")
_BARE_MONTH = re.compile(rf"{_D} ?[/-] ?([0-9]{{4}}){_END}")
_QUARTER = re.compile(rf"(?:qu[ýí] |q(?=[0-9]))([ivx]+|[0-9]{{1,2}})(?!\w)(?! lần){_YEAR}?")
_QUARTERS = re.compile(
    rf"qu[ýí] ([ivx]+|[0-9]{{1,2}})(?:{_TO}| ?[,+] ?| và )(?:qu[ýí] )?"
    rf"(?:([ivx]+)(?!\w){_YEAR}?|([0-9]{{1,2}}){_YEAR})"
)
_PART_OF_YEAR = re.compile(
    rf"([369]) tháng(?: (đầu|cuối))?(?: của)? năm(?!\w)(?: ([0-9]{{4}}){_END})?"
)
_SCHOOL_YEAR = re.compile(rf"năm học ([0-9]{{4}})(?:{_TO}([0-9]{{4}}))?{_END}")
_YEAR_ALONE = re.compile(rf"năm ([0-9]{{4}}){_END}")
_BARE_YEAR = re.compile(rf"((?:19|20)[0-9]{{2}})(?!\w){_END}")
_THIS_YEAR = re.compile(r"năm(?: nay| này)?(?!\w)(?! ?[0-9]| học| sau| tiếp)")
_YEAR_SPAN = re.compile(
    rf"(?:(?:giai đoạn|nhiệm kỳ|thời kỳ|các năm|từ năm|từ|năm) )?([0-9]{{4}}){_TO}"
    rf"(?:hết )?(?:năm )?([0-9]{{4}}){_END}"
)
_MONTHS_OF_YEAR = range(1, 13)
_QUARTERS_OF_YEAR = range(1, 5)
_PARTS_OF_YEAR = {
    "đầu": (0, 2),
    "giữa": (0, 5),
    "cuối": (9, 11),
    "nửa đầu": (0, 5),
    "nửa cuối": (6, 11),
    "nửa sau": (6, 11),
}
_PARTS_OF_QUARTER = {
    "đầu": (0, 0),
    "giữa": (0, 1),
    "cuối": (2, 2),
    "nửa đầu": (0, 1),
    "nửa cuối": (1, 2),
    "nửa sau": (1, 2),
}
_PARTS_OF_MONTH = {
    "đầu": (1, 10),
    "giữa": (1, 20),
    "cuối": (21, 0),
    "nửa đầu": (1, 15),
    "nửa cuối": (16, 0),
    "nửa sau": (16, 0),
}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def _read_day(text: str, place: int, *, led: bool) -> tuple[Period, int] | None:
    for pattern, build in _DAY_FORMS:
        if (m := pattern.match(text, place)) and (day := build(m)):
            return day, m.end()
    # 19/19 is a count.
    m = _BARE_DAY.match(text, place)
    if m and int(m[2]) in _MONTHS_OF_YEAR and (led or any(clause_bounds(text, *m.span()))):
        return _day(m[1], m[2], None), m.end()
    return None


def _read_months(text: str, place: int, *, led: bool) -> tuple[Period, int] | None:
    for pattern, build in _MONTH_FORMS:
        if (m := pattern.match(text, place)) and (months := build(m)):
            return months, m.end()
    if (m := _BARE_YEAR.match(text, place)) and (led or all(clause_bounds(text, *m.span()))):
        return _months(1, 12, m[1]), m.end()
    if led and (m := _THIS_YEAR.match(text, place)):
        return _months(1, 12, None), m.end()
    return None


def _date(m: re.Match[str]) -> Period | None:
    # 1.2.10 is a version, 1/2/25 a day.
    return _day(m[1], m[3], m[4]) if m[2] == "/" or len(m[4]) >= len("2025") else None


def _days(m: re.Match[str]) -> Period:
    last = _day(m[2], m[3], m[4])
    first = (int(m[3]), int(m[1]))
    return _checked(last._replace(first=first, is_day=False, is_span=True))


def _span_of_months(m: re.Match[str]) -> Period | None:
    if int(m[1]) >= int(m[2]):
        return None
    return _months(int(m[1]), int(m[2]), m[3])._replace(is_span=True)


def _part_of_year(m: re.Match[str]) -> Period:
    count = int(m[1])
    first = 13 - count if m[2] == "cuối" else 1
    return _months(first, first + count - 1, m[3])


def _school_year(m: re.Match[str]) -> Period:
    return _months(1, 5, m[2] or str(int(m[1]) + 1))


def _day(day: str, month: str, year: str | None) -> Period:
    at = (int(month), int(day))
    return _checked(Period(_year(year), at, at, is_day=True))


def _months(first: int, last: int, year: str | None) -> Period:
    return _checked(Period(_year(year), (first, 1), (last, 0)))


def _quarter(m: re.Match[str]) -> Period:
    number = _ROMAN.get(m[1]) or _number(m[1])
    if number not in _QUARTERS_OF_YEAR:
        return Period(_year(m[2]), (1, 1), (12, 0), fault=f"không có quý {m[1].upper()}")
    return _months(number * 3 - 2, number * 3, m[2])


def _span_of_quarters(m: re.Match[str]) -> Period | None:
    written = (m[1], m[2] or m[4])
    first, last = (_ROMAN.get(number) or _number(number) for number in written)
    if not (first in _QUARTERS_OF_YEAR and last in _QUARTERS_OF_YEAR and first < last):
        return None
    return _months(first * 3 - 2, last * 3, m[3] or m[5])._replace(is_span=True)


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else 0


def _year(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) + (2000 if len(written) == len("25") else 0)


def _narrowed(period: Period, part: str) -> Period:
    """Return the part (``đầu``, ``giữa``, ``cuối``, half) of a month, a quarter or a year."""
    first, last = period.first[0], period.last[0]
    if period.fault:
        return period
    if first == last:
        days = _PARTS_OF_MONTH[part]
        return period._replace(first=(first, days[0]), last=(last, days[1]))
    parts = {3: _PARTS_OF_QUARTER, 12: _PARTS_OF_YEAR}.get(last - first + 1)
    if parts is None:
        return period
    months = parts[part]
    return period._replace(first=(first + months[0], 1), last=(first + months[1], 0))


def _checked(period: Period) -> Period:
    """Return *period* with its fault: a month, a day or a year that there is not."""
    fault = ""
    for month, day in (period.first, period.last):
        if month not in _MONTHS_OF_YEAR:
            fault = f"không có tháng {month}"
        elif day > _days_in(period.year, month) or (day == 0 and period.is_day):
            # Only 29 February depends on the year.
            leap = day == _LONGEST[1] and period.year is not None
            fault = f"tháng {month}{f'/{period.year}' if leap else ''} không có ngày {day}"
        if fault:
            break
    if not fault and period.year is not None and period.year not in _YEARS:
        fault = f"không thể là năm {period.year:04}"
    return period._replace(fault=fault) if fault != period.fault else period


def _days_in(year: int | None, month: int) -> int:
    """Return the days of a month; of February without a year, those it can have."""
    if month == 2 and year is not None and not _is_leap(year):  # noqa: PLR2004  (February)
        return 28
    return _LONGEST[month - 1]


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


_Form = tuple[re.Pattern[str], Callable[[re.Match[str]], Period | None]]
_DAY_FORMS: tuple[_Form, ...] = (
    (_ISO, lambda m: _day(m[3], m[2], m[1])),
    (_DATE, _date),
    (_DATE_IN_WORDS, lambda m: _day(m[1], m[2], m[3])),
    (_DAYS, _days),
    (_DAY, lambda m: _day(m[1], m[2], None)),
)
_MONTH_FORMS: tuple[_Form, ...] = (
    (_MONTHS, _span_of_months),
    (_MONTH, lambda m: _months(int(m[1]), int(m[1]), m[2])),
    (_BARE_MONTH, lambda m: _months(int(m[1]), int(m[1]), m[2])),
    (_QUARTERS, _span_of_quarters),
    (_QUARTER, _quarter),
    (_PART_OF_YEAR, _part_of_year),
    (_SCHOOL_YEAR, _school_year),
    (_YEAR_ALONE, lambda m: _months(1, 12, m[1])),
)
