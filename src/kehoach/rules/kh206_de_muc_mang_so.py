"""Đề mục và tên nhiệm vụ không tự mang số: số đã được đánh khi lập văn bản.

Gõ số vào đề mục thì văn bản in ra hai lần số ("1. 1. Mục đích"), và số gõ tay không đổi khi thêm
bớt mục. Số cần giữ như bản gốc ghi ở ``so_muc``.

Sai: ``de_muc: 1. Mục đích``
Đúng: ``de_muc: Mục đích``
"""

import re
from collections.abc import Iterator

from kehoach.model.plan import Section
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Fix, Level, Replacement, Rule
from kehoach.source.place import Path

META = Rule("KH206", "de-muc-mang-so", Level.WARNING, since="0.1.0")

_NUMBER = re.compile(
    r"\s*(?:(?:[IVX]{1,5}|[0-9]{1,2})[.)/]\s*-?|[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}\.?"
    r"|[a-eđghik]\)|[IVX]{1,5}\s*-)\s+(?=[^\W\d_])"
)


def check(context: Context) -> Iterator[Finding]:
    """Look at the beginnings of headings and names."""
    for path, text in _names(context):
        if typed := _NUMBER.match(text):
            yield Finding(
                path,
                f"số “{typed[0].strip()}” gõ trong đề mục sẽ in thành hai lần số",
                "bỏ số khỏi đề mục; số của bản gốc ghi ở so_muc",
                stretch=(typed.start(), typed.end()),
                fix=Fix((Replacement(path, (typed.start(), typed.end()), ""),), safe=False),
            )


def _names(context: Context) -> Iterator[tuple[Path, str]]:
    for section in context.plan.walk():
        yield (*section.path, _key(section)), section.heading
    for task in context.plan.tasks():
        yield (*task.path, "ten"), task.name


def _key(section: Section) -> str:
    is_annex = section.path[0] == "phu_luc" and len(section.path) == len(("phu_luc", 0))
    return "ten" if is_annex else "de_muc"
