"""Một đơn vị chỉ nên mang một tên trong cả kế hoạch.

Giao việc 8.1 cho "Đoàn Thanh niên xã", việc 8.4 cho "Đoàn TNCS Hồ Chí Minh xã" thì bảng tổng hợp
theo đơn vị có hai dòng cho một đơn vị. Chỉ xét tên ở chủ trì, phối hợp và đề mục phân công, của
những tổ chức mà cách gọi dài, ngắn đều quen dùng. Tên viết tắt do KH504 xét.

Sai: chủ trì "Đoàn Thanh niên xã" ở việc này, "Đoàn TNCS Hồ Chí Minh xã" ở việc kia
Đúng: cùng ghi "Đoàn TNCS Hồ Chí Minh xã"
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from kehoach.language.unit import is_generic, split_units
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.source.place import Path

META = Rule("KH512", "mot-don-vi-nhieu-ten", Level.NOTE, since="0.1.0")

# Names of one body, abbreviations in full and "và" left out as `UnitNames.key` has them.
_BODIES = re.compile(
    r"(?P<youth>đoàn thanh niên(?: cộng sản(?: hồ chí minh)?)?)"
    r"|(?P<women>hội (?:liên hiệp )?phụ nữ(?: việt nam)?)"
    r"|(?P<front>(?:ủy ban )?mặt trận tổ quốc(?: việt nam)?)"
    r"|(?P<military>(?:ban chỉ huy )?quân sự)"
    r"|(?P<office>văn phòng (?:hội đồng nhân dân )?ủy ban nhân dân)"
    r"|(?P<centre>trung tâm (?:phục vụ )?hành chính công)"
)


def check(context: Context) -> Iterator[Finding]:
    """Gather the names of each body; the first is how the others should be."""
    first: dict[str, tuple[str, str, Path]] = {}
    told: set[str] = set()
    for path, written in context.named_units:
        for unit in _units(written):
            key = context.unit_names.key(unit)
            body = _body(key)
            if not body:
                continue
            known, name, where = first.setdefault(body, (key, unit, path))
            if known != key and key not in told:
                told.add(key)
                start = written.find(unit)
                yield Finding(
                    path,
                    f"“{unit}” là tên khác của “{name}”",
                    f"gọi một tên trong cả văn bản: {name}",
                    stretch=(start, start + len(unit)) if start >= 0 else None,
                    related=where,
                    related_message="tên kia ở đây",
                    confidence=0.85,
                )


@lru_cache(maxsize=4096)
def _units(written: str) -> tuple[str, ...]:
    return tuple(unit for unit in split_units(written) if not is_generic(unit))


@lru_cache(maxsize=4096)
def _body(key: str) -> str:
    found = _BODIES.fullmatch(key)
    return (found.lastgroup or "") if found else ""
