"""Communes and provinces by date: ``data/don-vi-hanh-chinh.csv``.

The list is that of Quyết định 19/2025/QĐ-TTg, in force from 01/7/2025 (34 provinces and 3,321
communes), with the changes of 30/4/2026 in Đồng Nai (30/2026/QH16 and 237/NQ-UBTVQH16). A unit
that changes its level keeps its code and has a row for each time. Names are spelt as in the
decision ("Thanh Hoá"); look-ups take either school of tone marks.

A date that is left out (None) means any date, never today.
"""

import datetime as dt
import pkgutil
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from kehoach.language.fold import fold, strip_marks

_LEVELS = {
    "xã": "xã",
    "x.": "xã",
    "phường": "phường",
    "p.": "phường",
    "đặc khu": "đặc khu",
    "đk": "đặc khu",
    "tỉnh": "tỉnh",
    "thành phố": "thành phố",
    "tp": "thành phố",
}
_LEVEL = re.compile(
    r"(?P<level>xã|phường|đặc khu|đk|tỉnh|thành phố|tp)\b\.?\s*(?=\S)|(?P<initial>[xp]\.)\s*(?=\S)"
)
_HYPHEN = re.compile(r"\s*-\s*")
# What folding changes beside case. A tenth of the names have it; folding all takes 15 ms.
_MORE_THAN_CASE = re.compile(r"[ou][àáảãạèéẻẽẹỳýỷỹỵ]|[^\w ]")
# Below it, the mean likeness with and without marks names units that share only a few letters.
_LEAST_LIKENESS = 60.0


class AdministrativeUnit(NamedTuple):
    """A commune or a province while it had one name and level.

    `code` has five digits for communes and two for provinces, `province_code` is "" for these.
    `valid_to` is the last day, None while the unit lasts. `basis` is the symbol of the decision.
    """

    code: str
    level: str
    name: str
    province_code: str
    valid_from: dt.date
    valid_to: dt.date | None
    basis: str

    @property
    def full_name(self) -> str:
        """The name with its level: "xã Hướng Phùng"."""
        return f"{self.level} {self.name}"

    def in_force(self, on: dt.date | None) -> bool:
        """Tell whether the unit existed on a day; always true of None, any day."""
        return on is None or (
            self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)
        )


def units(
    level: str = "", province: str = "", on: dt.date | None = None
) -> tuple[AdministrativeUnit, ...]:
    """Return the units of *level* ("" all) in *province* (name or code, "" all), in code order."""
    provinces = _province_codes(province, on)
    return tuple(
        unit
        for unit in _all()
        if level in ("", unit.level) and unit.in_force(on) and _lies_in(unit, provinces)
    )


def by_code(code: str, on: dt.date | None = None) -> AdministrativeUnit | None:
    """Return the unit of *code* on a day; on any day, the latest that had it."""
    found = [unit for unit in map(_unit, _codes().get(code, ())) if unit.in_force(on)]
    return found[-1] if found else None


def find(
    name: str, province: str = "", on: dt.date | None = None
) -> tuple[AdministrativeUnit, ...]:
    """Return every unit that *name* may mean: 314 names of communes stand in several provinces.

    A level word in *name* ("xã Hướng Phùng", "P. Hải Dương", "TP. Huế") must be the unit's. In a
    *province* (name with or without its level word, or code) only its communes are found.
    """
    level, key = _level_and_key(name)
    provinces = _province_codes(province, on)
    return tuple(
        unit
        for unit in map(_unit, _names().get(key, ()))
        if level in ("", unit.level) and unit.in_force(on) and _lies_in(unit, provinces)
    )


