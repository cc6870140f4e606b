"""What communes of a level usually have, by profile: header, units, who leads what.

Read from ``templates/don-vi/cap-xa.yaml``. All of it is a suggestion that a person confirms.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from kehoach.drafting.commune import Place
from kehoach.drafting.draft import Values
from kehoach.drafting.filling import fill, read_template
from kehoach.language.fold import fold
from kehoach.model.plan import Task
from kehoach.source.place import Fault, Path, SourceError
from kehoach.source.tree import SourceFile

TEMPLATE = "don-vi/cap-xa.yaml"
SCHEMA = "cap-xa"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that such a commune has, and what it answers for."""

    key: str
    name: str
    abbreviation: str
    writings: tuple[str, ...]
    duties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who leads and who cooperates in tasks of these codes, or with these words in their name.

    ``recurring`` says how often the work is done ("thường xuyên"), empty where it is done once.
    """

    codes: tuple[str, ...]
    keywords: tuple[str, ...]
    leads: tuple[str, ...]
    cooperating: tuple[str, ...]
    recurring: str
    deliverable: str


@dataclass(frozen=True, slots=True)
class Customs:
    """The customs of a commune under a profile; ``header`` is as the template has it, filled.

    ``words`` are what ``{…}`` in templates stands for.
    """

    profile: str
    header: Values
    units: tuple[Unit, ...]
    assignments: tuple[Assignment, ...]
    cooperating: str
    words: dict[str, str]

    def assignment(self, task: Task) -> Assignment:
        """Return what fits *task*: by its code, else by its name, else one that says nothing."""
        name = fold(task.title)
        by_code = (one for one in self.assignments if task.code in one.codes)
        by_name = (one for one in self.assignments if any(word in name for word in one.keywords))
        return next(by_code, None) or next(by_name, None) or _NOTHING


_NOTHING = Assignment((), (), (), (), "", "")


def read_customs(place: Place, profile: str, project: FilePath) -> Customs:
    """Return the customs of the commune *place* under *profile* (``nd30``, ``hd05``).

    Raises `SourceError` where the template of *project* is wrong.
    """
    source = read_template(TEMPLATE, SCHEMA, project)
    province_level = "thành phố" if fold(place.province).startswith("thành phố") else "tỉnh"
    words = {
        "don_vi": place.commune,
        "cap": place.level,
        "ten": place.name,
        "tinh": place.province,
        "cap_tinh": province_level,
        "tinh_uy": "Thành ủy" if province_level == "thành phố" else "Tỉnh ủy",
    }
    value: Values = source.value
    header_path: Path = ("the_thuc", profile)
    raw: Values = value["the_thuc"][profile]
    words |= {
        key: fill(source, raw[key], words, (*header_path, key)) for key in ("tu_xung", "cap_tren")
    }
    units = {
        one["khoa"]: _unit(fill(source, one, words, ("don_vi_thuc_hien", i)))
        for i, one in enumerate(value["don_vi_thuc_hien"])
        if profile in one.get("the_thuc", [profile])
        and place.level in one.get("cap", [place.level])
    }
    names = _Names(source, {key: unit.name for key, unit in units.items()})
    words["dau_moi"] = names.known(raw["dau_moi"], (*header_path, "dau_moi"))
    return Customs(
        profile=profile,
        header=fill(source, raw, words, header_path),
        units=tuple(units.values()),
        assignments=tuple(
            _assignment(fill(source, one, words, ("nhiem_vu", i)), names, ("nhiem_vu", i))
            for i, one in enumerate(value["nhiem_vu"] or ())
            if profile in one.get("the_thuc", [profile])
        ),
        cooperating=value.get("phoi_hop_chung", ""),
        words=words,
    )


@dataclass(frozen=True, slots=True)
class _Names:
    """Names of units by key; what is no key is a name itself."""

    source: SourceFile
    names: dict[str, str]

    def known(self, key: str, path: Path) -> str:
        """Return the name of the unit *key*; raises `SourceError` where there is none."""
        if key not in self.names:
            message = f"không có đơn vị “{key}” cho thể thức và cấp này"
            help_ = f"các khóa: {', '.join(self.names)}"
            fault = Fault("KH003", message, help_, path, self.source.place(path))
            raise SourceError(self.source.name, (fault,))
        return self.names[key]

    def all(self, keys: Iterable[str], path: Path) -> tuple[str, ...]:
        """Return the names that *keys* stand for."""
        return tuple(
            self.known(key, (*path, i)) if _is_key(key) else key for i, key in enumerate(keys)
        )


def _is_key(text: str) -> bool:
    return text.isascii() and " " not in text and text == text.lower()


def _unit(value: Values) -> Unit:
    return Unit(
        key=value["khoa"],
        name=value["ten"],
        abbreviation=value.get("viet_tat", ""),
        writings=tuple(value.get("cach_viet", ())),
        duties=tuple(value.get("trach_nhiem", ())),
    )


def _assignment(value: dict[str, Any], names: _Names, path: Path) -> Assignment:
    return Assignment(
        codes=tuple(value.get("ma", ())),
        keywords=tuple(map(fold, value.get("tu_khoa", ()))),
        leads=names.all(value.get("chu_tri", ()), (*path, "chu_tri")),
        cooperating=names.all(value.get("phoi_hop", ()), (*path, "phoi_hop")),
        recurring=value.get("lap_lai", ""),
        deliverable=value.get("san_pham", ""),
    )
