"""Hai mục cùng cấp không được mang một số.

Văn bản có hai mục II thì không ai viện dẫn được "mục II". Số của mục lấy theo thứ tự, hoặc theo
``so_muc`` khi tệp giữ số như văn bản gốc.

Sai: I, II, II, III
Đúng: I, II, III, IV
"""

from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.source.place import Path

META = Rule("KH201", "so-muc-trung", Level.ERROR, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Compare the numbers inside each sequence."""
    for siblings in context.sequences:
        first: dict[str, Path] = {}
        for item, number in zip(siblings.items, siblings.numbers, strict=True):
            if number and number in first:
                yield Finding(
                    item.path,
                    f"mục này mang số {number}, trùng với mục trước cùng cấp",
                    "đánh số lại, hoặc bỏ so_muc để tự đánh số",
                    related=first[number],
                )
            first.setdefault(number, item.path)