def suggest(
    name: str, province: str = "", on: dt.date | None = None, limit: int = 3
) -> tuple[AdministrativeUnit, ...]:
    """Return at most *limit* units whose names are most like *name*, the likest first.

    Of one name, the unit of the level in *name* comes first. A *province* that does not
    exist on that day does not narrow the search; a name like no other gives nothing.
    """
    from rapidfuzz import fuzz  # noqa: PLC0415  (costs more to import than most runs need)

    level, key = _level_and_key(name)
    bare = strip_marks(key)
    provinces = _province_codes(province, on) or None
    likeness = {
        other: (fuzz.ratio(key, other) + fuzz.ratio(bare, other_bare)) / 2
        for other, other_bare in _bare_names().items()
    }
    found: list[AdministrativeUnit] = []
    for other in sorted(likeness, key=likeness.__getitem__, reverse=True):
        if likeness[other] < _LEAST_LIKENESS or len(found) >= limit:
            break
        namesakes = [
            unit
            for unit in map(_unit, _names()[other])
            if unit.in_force(on) and _lies_in(unit, provinces)
        ]
        found += sorted(namesakes, key=lambda unit: level not in ("", unit.level))
    return tuple(found[:limit])


@lru_cache(maxsize=1024)
def _province_codes(province: str, on: dt.date | None) -> frozenset[str] | None:
    """Return the codes that *province* may mean, None for "" (all)."""
    if not province:
        return None
    if province.isdecimal():
        return frozenset({province} & _codes().keys())
    level, key = _level_and_key(province)
    return frozenset(
        unit.code
        for unit in map(_unit, _names().get(key, ()))
        if not unit.province_code and level in ("", unit.level) and unit.in_force(on)
    )


def _lies_in(unit: AdministrativeUnit, provinces: frozenset[str] | None) -> bool:
    return provinces is None or unit.province_code in provinces


def _level_and_key(name: str) -> tuple[str, str]:
    """Return the level word of *name* ("" without one) and the key of the rest."""
    folded = fold(name)
    match = _LEVEL.match(folded)
    if not match:
        return "", _key(folded)
    return _LEVELS[match["level"] or match["initial"]], _key(folded[match.end() :])


def _key(name: str) -> str:
    key = fold(name)
    for apostrophe in "‘ʼ`'":
        key = key.replace(apostrophe, "’")
    return _HYPHEN.sub("-", key)


@lru_cache(maxsize=1)
def _rows() -> Sequence[str]:
    """Return the row of every unit as the file has it: seven fields, none of them in quotes.

    Rows stay whole until a unit is asked for, which takes half the time of splitting them all.
    """
    # Of the ways into package data this one imports the least.
    data = pkgutil.get_data("kehoach", "data/don-vi-hanh-chinh.csv")
    if data is None:
        raise FileNotFoundError("don-vi-hanh-chinh.csv")
    return data.decode("utf-8").splitlines()[1:]


@lru_cache(maxsize=4096)
def _unit(place: int) -> AdministrativeUnit:
    """Return the unit in row *place*; few of them are ever asked for."""
    code, level, name, province_code, begin, end, basis = _rows()[place].split(",")
    return AdministrativeUnit(
        code=code,
        level=level,
        name=name,
        province_code=province_code,
        valid_from=dt.date.fromisoformat(begin),
        valid_to=dt.date.fromisoformat(end) if end else None,
        basis=basis,
    )


def _all() -> Iterator[AdministrativeUnit]:
    return map(_unit, range(len(_rows())))


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, Sequence[int]]:
    """Return the rows of every code, in the order of time, as the file has them."""
    return _places(row.partition(",")[0] for row in _rows())


@lru_cache(maxsize=1)
def _names() -> Mapping[str, Sequence[int]]:
    """Return the rows of every name, by its key."""
    lower = [row.split(",", 3)[2].casefold() for row in _rows()]
    return _places([_key(name) if _MORE_THAN_CASE.search(name) else name for name in lower])


@lru_cache(maxsize=1)
def _bare_names() -> Mapping[str, str]:
    """Return the key without marks of every key."""
    keys = tuple(_names())
    return dict(zip(keys, strip_marks("|".join(keys)).split("|"), strict=True))


def _places(keys: Iterable[str]) -> Mapping[str, Sequence[int]]:
    places: dict[str, list[int]] = {}
    for place, key in enumerate(keys):
        places.setdefault(key, []).append(place)
    return places
