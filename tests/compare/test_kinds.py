"""Every kind of difference: a case, seen from both sides, and nothing where sides are alike."""

from pathlib import Path
from typing import Any

import pytest

from kehoach.compare.difference import Direction, Subject, all_kinds, find_differences
from kehoach.model.plan import Citation, Plan
from kehoach.model.reading import read_plan
from kehoach.source.tree import parse

HEAD = """\
kehoach: 1
don_vi: {ma: "19441", ten: xã Hướng Phùng, tinh: tỉnh Quảng Trị}
van_ban: {the_thuc: nd30, trang_thai: du_thao, ten_loai: Kế hoạch, co_quan: UBND, trich_yeu: T}
noi_dung:
"""


def plan(key: str, *items: str) -> Plan:
    listed = ", ".join(f"{{ma: m{i}, {item}}}" for i, item in enumerate(items))
    return read_plan(parse(f"{HEAD}  - {{de_muc: A, {key}: [{listed}]}}\n", "x.yaml"))


def target(text: str) -> Any:
    return next(plan("chi_tieu", f"noi_dung: Hồ sơ trực tuyến, {text}").targets())


def task(text: str) -> Any:
    return next(plan("nhiem_vu", f"{text}, phuc_vu: []").tasks())


def targets(*names: str) -> Any:
    return tuple(plan("chi_tieu", *(f"noi_dung: {name}" for name in names)).targets())


def tasks(*names: str) -> Any:
    return tuple(plan("nhiem_vu", *(f"ten: {name}" for name in names)).tasks())


BASIS = Citation((), text="Nghị quyết số 57-NQ/TW")

# The code, what stands above (or stood before), what the plan has; the mirror is the other way.
CASES: list[tuple[str, Any, Any]] = [
    ("SS001", targets("Số hóa"), ()),
    ("SS003", tasks("Tập huấn"), ()),
    ("SS005", tasks("Tập huấn và tuyên truyền"), tasks("Tập huấn", "Tuyên truyền")),
    ("SS101", target("muc_dat: tối thiểu 80%"), target("muc_dat: tối thiểu 60%")),
    ("SS101", target("muc_dat: không quá 24 giờ"), target("muc_dat: không quá 48 giờ")),
    (
        "SS101",
        task("ten: Làm sạch dữ liệu, san_pham: Tối thiểu 98% dữ liệu"),
        task("ten: Làm sạch dữ liệu, san_pham: Tối thiểu 80% dữ liệu"),
    ),
    ("SS103", target("muc_dat: 80%"), target("ghi_chu: x")),
    ("SS105", target("muc_dat: 82 nhóm"), target("muc_dat: 80%")),
    ("SS106", target("muc_dat: trên 80%"), target("muc_dat: tối thiểu 80%")),
    ("SS106", target("muc_dat: '> 80%'"), target("muc_dat: '>= 80%'")),
    ("SS108", target("muc_dat: 25 hồ sơ/tháng"), target("muc_dat: 25 hồ sơ/năm")),
    ("SS108", target("muc_dat: 80% tổng số hồ sơ"), target("muc_dat: 80% số thủ tục")),
    ("SS201", target("pham_vi: trong phạm vi cấp tỉnh"), target("pham_vi: trong phạm vi cấp xã")),
    ("SS203", target("pham_vi: cấp tỉnh"), target("ghi_chu: x")),
    ("SS205", target("ghi_chu: x"), target("ngoai_tru: văn bản mật")),
    ("SS207", target("ngoai_tru: văn bản mật"), target("ngoai_tru: thủ tục ít phát sinh")),
    ("SS301", target("han: 31/12/2025"), target("han: năm 2026")),
    ("SS301", task("ten: X, thoi_han: tháng 9/2025"), task("ten: X, thoi_han: tháng 10/2025")),
    ("SS303", target("han: 31/12/2025"), target("ghi_chu: x")),
    ("SS305", task("ten: X, thoi_han: tháng 9/2025"), task("ten: X, thoi_han: thường xuyên")),
    ("SS307", task("ten: X, thoi_han: tháng 9/2025"), task("ten: X")),
    ("SS401", target("tu_ngay: 01/7/2025"), target("ghi_chu: x")),
    ("SS403", task("ten: Số hóa tài liệu"), task("ten: Số hóa tài liệu khi có kinh phí")),
    ("SS403", target("muc_dat: 80%"), target("muc_dat: 80% khi đủ điều kiện")),
    ("SS405", target("tu_ngay: 01/7/2025"), target("tu_ngay: 01/9/2025")),
    ("SS501", task("ten: X, chu_tri: [P1]"), task("ten: X, chu_tri: [P2]")),
    ("SS502", task("ten: X, phoi_hop: [P1]"), task("ten: X, phoi_hop: [P1, P2]")),
    ("SS503", task("ten: X, san_pham: Báo cáo"), task("ten: X")),
    ("SS505", task("ten: X, san_pham: Báo cáo"), task("ten: X, san_pham: Sổ theo dõi")),
    ("SS506", task("ten: X, noi_dung: Họp thôn"), task("ten: X, noi_dung: Họp xã")),
    ("SS507", target("han: tháng 9/2025"), target("han: trong tháng 9/2025")),
    ("SS508", task("ten: Tập huấn"), task("ten: Tập huấn cán bộ")),
    ("SS601", BASIS, None),
    ("SS701", ("Nhiệm vụ", "Thể chế"), ("Nhiệm vụ", "Hạ tầng")),
    ("SS702", ("Nhiệm vụ", "Thể chế"), ("Giải pháp", "Thể chế")),
    ("SS703", ("Nhiệm vụ",), None),
    ("SS705", ("Nhiệm vụ",), ("Nhiệm vụ, giải pháp",)),
]
IDS = [f"{code}-{number}" for number, (code, _, _) in enumerate(CASES)]
KINDS = {module.META.code: module for module in all_kinds()}


