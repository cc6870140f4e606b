"""Tên viết tắt của một đơn vị phải một cách trong cả kế hoạch.

VH-XH, VHXH và VH&XH trong một văn bản là ba cách viết tắt của một phòng. Tên đầy đủ và tên không
kèm "xã", "phường" không tính là cách viết tắt.

Sai: Phòng VH-XH ở nhiệm vụ 1, Phòng VHXH ở nhiệm vụ 2
Đúng: Phòng VH-XH ở cả hai
"""

import re
from collections.abc import Iterator
from itertools import combinations

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.running_text import RunningText
from kehoach.rules.unit_groups import UnitGroup, unit_groups

META = Rule("KH504", "viet-tat-nhieu-cach", Level.NOTE, since="0.1.0")

_ABBREVIATION = re.compile(r"[A-ZĐ][A-ZĐ&-]*[A-ZĐ]")
# What everyone writes so is no writing of one unit's own.
_COMMON = frozenset({"UBND", "HĐND", "MTTQ", "UBMTTQ", "TTHC", "TT", "VP", "HĐNDUBND"})


def check(context: Context) -> Iterator[Finding]:
    """Gather the abbreviations of each unit that are used; those after the first are reported."""
    doubtful = [unit for unit in unit_groups(context) if _many(unit)]
    if not doubtful:
        return
    running = RunningText((*context.texts, *context.named_units()))
    for unit in doubtful:
        used = _used(unit, running)
        # The declared abbreviation, else the one that is met first, is how the others should be.
        order = sorted(used, key=lambda short: (short not in unit.abbreviation, used[short]))
        for short in order[1:]:
            if _alike(order[0], short):
                path, stretch = running.place(used[short], used[short] + len(short))
                yield Finding(
                    path,
                    f"“{unit.name}” viết tắt là “{short}”, chỗ khác là “{order[0]}”",
                    f"viết một cách: {order[0]}",
                    stretch=stretch,
                    related=running.place(used[order[0]], used[order[0]])[0],
                    related_message="cách viết kia ở đây",
                )


def _many(unit: UnitGroup) -> bool:
    """Tell whether the writings of *unit* hold two abbreviations of the same words."""
    shorts = _ABBREVIATION.findall(" ".join((unit.name, unit.abbreviation, *unit.writings)))
    return any(_alike(one, other) for one, other in combinations(set(shorts), 2))


def _used(unit: UnitGroup, running: RunningText) -> dict[str, int]:
    """Return the abbreviations that writings of *unit* hold, with the offset of their first use."""
    used: dict[str, int] = {}
    for writing in (unit.name, unit.abbreviation, *unit.writings):
        shorts = [s for s in _ABBREVIATION.findall(writing) if _letters(s) not in _COMMON]
        if not shorts:
            continue
        for start, end in running.words(writing.lower()):
            if running.text[start:end] == writing:
                offset = start + writing.index(shorts[0])
                used[shorts[0]] = min(offset, used.get(shorts[0], offset))
                break
    return used


def _letters(short: str) -> str:
    return short.replace("&", "").replace("-", "")


def _alike(left: str, right: str) -> bool:
    """Tell two abbreviations of the same words: VH-XH and VHXH, PVHCC and HCC."""
    one, other = sorted((_letters(left), _letters(right)), key=len)
    return left != right and other.endswith(one)
