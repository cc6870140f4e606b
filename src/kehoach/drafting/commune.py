"""The commune of a new plan, looked up in the list of administrative units."""

import datetime as dt
from dataclasses import dataclass

from kehoach.language.fold import normalize
from kehoach.model.administrative import AdministrativeUnit, by_code, find, suggest, units

_MOST_CLOSE = 5

# Nghị định 30/2020/NĐ-CP, phụ lục II, mục II.1.b: a proper name with its level word.
_CAPITALISED = {"thành phố Hồ Chí Minh": "Thành phố Hồ Chí Minh"}


class UnknownPlaceError(Exception):
    """No unit has the name; the message is a Vietnamese sentence, ``close`` may be meant."""

    def __init__(self, message: str, close: tuple["Place", ...] = ()) -> None:
        """Keep the sentence and the places that may be meant."""
        super().__init__(message)
        self.close = close


class UnknownProvinceError(UnknownPlaceError):
    """No province has the name that is asked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """A commune with its province, both with their level words and spelt in the new way."""

    code: str
    level: str
    name: str
    province: str

    @property
    def commune(self) -> str:
        """The name with its level: "xã Hướng Phùng"."""
        return f"{self.level} {self.name}"

    def __str__(self) -> str:
        """Return both names: "xã Hướng Phùng, tỉnh Quảng Trị"."""
        return f"{self.commune}, {self.province}"


def find_places(commune: str, province: str, on: dt.date) -> tuple[Place, ...]:
    """Return every commune that *commune* (a name or a code) in *province* ("" any) may mean.

    Raises `UnknownPlaceError` where there is none on that day, `UnknownProvinceError` where there
    is no such province.
    """
    inside = _province(province, on) if province else None
    code = inside.code if inside else ""
    found: tuple[AdministrativeUnit, ...]
    if commune.isdecimal():
        unit = by_code(commune, on)
        fits = unit is not None and unit.province_code and code in ("", unit.province_code)
        found = (unit,) if unit and fits else ()
    else:
        found = tuple(unit for unit in find(commune, code, on) if unit.province_code)
    if found:
        return tuple(map(_place, found))
    elsewhere = tuple(u for u in find(commune, on=on) if u.province_code) if code else ()
    near = elsewhere or tuple(u for u in suggest(commune, code, on, limit=6) if u.province_code)
    where = f" ở {_full_name(inside)}" if inside else ""
    message = f"danh mục đơn vị hành chính không có “{commune}”{where}"
    raise UnknownPlaceError(message, tuple(map(_place, near[:_MOST_CLOSE])))


def _province(name: str, on: dt.date) -> AdministrativeUnit:
    provinces = [unit for unit in units(on=on) if not unit.province_code]
    found = [unit for unit in find(name, on=on) if not unit.province_code]
    found = found or [unit for unit in provinces if unit.code == name]
    if found:
        return found[0]
    near = [unit for unit in suggest(name, on=on, limit=60) if not unit.province_code][:3]
    hint = f"; có phải {' hoặc '.join(map(_full_name, near))}?" if near else ""
    raise UnknownProvinceError(f"không có tỉnh, thành phố “{name}”{hint}")


def _place(unit: AdministrativeUnit) -> Place:
    province = by_code(unit.province_code)
    above = _full_name(province) if province else ""
    return Place(unit.code, unit.level, normalize(unit.name), above)


def _full_name(unit: AdministrativeUnit) -> str:
    name = normalize(unit.full_name)
    return _CAPITALISED.get(name, name)
