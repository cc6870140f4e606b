"""Trích yếu của văn bản được viện dẫn không nhắc lại tên loại.

Tên loại đã đứng trước số, ký hiệu; "Kế hoạch số … về Kế hoạch …" là hai lần.

Sai: "Kế hoạch số 41/KH-UBND ngày 10/9/2025 của UBND tỉnh về Kế hoạch Chuyển đổi số năm 2025"
Đúng: "Kế hoạch số 41/KH-UBND ngày 10/9/2025 của UBND tỉnh về Chuyển đổi số năm 2025"
"""

import re
from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.source.place import Path

META = Rule("KH713", "vien-dan-lap-ten-loai", Level.NOTE, since="0.1.0")

_NUMBER = re.compile(r" (?:số )?\d")


def check(context: Context) -> Iterator[Finding]:
    """Look for the type name at the begin of the title, once for each document."""
    composed = context.composed_bases
    first: dict[str, Path] = {}
    for path, cited in context.citations:
        title, name = cited.title, cited.type_name
        # A small letter is a verb: "Hướng dẫn số … về hướng dẫn …" of a work.
        if not title.startswith(f"{name} ") or _NUMBER.match(title, len(name)):
            continue
        where = first.setdefault(str(cited.symbol), path)
        if where != path or path in composed:
            continue
        start = context.text_at(path).find(title, cited.start)
        yield Finding(
            path,
            f"“{name}” đã đứng trước {cited.symbol}, trích yếu nhắc lại lần nữa",
            f"bỏ “{name}” ở đầu trích yếu",
            stretch=(start, start + len(name)) if start >= 0 else None,
            confidence=0.85,
        )
