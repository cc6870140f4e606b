"""Ngày tháng dạng số nên viết một cách trong cả văn bản.

Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.4.b: số chỉ ngày nhỏ hơn 10 và tháng 1, tháng 2 thêm số 0
ở trước. Các tháng khác có thêm số 0 hay không thì văn bản chọn một cách.

Sai: "từ 01/07/2025" và "từ ngày 01/7/2025" trong một kế hoạch
Đúng: "01/7/2025" ở mọi chỗ
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Fix, Level, Replacement, Rule
from kehoach.source.place import Path

META = Rule("KH314", "cach-viet-ngay-lan-lon", Level.NOTE, since="0.1.0")

_DATE = re.compile(r"(?<![\w/.-])[0-9]{1,2}/(0?[3-9])/20[0-9]{2}(?![\w/]|-[0-9])")


class _Month(NamedTuple):
    path: Path
    stretch: tuple[int, int]
    date: str
    whole: tuple[int, int]


def check(context: Context) -> Iterator[Finding]:
    """Compare how the months 3 to 9 are written, and point at the rarer way."""
    ways: dict[bool, list[_Month]] = {True: [], False: []}
    for path, text in context.dated_texts:
        # A citation given in parts is written by the program.
        if "/20" not in text or _is_citation(path):
            continue
        for date in _DATE.finditer(text):
            written = _Month(path, date.span(1), date[0], date.span())
            ways[date[1].startswith("0")].append(written)
    padded, plain = ways[True], ways[False]
    if not padded or not plain:
        return
    rarer, usual = (plain, padded) if len(plain) < len(padded) else (padded, plain)
    for one in rarer:
        month = one.date.split("/")[1]
        has_nought = month.startswith("0")
        wanted = month[1:] if has_nought else f"0{month}"
        start, end = (edge - one.whole[0] for edge in one.stretch)
        right = one.date[:start] + wanted + one.date[end:]
        yield Finding(
            one.path,
            f"“{one.date}” {'có' if has_nought else 'không có'} số 0 trước tháng, chỗ khác trong "
            f"văn bản thì {'không' if has_nought else 'có'} (“{usual[0].date}”)",
            f"viết một cách trong cả văn bản: {right}",
            stretch=one.whole,
            related=usual[0].path,
            related_message="cách viết kia ở đây",
            fix=Fix((Replacement(one.path, one.stretch, wanted),), safe=True),
        )


def _is_citation(path: Path) -> bool:
    return len(path) > 1 and path[-2] == "can_cu"
