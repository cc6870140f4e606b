"""Ngày, tháng, quý nêu trong thời hạn phải có trong lịch.

Sai: ``han: 31/9/2025``, ``thoi_han: quý V/2025``
Đúng: ``han: 30/9/2025``, ``thoi_han: quý IV/2025``
"""

from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH302", "ngay-khong-co", Level.ERROR, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Read every deadline."""
    for path, text, deadline in context.deadlines:
        if deadline is None:
            continue
        for part in deadline.parts or (deadline,):
            if part.fault:
                yield Finding(
                    path, f"thời hạn “{text}”: {part.fault}", "viết lại thời hạn cho đúng lịch"
                )
