"""Số của mục phải là số La Mã, số Ả Rập hoặc chữ cái theo thứ tự tiếng Việt.

Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.6: phần, mục dùng số La Mã, khoản dùng số Ả Rập, điểm
dùng chữ cái theo bảng chữ cái tiếng Việt (a, b, c, d, đ, e, g, h…), không có f, j, w, z. "Phần thứ
nhất", "A", "B" ở cấp lớn nhất của văn bản dài thì không nhắc.

Sai: a), b), c), d), đ), e), f)
Đúng: a), b), c), d), đ), e), g)
"""

import re
from collections.abc import Iterator

from kehoach.language.numbering import read_number
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH203", "so-muc-la", Level.WARNING, since="0.1.0")

_LARGEST = re.compile(r"(?i:(?:phần|chương) (?:thứ )?\w+(?: \w+)?)|[A-ZĐ]")


def check(context: Context) -> Iterator[Finding]:
    """Read every number that the file keeps."""
    for siblings in context.sequences:
        for item, mark in zip(siblings.items, siblings.numbers, strict=True):
            if mark and mark not in {"-", "+", "*"} and not _is_number(mark):
                yield Finding(
                    (*item.path, "so_muc"),
                    f"“{mark}” không phải số mục của văn bản tiếng Việt",
                    "dùng I, II…; 1, 2…; hoặc a, b, c, d, đ, e, g…",
                )


def _is_number(mark: str) -> bool:
    bare = mark.strip(" .)-")
    return read_number(mark) is not None or (
        _LARGEST.fullmatch(bare) is not None and bare not in {"F", "J", "W", "Z"}
    )
