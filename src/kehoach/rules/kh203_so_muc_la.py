"""Số của mục phải là số La Mã, số Ả Rập hoặc chữ cái theo thứ tự tiếng Việt.

Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.6: phần, mục dùng số La Mã, khoản dùng số Ả Rập, điểm
dùng chữ cái theo bảng chữ cái tiếng Việt (a, b, c, d, đ, e, g, h…), không có f, j, w, z.

Sai: a), b), c), d), đ), e), f)
Đúng: a), b), c), d), đ), e), g)
"""

from collections.abc import Iterator

from kehoach.language.numbering import read_number
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH203", "so-muc-la", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Read every number that the file keeps."""
    for siblings in context.sequences:
        for item, mark in zip(siblings.items, siblings.numbers, strict=True):
            if mark and mark not in {"-", "+", "*"} and read_number(mark) is None:
                yield Finding(
                    (*item.path, "so_muc"),
                    f"“{mark}” không phải số mục của văn bản tiếng Việt",
                    "dùng I, II…; 1, 2…; hoặc a, b, c, d, đ, e, g…",
                )
