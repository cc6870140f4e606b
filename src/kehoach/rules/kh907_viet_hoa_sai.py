"""Tên cơ quan, tên loại văn bản, tên riêng phải viết hoa đúng phụ lục II Nghị định 30/2020/NĐ-CP.

Mục IV.1: tên cơ quan viết hoa chữ cái đầu của từ chỉ loại hình, chức năng, lĩnh vực hoạt động
(Ban Chỉ đạo, Sở Khoa học và Công nghệ, Ủy ban nhân dân). Mục V.1: Nhân dân, Nhà nước. Mục V.7:
văn bản cụ thể (Kế hoạch này). Danh sách ở templates/ngon-ngu/viet-hoa.yaml; dự án có thể thêm tệp
cùng tên.

Sai: "Ủy ban Nhân dân xã", "Ban chỉ đạo", "Bộ chính trị", "Nghị Quyết số 57-NQ/TW"
Đúng: "Ủy ban nhân dân xã", "Ban Chỉ đạo", "Bộ Chính trị", "Nghị quyết số 57-NQ/TW"
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Fix, Level, Replacement, Rule
from kehoach.rules.tables import pairs
from kehoach.rules.wording import Wording

META = Rule("KH907", "viet-hoa-sai", Level.NOTE, since="0.1.0")

_PLACE = re.compile(r"(?:[Xx]ã|[Pp]hường|[Đđ]ặc khu|[Tt]hôn|[Tt]ổ dân phố|khu phố|[Aa]nh hùng) $")


# A search through the text takes as long as looking at so many places that it finds.
_RARE = 30


class _Line(NamedTuple):
    """A line of the list: ``parts`` are the tokens of the wrong writing."""

    wrong: str
    right: str
    parts: frozenset[str]
    only_within: bool


def check(context: Context) -> Iterator[Finding]:
    """Look for the wrong writings of the list."""
    wording = context.wording
    if not wording.is_readable:
        return
    for head, lines in _table().items():
        if head not in wording.vocabulary:
            continue
        present = [line for line in lines if line.parts <= wording.vocabulary]
        # One search for all that begin alike, where that beginning is rare enough.
        if wording.counts[head] < _RARE * (len(present) - 1):
            places = list(wording.find(head))
            for line in present:
                yield from _wrong(wording, line, places)
        else:
            for line in present:
                yield from _wrong(wording, line, wording.find(line.wrong))


def _wrong(wording: Wording, line: _Line, places: Iterable[int]) -> Iterator[Finding]:
    """Yield a finding for each of *places* where the words of *line* stand and are wrong."""
    text = wording.text
    for at in places:
        end = at + len(line.wrong)
        if not text.startswith(line.wrong, at) or text[end : end + 1].isalnum():
            continue
        if line.only_within and wording.starts_sentence(at):
            continue
        if not _PLACE.search(text, max(at - 12, 0), at):
            yield _finding(wording, at, line.wrong, line.right)


def _finding(wording: Wording, at: int, wrong: str, right: str) -> Finding:
    path, stretch = wording.place(at, at + len(wrong))
    return Finding(
        path,
        f"“{wrong.strip(', ')}” viết hoa chưa đúng",
        f"viết “{right.strip(', ')}”",
        stretch,
        fix=Fix((Replacement(path, stretch, right),), safe=True),
    )


@lru_cache
def _table() -> Mapping[str, list[_Line]]:
    """Return the lines of the list by their first words."""
    table: dict[str, list[_Line]] = {}
    for key, only_within in (("thay", False), ("giua_cau", True)):
        for wrong, right in pairs("viet-hoa", key).items():
            parts = wrong.replace(",", " , ").split()
            line = _Line(wrong, right, frozenset(parts), only_within)
            table.setdefault(parts[0], []).append(line)
    return table
