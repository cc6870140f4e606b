"""Ngày trong thời hạn phải có năm.

Sai: ``thoi_han: trước ngày 05/11``
Đúng: ``thoi_han: trước ngày 05/11/2025``
"""

from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.phrases import shortened

META = Rule("KH304", "ngay-thieu-nam", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Look for days that were read with the year of the document."""
    for path, text, deadline in context.deadlines:
        if deadline and any(part.year_missing for part in deadline.parts or (deadline,)):
            yield Finding(
                path, f"thời hạn “{shortened(text)}” không ghi năm", "ghi đủ ngày, tháng, năm"
            )
