"""Tên viết tắt của một đơn vị phải một cách trong cả kế hoạch.

VH-XH, VHXH và VH&XH trong một văn bản là ba cách viết tắt của một phòng. Tên đầy đủ và tên không
kèm "xã", "phường" không tính là cách viết tắt.

Sai: Phòng VH-XH ở nhiệm vụ 1, Phòng VHXH ở nhiệm vụ 2
Đúng: Phòng VH-XH ở cả hai
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.running_text import Place, RunningText
from kehoach.rules.unit_groups import UnitGroup

META = Rule("KH504", "viet-tat-nhieu-cach", Level.NOTE, since="0.1.0")

_ABBREVIATION = re.compile(r"[A-ZĐ][A-ZĐ&-]*[A-ZĐ]")
# What everyone writes so is no writing of one unit's own.
_COMMON = frozenset({"UBND", "HĐND", "MTTQ", "UBMTTQ", "TTHC", "TT", "VP", "HĐNDUBND"})


def check(context: Context) -> Iterator[Finding]:
    """Gather the abbreviations of each unit that are used; those after the first are reported."""
    doubtful = [unit for unit in context.unit_groups if _many(_all_writings(unit))]
    if not doubtful:
        return
    for unit in doubtful:
        used = _used(unit, context)
        # The declared abbreviation, else the one that is met first, is how the others should be.
        order = sorted(used, key=lambda short: (short not in unit.abbreviation, used[short]))
        for short in order[1:]:
            if _alike(order[0], short):
                path, stretch = used[short].place(len(short))
                yield Finding(
                    path,
                    f"“{unit.name}” viết tắt là “{short}”, chỗ khác là “{order[0]}”",
                    f"viết một cách: {order[0]}",
                    stretch=stretch,
                    related=used[order[0]].place(0)[0],
                    related_message="cách viết kia ở đây",
                )


def _all_writings(unit: UnitGroup) -> tuple[str, ...]:
    return unit.name, unit.abbreviation, *unit.writings


@lru_cache(maxsize=4096)
def _many(writings: tuple[str, ...]) -> bool:
    """Tell whether *writings* of a unit hold two abbreviations of the same words."""
    shorts = {short for writing in writings for short in _abbreviations(writing)}
    return len(shorts) > 1 and any(_alike(*pair) for pair in combinations(shorts, 2))


@lru_cache(maxsize=4096)
def _abbreviations(writing: str) -> tuple[str, ...]:
    return tuple(_ABBREVIATION.findall(writing))


class _Use(NamedTuple):
    """Where an abbreviation is used: first the texts, then the names of units count as read."""

    is_unit: bool
    offset: int
    running: RunningText

    def place(self, length: int) -> Place:
        """Return path and stretch of the *length* characters here."""
        return self.running.place(self.offset, self.offset + length)


def _used(unit: UnitGroup, context: Context) -> dict[str, _Use]:
    """Return the abbreviations that writings of *unit* hold, with their first use."""
    used: dict[str, _Use] = {}
    for writing in _all_writings(unit):
        shorts = [s for s in _abbreviations(writing) if _letters(s) not in _COMMON]
        if not shorts:
            continue
        at = writing.index(shorts[0])
        for is_unit, running in enumerate((context.running_text, context.unit_names_text)):
            start = _first(running, writing)
            if start is not None:
                use = _Use(bool(is_unit), start + at, running)
                used[shorts[0]] = min(use, used.get(shorts[0], use))
                break
    return used


def _first(running: RunningText, writing: str) -> int | None:
    """Return where *writing* stands first, case and all, None where nowhere."""
    places = running.words(writing.lower())
    return next((start for start, end in places if running.text[start:end] == writing), None)


def _letters(short: str) -> str:
    return short.replace("&", "").replace("-", "")


def _alike(left: str, right: str) -> bool:
    """Tell two abbreviations of the same words: VH-XH and VHXH, PVHCC and HCC."""
    one, other = sorted((_letters(left), _letters(right)), key=len)
    return left != right and other.endswith(one)
