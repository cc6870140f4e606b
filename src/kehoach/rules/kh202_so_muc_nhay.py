"""Số của các mục cùng cấp phải liền nhau.

Số nhảy cách thường là một mục bị xóa hoặc bỏ sót khi soạn.

Sai: I, II, III, IV, VI
Đúng: I, II, III, IV, V
"""

from collections.abc import Iterator

from kehoach.language.numbering import Number, read_number
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH202", "so-muc-nhay", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Compare each number with the one before it in its sequence."""
    for siblings in context.sequences:
        before: Number | None = None
        for item, mark in zip(siblings.items, siblings.numbers, strict=True):
            number = read_number(mark) if mark else None
            if number and before and number.style is before.style:
                wanted = Number(before.style, before.value + 1, before.parent)
                # A repeated number is KH201's; another parent (1.2, 2.1) starts anew.
                if number.parent == before.parent and number.value not in {
                    before.value,
                    wanted.value,
                }:
                    yield Finding(
                        item.path,
                        f"mục này mang số {mark}, sau {before} phải là {wanted}",
                        "đánh số lại, hoặc bổ sung mục còn thiếu",
                    )
            before = number or before
