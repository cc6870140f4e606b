"""What kehoach renders breaks no rule of the form: profiles, drafts, annexes, many tasks."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kehoach.document import render_docx
from kehoach.document.profile import Part
from kehoach.model.reading import read_plan
from kehoach.source.tree import load
from kehoach.thethuc.checking import check_word
from kehoach.thethuc.norms import NORMS
from kehoach.thethuc.reading.package import open_word

if TYPE_CHECKING:
    from kehoach.thethuc.checking import CheckedWord

ROOT = Path(__file__).parents[2]


def _annexes(count: int, tasks: int) -> Callable[[Any], Any]:
    def change(old: list[dict[str, Any]]) -> list[dict[str, Any]]:
        task = old[0]["nhiem_vu"][0]
        many = [{**task, "ma": f"viec-{n}", "ten": f"Việc thứ {n}"} for n in range(tasks)]
        return [{**old[0], "nhiem_vu": many}, old[1], {**old[1], "ten": "Biểu số liệu"}][:count]

    return change


def _body(tasks: int) -> Callable[[Any], Any]:
    def change(old: list[dict[str, Any]]) -> list[dict[str, Any]]:
        many = [
            {"ma": f"than-{n}", "ten": f"Việc trong bài thứ {n}", "chu_tri": "Công an xã"}
            for n in range(tasks)
        ]
        return [old[0], {"de_muc": "Nhiệm vụ", "nhiem_vu": many}, old[2]]

    return change


MENTIONS = {
    0: "Các đơn vị thực hiện nghiêm Kế hoạch này.",
    1: "Danh mục nhiệm vụ tại Phụ lục kèm theo.",
    3: "Danh mục tại Phụ lục {0}, Phụ lục {1}, Phụ lục {2} kèm theo.",
}
NUMBERS = {"nd30": ("I", "II", "III"), "hd05": ("1", "2", "3")}


@pytest.mark.parametrize("state", ["du_thao", "ban_hanh"])
@pytest.mark.parametrize("tasks", [1, 300])
@pytest.mark.parametrize("annexes", [0, 1, 3])
@pytest.mark.parametrize("name", ["nd30", "hd05"])
def test_nothing_is_found(
    name: str,
    annexes: int,
    tasks: int,
    state: str,
    right: Callable[..., bytes],
    check: "Callable[..., CheckedWord]",
) -> None:
    data = right(
        name,
        van_ban={"trang_thai": state},
        phu_luc=_annexes(annexes, tasks),
        noi_dung=_body(tasks) if not annexes else (lambda old: old),
        ket_thuc=MENTIONS[annexes].format(*NUMBERS[name]),
    )
    checked = check(data)
    assert checked.profile == name
    assert [(one.rule.number, one.text, one.message) for one in checked.findings] == []


def _signed(title: str, **more: str) -> dict[str, str]:
    return {"chuc_vu": title, "ho_ten": "Hồ An", **more}


UNIT = {"co_quan_cap_tren": "UBND xã Hướng Phùng"}
BODY = {"co_quan_cap_tren": "Đảng ủy xã Xuân Hưng"}
BOARD = "Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo"
CENTRE = "Trung tâm Phục vụ hành chính công xã Hướng Phùng"
ISSUERS: dict[str, tuple[str, dict[str, Any]]] = {
    "phong": (
        "nd30",
        {
            **UNIT,
            "co_quan": "Phòng Văn hóa - Xã hội",
            "ky_hieu": "KH-VHXH",
            "nguoi_ky": _signed("Trưởng phòng"),
        },
    ),
    "trung-tam": (
        "nd30",
        {
            **UNIT,
            "co_quan": CENTRE,
            "ky_hieu": "KH-TTPVHCC",
            "nguoi_ky": _signed("Phó Giám đốc", ky_thay="Giám đốc"),
        },
    ),
    "dac-khu": (
        "nd30",
        {
            "co_quan": "Ủy ban nhân dân đặc khu Phú Quốc",
            "nguoi_ky": _signed("Chủ tịch", thay_mat="Ủy ban nhân dân"),
        },
    ),
    "ban-thuong-vu": (
        "hd05",
        {
            "co_quan": "Ban Thường vụ Đảng ủy xã Xuân Hưng",
            "nguoi_ky": _signed("Bí thư", thay_mat="Ban Thường vụ"),
        },
    ),
    "ban-chi-dao": (
        "hd05",
        {
            **BODY,
            "co_quan": BOARD,
            "ky_hieu": "KH/BCĐ",
            "nguoi_ky": _signed("Bí thư", kiem="Trưởng Ban Chỉ đạo"),
        },
    ),
    "thua-lenh": (
        "hd05",
        {"nguoi_ky": _signed("Chánh Văn phòng", thua_lenh="Ban Thường vụ")},
    ),
}


@pytest.mark.parametrize(("name", "header"), ISSUERS.values(), ids=ISSUERS)
def test_whoever_issues(
    name: str,
    header: dict[str, Any],
    right: Callable[..., bytes],
    check: "Callable[..., CheckedWord]",
) -> None:
    found = check(right(name, van_ban=header)).findings
    assert [(one.rule.number, one.text, one.message) for one in found] == []


# What the communes themselves wrote and documents keep: numbers, citations, the line of archives.
OWN_WORDS = {
    "hai-duong": {"N-51", "N-77", "N-92"},
    "hop-minh": {"N-51", "N-75", "N-76", "N-77"},
    "huong-phung": {"N-51", "N-76"},
    "nghia-hanh": {"A-02", "N-77"},
    "xuan-hung": {"P-27", "P-28"},
}


@pytest.mark.parametrize("name", sorted(OWN_WORDS))
def test_published_plans_show_only_their_own_faults(name: str) -> None:
    plan = read_plan(load(ROOT / "plans" / f"{name}.yaml"))
    found = check_word(open_word(render_docx(plan, ROOT), name)).findings
    assert {one.rule.number for one in found} == OWN_WORDS[name]
    assert not any(one.edits for one in found)


@pytest.mark.parametrize("norm", NORMS.values(), ids=NORMS)
def test_profiles_choose_within_their_norms(norm: Any) -> None:
    profile = norm.profile
    for part, sizes in norm.sizes.items():
        assert profile.looks[part].size in sizes
    for side, (low, high) in norm.margins.items():
        assert low <= getattr(profile.page, side) <= high
    text = profile.looks[Part.BODY]
    assert text.first_line in norm.first
    assert text.after >= norm.gap
    low, high = norm.line_exact or norm.line_auto
    assert low <= text.line <= high
    assert text.exact == (norm.line_exact is not None)
    if norm.rule is not None:
        assert norm.rule[0] <= profile.issuer_end <= norm.rule[1]
