"""Mốc thời gian không được tự trái nhau.

"Đến ngày trước 31/12" vừa tính ngày 31/12 vừa không; khoảng thời gian phải bắt đầu trước khi kết
thúc.

Sai: "từ nay đến ngày trước 31/12/2025", "từ ngày 01/12/2025 đến ngày 31/7/2025"
Đúng: "từ nay đến ngày 31/12/2025", "từ ngày 01/7/2025 đến ngày 31/12/2025"
"""

import datetime as dt
import re
from collections.abc import Iterator

from kehoach.language.pattern import late_pattern
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH311", "moc-thoi-gian-trai-nhau", Level.WARNING, since="0.1.0")

_UNTIL_BEFORE = late_pattern(r"\b(?:[Đđ]ến|tới)(?: hết)? ngày trước(?: ngày)? (?=[0-9])")
_DAY = r"(?:ngày )?([0-9]{1,2})/([0-9]{1,2})/(20[0-9]{2})(?![0-9])"
_SPAN = late_pattern(rf"\b[Tt]ừ {_DAY} (?:đến|tới)(?: hết)? {_DAY}")
_DEADLINES = frozenset({"han", "thoi_han"})


def check(context: Context) -> Iterator[Finding]:
    """Look for spans of time in every text."""
    for path, text in context.dated_texts:
        if "ngày trước" in text and (until := _UNTIL_BEFORE.search(text)):
            yield Finding(
                path,
                f"“{until[0].strip()}” vừa tính vừa không tính ngày sau nó",
                "viết “đến ngày …” (tính cả ngày đó) hoặc “trước ngày …”",
                stretch=(until.start(), until.end() - 1),
            )
        if "/20" not in text or "ừ " not in text or path[-1] in _DEADLINES:
            continue
        for span in _SPAN.finditer(text):
            if _backwards(span):
                yield Finding(
                    path,
                    f"“{span[0]}”: ngày bắt đầu sau ngày kết thúc",
                    "viết lại hai ngày",
                    stretch=span.span(),
                )


def _backwards(span: re.Match[str]) -> bool:
    first, last = span.groups()[:3], span.groups()[3:]
    try:
        return _date(first) > _date(last)
    except ValueError:  # no such day, which KH306 says
        return False


def _date(parts: tuple[str, ...]) -> dt.date:
    day, month, year = map(int, parts)
    return dt.date(year, month, day)
