"""Bases, opening paragraphs and the head, as texts have them."""

from pathlib import Path
from typing import Any

import pytest

from kehoach.importers.draft import Imported, plain
from kehoach.importers.readers import read_source
from kehoach.importers.recognition import recognise

HEAD = "ỦY BAN NHÂN DÂN\nXÃ HƯỚNG PHÙNG\n\nSố: 05/KH-UBND\n\nKẾ HOẠCH\nChuyển đổi số\n\n"
BODY = "\n\nI. MỤC TIÊU\n\n- Tối thiểu 80% hồ sơ được xử lý trực tuyến.\n"
PLAN_02 = {
    "ten_loai": "Kế hoạch", "so_ky_hieu": "02-KH/BCĐTW", "ngay": "2025-06-19",
    "co_quan": "Ban Chỉ đạo Trung ương",
}  # fmt: skip
CITED = "Kế hoạch số 02-KH/BCĐTW ngày 19/6/2025 của Ban Chỉ đạo Trung ương"
ISSUES = "Ủy ban nhân dân xã Hướng Phùng ban hành Kế hoạch như sau:"


def bring_in(text: str, folder: Path, name: str = "a.txt") -> Imported:
    (folder / name).write_text(text, "utf-8")
    return recognise(read_source(folder / name, name))


@pytest.mark.parametrize(
    ("opening", "bases", "said"),
    [
        pytest.param(f"Căn cứ {CITED}, {ISSUES}", [PLAN_02], [ISSUES], id="mot-can-cu"),
        pytest.param(
            f"Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025; {CITED}, {ISSUES}",
            ["Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025", PLAN_02],
            [ISSUES],
            id="hai-can-cu",
        ),
        pytest.param(
            "Căn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về khoa học; công nghệ;"
            f" và {CITED}.",
            [
                {
                    "ten_loai": "Nghị quyết", "so_ky_hieu": "57-NQ/TW", "ngay": "2024-12-22",
                    "co_quan": "Bộ Chính trị", "trich_yeu": "về khoa học; công nghệ",
                },
                PLAN_02,
            ],
            [],
            id="cham-phay-trong-ten",
        ),
        pytest.param(f"Thực hiện {CITED}, {ISSUES}", [], [f"Thực hiện {CITED}, {ISSUES}"],
                     id="thuc-hien"),
    ],
)  # fmt: skip
def test_bases_in_an_opening_sentence(
    opening: str, bases: list[Any], said: list[str], tmp_path: Path
) -> None:
    imported = bring_in(f"{HEAD}{opening}{BODY}", tmp_path)
    draft = plain(imported.draft)
    assert draft.get("can_cu", []) == bases
    assert draft.get("mo_dau", []) == said
    assert not any("không tìm lại được" in note for note in imported.notes)


@pytest.mark.parametrize(
    ("issuer", "province"),
    [
        ("ỦY BAN NHÂN DÂN\nTỈNH CAO BẰNG", "tỉnh Cao Bằng"),
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG", "thành phố Hải Phòng"),
        ("TỈNH ỦY QUẢNG TRỊ", "tỉnh Quảng Trị"),
    ],
)
def test_a_plan_of_a_province_says_so(issuer: str, province: str, tmp_path: Path) -> None:
    text = (
        f"{issuer}\n\nSố: 7/KH\n\nKẾ HOẠCH\nVề rừng\n\nI. MỤC TIÊU\n\nGiữ rừng ở xã Hướng Phùng.\n"
    )
    draft = bring_in(text, tmp_path).draft
    assert plain(draft["don_vi"]) == {"ten": "xã […]", "tinh": province}
    assert f"văn bản của {province}" in draft["don_vi"]["ten"].note
    assert [one["ma"].text for one in draft["chap_nhan"]] == ["KH501", "KH502"]


def test_the_subject_ends_before_a_bold_heading(tmp_path: Path) -> None:
    text = "**KẾ HOẠCH**\n\n**Tủ sách cộng đồng**\n\n**Mục đích**\n\nNgười dân có nơi đọc sách.\n"
    draft = plain(bring_in(text, tmp_path, "a.md").draft)
    assert draft["van_ban"]["trich_yeu"] == "Tủ sách cộng đồng"
    assert [section["de_muc"] for section in draft["noi_dung"]] == ["Mục đích"]


def test_a_subject_of_two_bold_lines(tmp_path: Path) -> None:
    text = "**KẾ HOẠCH**\n\n**Tủ sách cộng đồng của**\n\n**Nhân dân xã**\n\n**Mục đích**\n\nĐọc.\n"
    draft = plain(bring_in(text, tmp_path, "a.md").draft)
    assert draft["van_ban"]["trich_yeu"] == "Tủ sách cộng đồng của Nhân dân xã"
