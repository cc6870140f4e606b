"""Không căn cứ, viện dẫn văn bản đã hết hiệu lực vào ngày ban hành kế hoạch.

Bảng ``templates/van-ban-vien-dan/het-hieu-luc.yaml`` ghi văn bản, ngày hết hiệu lực và văn bản
thay thế; địa phương thêm được. Câu nói về việc thay thế, sửa đổi, bãi bỏ thì không báo.

Sai: Căn cứ Nghị định số 61/2018/NĐ-CP (kế hoạch tháng 9/2025)
Đúng: Căn cứ Nghị định số 118/2025/NĐ-CP
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from kehoach.language.pattern import late_pattern
from kehoach.rules.bygone import known_to_be_after
from kehoach.rules.cited import symbol_place
from kehoach.rules.context import Context
from kehoach.rules.deadlines import written_day
from kehoach.rules.finding import Finding, Level, Rule, Stretch
from kehoach.rules.running_text import Phrases
from kehoach.rules.tables import read_table
from kehoach.source.place import Path

META = Rule("KH709", "van-ban-het-hieu-luc", Level.WARNING, since="0.1.0")

_TABLE = "van-ban-vien-dan/het-hieu-luc"
_REPLACED = late_pattern(
    r"thay thế|thay cho|sửa đổi|bổ sung|bãi bỏ|hết hiệu lực|trước đây|\bcũ\b|hủy bỏ"
)
_NEAR = 120


def check(context: Context) -> Iterator[Finding]:
    """Look cited symbols up in the table, then laws that are cited by name and year."""
    on = known_to_be_after(context)
    if on is None:
        return
    for path, cited in context.citations:
        line = _by_symbol().get(str(cited.symbol))
        if line and not _REPLACED.search(_around(context.text_at(path), cited.start, cited.end)):
            yield from _finding(line, on, *symbol_place(context, path, cited))
    yield from _by_name(context, on)


def _by_name(context: Context, on: dt.date) -> Iterator[Finding]:
    """Find "Luật Lưu trữ năm 2011", "Luật Lưu trữ ngày 11 tháng 11 năm 2011"."""
    running = context.running_text
    lines, names = _named()
    for phrase in names.possible_in(running):
        name, line = lines[phrase]
        year = re.compile(
            r"\s*,?\s*(?:\(?năm|ngày \d{1,2}(?:/\d{1,2}/| tháng \d{1,2} năm )) ?" + str(line["nam"])
        )
        for start, end in running.words(name):
            behind = year.match(running.after(end, 40))
            around = running.before(start, _NEAR) + running.after(end, _NEAR)
            if behind and not _REPLACED.search(around):
                yield from _finding(line, on, *running.place(start, end + behind.end()))


def _finding(
    line: Mapping[str, Any], on: dt.date, path: Path, stretch: Stretch | None
) -> Iterator[Finding]:
    ended = dt.date.fromisoformat(line["het_hieu_luc"])
    if on >= ended:
        yield Finding(
            path,
            f"{line['ky_hieu']} hết hiệu lực từ ngày {written_day(ended)}",
            f"viện dẫn {line['thay_bang']}",
            stretch=stretch,
            confidence=0.9,
        )


def _around(text: str, start: int, end: int) -> str:
    return text[max(0, start - _NEAR) : start] + text[end : end + _NEAR]


@lru_cache
def _by_symbol() -> Mapping[str, Mapping[str, Any]]:
    return {line["ky_hieu"]: line for line in read_table(_TABLE)}


@lru_cache
def _named() -> tuple[Mapping[str, tuple[str, Mapping[str, Any]]], Phrases]:
    """Return names and lines of laws by name and year, and these as phrases."""
    lines = {
        f"{name} {line['nam']}": (name, line)
        for line in read_table(_TABLE)
        if (name := line.get("ten", "").lower())
    }
    return lines, Phrases(lines)
