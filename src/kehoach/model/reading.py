"""Values of a file that fits its schema as a plan or a framework."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path as FilePath
from typing import Any, TypeVar

from kehoach.model.framework import Binding, Framework, Phase, Terms
from kehoach.model.plan import (
    Acceptance,
    Citation,
    Commune,
    DocumentInfo,
    ExecutingUnit,
    Paragraph,
    PartialDate,
    Plan,
    Prose,
    ReportDuty,
    Section,
    Signer,
    Target,
    Task,
)
from kehoach.source.place import Fault, Path, SourceError, read_path
from kehoach.source.structure import check_structure
from kehoach.source.tree import SourceFile

Values = dict[str, Any]
T = TypeVar("T")

PLAN_SCHEMA = "ke-hoach"
FRAMEWORK_SCHEMA = "khung"
_DATES = frozenset({"ngay", "tu", "den"})


def schema_of(source: SourceFile) -> str:
    """Return the name of the schema that *source* says it follows by its first key.

    Raises `SourceError` where it is neither a plan nor a framework.
    """
    value = source.value
    if isinstance(value, dict):
        if "kehoach" in value:
            return PLAN_SCHEMA
        if "khung" in value and not isinstance(value["khung"], list):
            return FRAMEWORK_SCHEMA
    message = "tệp không phải kế hoạch (thiếu khóa “kehoach: 1”) và không phải khung (“khung: 1”)"
    raise SourceError(source.name, (Fault("KH003", message, "thêm “kehoach: 1” ở đầu tệp"),))


def read_plan(source: SourceFile) -> Plan:
    """Return the plan that *source* holds; raises `SourceError` with every misfit."""
    _check(source, PLAN_SCHEMA)
    value: Values = source.value
    return Plan(
        name=FilePath(source.name).stem,
        commune=_commune(value["don_vi"]),
        document=_document(value["van_ban"]),
        frameworks=_texts(value.get("khung")),
        units=_list(value, "don_vi_thuc_hien", (), _unit),
        bases=_list(value, "can_cu", (), read_citation),
        opening=_prose(value.get("mo_dau")),
        sections=_list(value, "noi_dung", (), _section),
        closing=_prose(value.get("ket_thuc")),
        annexes=_list(value, "phu_luc", (), _section),
        reports=_list(value, "che_do_bao_cao", (), _report),
        acceptances=_list(value, "chap_nhan", (), _acceptance),
    )


def read_framework(source: SourceFile) -> Framework:
    """Return the framework that *source* holds; raises `SourceError` with every misfit."""
    _check(source, FRAMEWORK_SCHEMA)
    value: Values = source.value
    items = (*(value["chi_tieu"] or ()), *(value["nhiem_vu"] or ()))
    paths = [(key, i) for key in ("chi_tieu", "nhiem_vu") for i in range(len(value[key] or ()))]
    check_codes(source, ((item["ma"], path) for item, path in zip(items, paths, strict=True)))
    return Framework(
        code=value["ma"],
        document=read_citation(value["van_ban"], ("van_ban",)),
        frameworks=_texts(value.get("thuc_hien")),
        signer=_text(value, "nguoi_ky"),
        bases=_list(value, "can_cu", (), read_citation),
        principle=_text(value, "nguyen_tac"),
        note=_text(value, "ghi_chu"),
        phases=tuple(_phase(phase) for phase in value.get("giai_doan") or ()),
        groups={group["ma"]: str(group["ten"]) for group in value.get("nhom_nhiem_vu") or ()},
        targets=_list(value, "chi_tieu", (), _target),
        tasks=_list(value, "nhiem_vu", (), _task),
        terms={item["ma"]: _terms(item) for item in items},
    )


def check_codes(source: SourceFile, items: Iterable[tuple[str, Path]]) -> None:
    """Raise `SourceError` where two *items* (code, path) have one code: links would be open."""
    first: dict[str, Path] = {}
    faults: list[Fault] = []
    for code, path in items:
        if code in first:
            line = source.place(first[code]).line
            place = source.place((*path, "ma"))
            message = f"mã “{code}” đã dùng ở dòng {line}: không biết liên kết trỏ tới mục nào"
            faults.append(Fault("KH003", message, "đổi một trong hai mã", (*path, "ma"), place))
        first.setdefault(code, path)
    if faults:
        raise SourceError(source.name, tuple(faults))


def read_date(text: str | None) -> PartialDate | None:
    """Return the date written as 2025-07-11, 11/7/2025 or 2025-07; None for nothing.

    Raises ValueError for a day or month that does not exist.
    """
    if not text:
        return None
    numbers = [int(part) for part in text.replace("/", "-").split("-")]
    if "/" in text:
        numbers.reverse()
    date = PartialDate(*numbers)
    dt.date(date.year, date.month, date.day or 1)
    return date


def read_citation(value: Any, path: Path) -> Citation:
    """Return a citation from its parts, or one that is a sentence."""
    if not isinstance(value, dict):
        return Citation(path, text=str(value))
    return Citation(
        path,
        type_name=_text(value, "ten_loai"),
        symbol=_text(value, "so_ky_hieu"),
        date=read_date(value.get("ngay")),
        issuer=_text(value, "co_quan"),
        title=_text(value, "trich_yeu"),
    )


def _check(source: SourceFile, schema: str) -> None:
    if schema_of(source) != schema:
        wanted = "kế hoạch" if schema == PLAN_SCHEMA else "khung"
        fault = Fault("KH003", f"tệp này không phải {wanted}", "kiểm tra lại tên tệp")
        raise SourceError(source.name, (fault,))
    faults = check_structure(source, schema)
    if not faults and not all(map(_is_date, _dates(source.value))):
        faults = tuple(_impossible_dates(source, source.value, ()))
    if faults:
        raise SourceError(source.name, faults)


def _dates(value: Any) -> Iterator[str]:
    """Yield the texts under ``ngay``, ``tu`` and ``den``: where they stand is seldom asked."""
    rest = [value]
    while rest:
        value = rest.pop()
        if isinstance(value, list):
            rest += value
        elif isinstance(value, dict):
            rest += value.values()
            for key in _DATES & value.keys():
                if isinstance(value[key], str):
                    yield value[key]


def _is_date(text: str) -> bool:
    try:
        read_date(text)
    except ValueError:
        return False
    return True


def _impossible_dates(source: SourceFile, value: Any, path: Path) -> list[Fault]:
    """Find dates that fit the schema's pattern and no calendar, in ``ngay``, ``tu`` and ``den``."""
    if isinstance(value, list):
        return [f for i, v in enumerate(value) for f in _impossible_dates(source, v, (*path, i))]
    if not isinstance(value, dict):
        return []
    faults: list[Fault] = []
    for key, child in value.items():
        here = (*path, key)
        if key in _DATES and isinstance(child, str):
            if not _is_date(child):
                message = f"“{key}” là {child}, lịch không có ngày này"
                faults.append(Fault("KH003", message, "viết lại ngày", here, source.place(here)))
        else:
            faults.extend(_impossible_dates(source, child, here))
    return faults


