"""A new plan out of a framework."""

from pathlib import Path as FilePath

from kehoach.drafting.commune import Place
from kehoach.drafting.customs import Customs, Unit, read_customs
from kehoach.drafting.draft import Draft, Values
from kehoach.drafting.items import citation_values
from kehoach.drafting.outline import Contents, read_outline, write_sections
from kehoach.language.fold import fold
from kehoach.model.framework import Framework


def draft_plan(
    place: Place, profile: str, framework: Framework, project: FilePath, *, encouraged: bool = False
) -> Draft:
    """Return the draft of a plan of the commune *place* that carries out *framework*.

    It has every target and task that binds a commune, and with *encouraged* those that do not but
    apply. Raises `SourceError` where a template of *project* is wrong.
    """
    customs = read_customs(place, profile, project)
    outline = read_outline(framework, customs, project)
    draft = Draft({})
    contents = Contents(framework, customs, encouraged)
    value: Values = {
        "kehoach": 1,
        "don_vi": {"ma": place.code, "ten": place.commune, "tinh": place.province},
        "van_ban": _document(place, customs, outline),
        "khung": [framework.code],
        "don_vi_thuc_hien": [unit_values(unit) for unit in customs.units],
        "can_cu": [
            *customs.header.get("can_cu", ()),
            *map(citation_values, framework.bases),
            citation_values(framework.document),
            *customs.header.get("can_cu_sau", ()),
        ],
        "mo_dau": outline.get("mo_dau"),
        "noi_dung": write_sections(outline, contents, draft),
        "ket_thuc": outline.get("ket_thuc"),
        "che_do_bao_cao": outline.get("che_do_bao_cao"),
    }
    draft.value = {key: one for key, one in value.items() if one}
    draft.comment(
        ("van_ban", "dia_danh"),
        "Đơn vị mang tên người, sự kiện lịch sử thì ghi cả cấp, ví dụ Phường Điện Biên Phủ.",
    )
    draft.comment(("don_vi_thuc_hien",), "Gợi ý: sửa theo tổ chức bộ máy của mình.")
    return draft


def unit_values(unit: Unit) -> Values:
    """Return *unit* as a plan file declares it."""
    values = {"ten": unit.name, "viet_tat": unit.abbreviation, "cach_viet": list(unit.writings)}
    return {key: value for key, value in values.items() if value}


def _document(place: Place, customs: Customs, outline: Values) -> Values:
    header = customs.header
    above = header.get("co_quan_cap_tren")
    return {
        "the_thuc": customs.profile,
        "trang_thai": "du_thao",
        "ten_loai": outline["ten_loai"],
        **({"co_quan_cap_tren": above} if above else {}),
        "co_quan": header["co_quan"],
        "so": None,
        "ky_hieu": header["ky_hieu"],
        "dia_danh": _locality(place, customs.profile),
        "ngay": None,
        "trich_yeu": outline["trich_yeu"],
        "nguoi_ky": header["nguoi_ky"],
        "noi_nhan": header["noi_nhan"],
    }


def _locality(place: Place, profile: str) -> str:
    """Return the place name before the date.

    The level word is left out, except before a number (NĐ 30/2020/NĐ-CP, phụ lục I, II.4.a) and,
    in Party documents, before one syllable or the name of the province (HD 05-HD/VPTW, II.I.4).
    """
    whole = place.level[0].upper() + place.level[1:] + " " + place.name
    if place.name[0].isdigit():
        return whole
    same = fold(place.province).endswith(f" {fold(place.name)}")
    return whole if profile == "hd05" and (" " not in place.name or same) else place.name