def codes(above: Any, below: Any, subject: Subject) -> set[str]:
    subject = Subject.ITEM if subject in {Subject.TARGET, Subject.TASK} else subject
    return {one.kind.code for one in find_differences(above, below, subject, versions=True)}


@pytest.mark.parametrize(("code", "above", "below"), CASES, ids=IDS)
def test_a_kind_is_found_and_its_mirror_from_the_other_side(
    code: str, above: Any, below: Any
) -> None:
    kind = KINDS[code].META
    assert code in codes(above, below, kind.subject)
    assert kind.mirror in codes(below, above, kind.subject)
    if kind.mirror != code:
        assert kind.mirror not in codes(above, below, kind.subject)


@pytest.mark.parametrize(("code", "above", "below"), CASES, ids=IDS)
def test_sides_that_are_alike_do_not_differ(code: str, above: Any, below: Any) -> None:
    subject = KINDS[code].META.subject
    for side in (above, below):
        if side and not (subject is Subject.GROUP and len(side) > 1):
            assert codes(side, side, subject) == set()


def test_every_kind_has_a_case() -> None:
    shown = {code for code, _, _ in CASES}
    assert shown | {KINDS[code].META.mirror for code in shown} == set(KINDS)


OPPOSITE = {
    Direction.WEAKER: {Direction.STRICTER},
    Direction.LATER: {Direction.STRICTER},
    Direction.STRICTER: {Direction.WEAKER, Direction.LATER, Direction.UNCLEAR},
    Direction.UNCLEAR: {Direction.UNCLEAR, Direction.STRICTER, Direction.NEUTRAL},
    Direction.NEUTRAL: {Direction.NEUTRAL, Direction.UNCLEAR},
}


@pytest.mark.parametrize("code", sorted(KINDS))
def test_a_kind_is_named_as_its_file_and_mirrored(code: str) -> None:
    module = KINDS[code]
    kind = module.META
    assert Path(module.__file__).stem == f"{code}_{kind.name}".lower().replace("-", "_")
    assert KINDS[kind.mirror].META.mirror == code
    assert KINDS[kind.mirror].META.subject is kind.subject
    assert KINDS[kind.mirror].META.direction in OPPOSITE[kind.direction]
    assert module.__doc__