def _text(value: Values, key: str) -> str:
    found = value.get(key)
    return "" if found is None else str(found)


def _texts(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def _prose(value: Any) -> Prose:
    if value is None:
        return ()
    return tuple(map(_paragraph, value)) if isinstance(value, list) else (str(value),)


def _paragraph(value: Any) -> Paragraph:
    return tuple(map(_paragraph, value)) if isinstance(value, list) else str(value)


def _list(value: Values, key: str, path: Path, read: Callable[[Any, Path], T]) -> tuple[T, ...]:
    return tuple(read(item, (*path, key, i)) for i, item in enumerate(value.get(key) or ()))


def _number(value: Values) -> str | None:
    return str(value["so_muc"]) if "so_muc" in value else None


def _commune(value: Values) -> Commune:
    code = _text(value, "ma")
    return Commune(code.zfill(5) if code else "", value["ten"], value["tinh"])


def _document(value: Values) -> DocumentInfo:
    number = _text(value, "so")
    return DocumentInfo(
        profile=value["the_thuc"],
        status=value["trang_thai"],
        type_name=_text(value, "ten_loai"),
        parent_issuer=_text(value, "co_quan_cap_tren"),
        issuer=_text(value, "co_quan"),
        # NĐ 30/2020/NĐ-CP phụ lục I, II.3: a number below 10 has a zero before it.
        number=number.zfill(2) if number else "",
        symbol=_text(value, "ky_hieu"),
        place=_text(value, "dia_danh"),
        date=read_date(value.get("ngay")),
        subject=_text(value, "trich_yeu"),
        signer=_signer(value.get("nguoi_ky") or {}),
        recipients=_texts(value.get("noi_nhan")),
        addressees=_texts(value.get("kinh_gui")),
        size=value.get("co_chu", 14),
    )


def _signer(value: Values) -> Signer:
    return Signer(
        on_behalf=_text(value, "thay_mat"),
        for_head=_text(value, "ky_thay"),
        by_order=_text(value, "thua_lenh"),
        by_mandate=_text(value, "thua_uy_quyen"),
        title=_text(value, "chuc_vu"),
        also=_text(value, "kiem"),
        name=_text(value, "ho_ten"),
    )


def _unit(value: Values, path: Path) -> ExecutingUnit:
    return ExecutingUnit(
        path, str(value["ten"]), _text(value, "viet_tat"), _texts(value.get("cach_viet"))
    )


def _section(value: Values, path: Path) -> Section:
    return Section(
        path=path,
        number=_number(value),
        heading=_text(value, "de_muc") or _text(value, "ten"),
        units=_texts(value.get("don_vi")),
        bases=_list(value, "can_cu", path, read_citation),
        prose=_prose(value.get("doan")),
        targets=_list(value, "chi_tieu", path, _target),
        tasks=_list(value, "nhiem_vu", path, _task),
        sections=_list(value, "muc", path, _section),
        remark=_text(value, "ghi_chu"),
    )


def _target(value: Values, path: Path) -> Target:
    return Target(
        path=path,
        code=value["ma"],
        number=_number(value),
        content=_text(value, "noi_dung"),
        figure=_text(value, "muc_dat"),
        since=_text(value, "tu_ngay"),
        deadline=_text(value, "han"),
        scope=_text(value, "pham_vi"),
        exclusion=_text(value, "ngoai_tru"),
        leads=_texts(value.get("chu_tri")),
        cooperating=_texts(value.get("phoi_hop")),
        links=_texts(value.get("khung")),
        remark=_text(value, "ghi_chu"),
        targets=_list(value, "chi_tieu", path, _target),
    )


def _task(value: Values, path: Path) -> Task:
    return Task(
        path=path,
        code=value["ma"],
        number=_number(value),
        name=_text(value, "ten"),
        content=_prose(value.get("noi_dung")),
        leads=_texts(value.get("chu_tri")),
        cooperating=_texts(value.get("phoi_hop")),
        deadline=_text(value, "thoi_han"),
        deliverable=_text(value, "san_pham"),
        serves=_texts(value.get("phuc_vu")),
        links=_texts(value.get("khung")),
        remark=_text(value, "ghi_chu"),
        tasks=_list(value, "nhiem_vu", path, _task),
    )


def _report(value: Values, path: Path) -> ReportDuty:
    return ReportDuty(
        path=path,
        period=_text(value, "ky"),
        deadline=_text(value, "han"),
        recipient=_text(value, "noi_nhan"),
        units=_texts(value.get("don_vi")),
        content=_text(value, "noi_dung"),
    )


def _acceptance(value: Values, path: Path) -> Acceptance:
    return Acceptance(
        path,
        value["ma"],
        read_path(str(value["tai"])),
        str(value["ly_do"]),
        _text(value, "dau_van_tay"),
        _text(value, "noi_dung"),
    )


def _phase(value: Values) -> Phase:
    return Phase(
        code=value["ma"],
        name=_text(value, "ten"),
        start=read_date(value.get("tu")),
        end=read_date(value.get("den")),
        content=_text(value, "noi_dung"),
    )


def _terms(value: Values) -> Terms:
    source: Values = value["nguon"]
    return Terms(
        binding=Binding(value["cap_xa"]),
        reason=_text(value, "ly_do"),
        certainty=source["tin_cay"],
        sources=_texts(source.get("can_cu")),
        source_note=_text(source, "ghi_chu"),
        group=_text(value, "nhom"),
        phase=_text(value, "giai_doan"),
    )
