"""A plan that amends another: what was added, changed and dropped, as a document of its own.

Its words are ``templates/van-ban/sua-doi.yaml``; an item that was added comes with all its values.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path as FilePath
from typing import Any

from kehoach.compare.difference import Item
from kehoach.compare.versions import Versions
from kehoach.drafting.draft import Draft, Values
from kehoach.drafting.filling import fill, read_template
from kehoach.model.plan import Plan, Target
from kehoach.source.tree import SourceFile

TEMPLATE = "van-ban/sua-doi.yaml"
SCHEMA = "sua-doi"
_OPEN = "…"
_KEPT = ("the_thuc", "co_quan_cap_tren", "co_quan", "ky_hieu", "dia_danh", "nguoi_ky", "noi_nhan")
_SENTENCE = ("loai", "muc", "moi", "cu")
"""Words of a sentence, filled for each change."""


def draft_amendment(versions: Versions, new: SourceFile, project: FilePath) -> Draft:
    """Return the plan that leads from the old to the new state; *new* is the file of the latter.

    Without any change the sections for changes are missing. Raises `SourceError` where the
    template of *project* is wrong.
    """
    source = read_template(TEMPLATE, SCHEMA, project)
    old = versions.old
    words = {
        "van_ban": _name(old),
        "co_quan": old.document.issuer,
        "trich_yeu": old.document.subject,
    }
    later = {name: f"{{{name}}}" for name in _SENTENCE}
    said: Values = fill(source, source.value, words | later)
    sections = [
        _added(said["bo_sung"], list(versions.added()), new.value),
        _changed(said["sua"], versions),
        _dropped(said["bai_bo"], versions.dropped()),
        {"de_muc": said["hieu_luc"]["de_muc"], "doan": [said["hieu_luc"]["doan"]]},
    ]
    value: Values = {
        "kehoach": 1,
        "don_vi": new.value["don_vi"],
        "van_ban": _document(new.value["van_ban"], said["trich_yeu"]),
        "khung": new.value.get("khung"),
        "don_vi_thuc_hien": new.value.get("don_vi_thuc_hien"),
        "can_cu": [_basis(old)],
        "mo_dau": said["mo_dau"],
        "noi_dung": [section for section in sections if section],
        "ket_thuc": said["ket_thuc"],
    }
    return Draft({key: one for key, one in value.items() if one})


def _name(plan: Plan) -> str:
    """Return ``Kế hoạch số 05/KH-UBND ngày 11/7/2025``, open where the plan leaves it open."""
    date = plan.document.date
    day = f" ngày {date.day or _OPEN}/{date.month}/{date.year}" if date else ""
    return f"{plan.document.type_name} số {_symbol(plan)}{day}"


def _symbol(plan: Plan) -> str:
    """Return ``05/KH-UBND``, or ``02-KH/ĐU`` of a party committee."""
    document = plan.document
    sign = "-" if document.profile == "hd05" else "/"
    return f"{document.number or _OPEN}{sign}{document.symbol or _OPEN}"


def _basis(plan: Plan) -> Values:
    document = plan.document
    date = document.date
    basis = {
        "ten_loai": document.type_name,
        "so_ky_hieu": _symbol(plan),
        "ngay": f"{date.date():%Y-%m-%d}" if date and date.day else None,
        "co_quan": document.issuer,
        "trich_yeu": document.subject,
    }
    return {key: value for key, value in basis.items() if value}


def _document(old: Mapping[str, Any], subject: str) -> Values:
    kept = {key: old[key] for key in _KEPT if old.get(key)}
    return {
        "the_thuc": kept.pop("the_thuc"),
        "trang_thai": "du_thao",
        "ten_loai": "Kế hoạch",
        **{key: kept[key] for key in ("co_quan_cap_tren", "co_quan") if key in kept},
        "so": None,
        **{key: kept[key] for key in ("ky_hieu", "dia_danh") if key in kept},
        "ngay": None,
        "trich_yeu": subject,
        **{key: kept[key] for key in ("nguoi_ky", "noi_nhan") if key in kept},
    }


def _added(said: Values, items: list[Item], new: Any) -> Values | None:
    paths = {item.path for item in items}
    # What stands in an added item comes with it.
    whole = [i for i in items if not any(i.path[:n] in paths for n in range(len(i.path)))]
    if not whole:
        return None
    codes = {item.code for item in items}
    section: Values = {"de_muc": said["de_muc"], "doan": [said["doan"]]}
    for key, kind in (("chi_tieu", True), ("nhiem_vu", False)):
        values = [_values(i, new, codes) for i in whole if isinstance(i, Target) is kind]
        if values:
            section[key] = values
    return section


def _values(item: Item, new: Any, codes: set[str]) -> Values:
    """Return the item as its file has it, without its number and without what it serves outside."""
    value = new
    for step in item.path:
        value = value[step]
    kept = {key: one for key, one in value.items() if key != "so_muc"}
    if serves := [code for code in kept.pop("phuc_vu", ()) if code in codes]:
        kept["phuc_vu"] = serves
    return kept


def _changed(said: Values, versions: Versions) -> Values | None:
    sentences = [
        _sentence(said["cau"], change.new, difference.ours, difference.theirs)
        for change in versions.changed()
        if change.new
        for difference in change.differences
    ]
    return _listed(said, sentences)


def _dropped(said: Values, items: Iterable[Item]) -> Values | None:
    return _listed(said, [_sentence(said["cau"], item) for item in items])


def _listed(said: Values, sentences: list[str]) -> Values | None:
    if not sentences:
        return None
    return {"de_muc": said["de_muc"], "doan": [said["doan"], sentences]}


def _sentence(pattern: str, item: Item, new: str = "", old: str = "") -> str:
    target = isinstance(item, Target)
    words = {
        "loai": "Chỉ tiêu" if target else "Nhiệm vụ",
        "muc": item.content if isinstance(item, Target) else item.title,
        "moi": new,
        "cu": old,
    }
    for name in _SENTENCE:
        pattern = pattern.replace(f"{{{name}}}", words[name])
    return pattern
