"""Thứ trong tuần phải đúng với ngày nêu cùng nó.

Thứ và ngày không khớp thì mỗi người đến một ngày.

Sai: "thứ Sáu, ngày 20/12/2025" (ngày này là thứ Bảy)
Đúng: "thứ Sáu, ngày 19/12/2025"
"""

import datetime as dt
import re
from collections.abc import Iterator

from kehoach.language.fold import fold
from kehoach.language.pattern import late_pattern
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH317", "thu-khac-ngay", Level.ERROR, since="0.1.0")

_NAMES = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
_NAME = r"(?P<weekday>thứ hai|thứ ba|thứ tư|thứ năm|thứ sáu|thứ bảy|thứ [2-7]|chủ nhật)"
_DATE = r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>20[0-9]{2})(?![0-9/])"
_DAY_FIRST = late_pattern(rf"{_DATE},? \({_NAME}\)", re.IGNORECASE)
# "Kỳ họp thứ hai" is the second session, on any day.
_COUNTED = r"(?<!lần )(?<!kỳ họp )(?<!phiên họp )(?<!phiên )(?<!hội nghị )(?<!đại hội )(?<!khóa )"
_NAME_FIRST = late_pattern(rf"\b{_COUNTED}{_NAME}(?:,| \()? ?(?:ngày )?{_DATE}", re.IGNORECASE)


# Nghị định 30/2020/NĐ-CP, phụ lục II, mục V.5: days of the week have a capital.
_PRINTED = {name: f"thứ {name[4:].title()}" for name in _NAMES if name.startswith("thứ ")} | {
    "chủ nhật": "Chủ nhật"
}


def check(context: Context) -> Iterator[Finding]:
    """Look for days that stand beside the name of a weekday."""
    for path, text in context.dated_texts:
        if "hứ " not in text and "hủ nhật" not in text and "hủ Nhật" not in text:
            continue
        for found in (*_NAME_FIRST.finditer(text), *_DAY_FIRST.finditer(text)):
            right = _name_of_day(found)
            if right and right != _in_words(found["weekday"]):
                yield Finding(
                    path,
                    f"“{found[0]}”: ngày này là {_PRINTED.get(right, right)}",
                    "sửa thứ hoặc ngày",
                    stretch=found.span(),
                )


def _name_of_day(date: re.Match[str]) -> str:
    """Return the name of the weekday, "" where there is no such day (which KH306 says)."""
    try:
        day = dt.date(int(date["year"]), int(date["month"]), int(date["day"]))
    except ValueError:
        return ""
    return _NAMES[day.weekday()]


def _in_words(weekday: str) -> str:
    folded = fold(weekday)
    return _NAMES[int(folded[-1]) - 2] if folded[-1].isdecimal() else folded
