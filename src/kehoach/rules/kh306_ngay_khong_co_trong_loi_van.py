"""Ngày, tháng, quý nêu trong lời văn phải có trong lịch.

Thời hạn ghi ở ``han``, ``thoi_han`` do KH302 xét.

Sai: "văn bản ngày 31/6/2025", "trong quý V/2025", "tháng 13/2025"
Đúng: "văn bản ngày 30/6/2025", "trong quý IV/2025", "tháng 12/2025"
"""

import re
from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH306", "ngay-khong-co-trong-loi-van", Level.ERROR, since="0.1.0")

_DATE = re.compile(
    r"(?<![\w/.-])(?:(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>20[0-9]{2})"
    r"|[Tt]háng (?P<only_month>[0-9]{1,2})/20[0-9]{2}"
    r"|[Qq]uý (?P<quarter>[IVX]+|[0-9]{1,2})/20[0-9]{2})(?![\w/]|-[0-9])"
)
_YEAR = re.compile(r"/20[0-9]{2}")
_WIDTH = 16  # characters before the year that can be part of a date
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_QUARTERS = frozenset({"I", "II", "III", "IV", "1", "2", "3", "4"})
_DEADLINES = frozenset({"han", "thoi_han"})


def check(context: Context) -> Iterator[Finding]:
    """Look for days, months and quarters that cannot be."""
    for path, text in context.dated_texts:
        if path[-1] in _DEADLINES:
            continue
        before = 0
        for year in _YEAR.finditer(text):
            date = _DATE.search(text, max(year.start() - _WIDTH, before), year.end() + 2)
            before = year.end()
            if date and not _exists(date):
                yield Finding(
                    path,
                    f"trong lịch không có {date[0]}",
                    "viết lại ngày, tháng hoặc quý cho đúng lịch",
                    stretch=date.span(),
                )


def _exists(date: re.Match[str]) -> bool:
    if date["quarter"]:
        return date["quarter"] in _QUARTERS
    month = int(date["only_month"] or date["month"])
    if not 1 <= month <= len(_LONGEST):
        return False
    if date["only_month"]:
        return True
    day, year = int(date["day"]), int(date["year"])
    is_leap = year % 4 == 0  # of the years 2000 to 2099
    return 1 <= day <= _LONGEST[month - 1] and (is_leap or (day, month) != (29, 2))
