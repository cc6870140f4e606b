"""Các mục cùng cấp phải đánh số cùng một kiểu.

Mục đánh số 1, 2 rồi c là do ghép từ hai bản; mục 1.1, 1.2 rồi 3 là mục nằm nhầm cấp.

Sai: 1, 2, c
Đúng: 1, 2, 3
"""

from collections.abc import Iterator

from kehoach.language.numbering import Number, read_number
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.source.place import Path

META = Rule("KH205", "so-muc-lan-kieu", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Compare the styles inside each sequence, items of one kind with one another."""
    for siblings in context.sequences:
        first: dict[type, tuple[Number, Path]] = {}
        told: set[type] = set()
        for item, mark in zip(siblings.items, siblings.numbers, strict=True):
            number = read_number(mark) if mark else None
            if number is None or type(item) in told:
                continue
            usual, place = first.setdefault(type(item), (number, item.path))
            if (number.style, len(number.parent)) != (usual.style, len(usual.parent)):
                told.add(type(item))
                yield Finding(
                    item.path,
                    f"mục này mang số {mark}, khác kiểu với mục cùng cấp mang số {usual}",
                    "đánh số các mục cùng cấp theo một kiểu",
                    related=place,
                    related_message="mục cùng cấp ở đây",
                )
