"""The plan that amends another: added items whole, changes and dropped items as sentences."""

from pathlib import Path
from typing import Any

import pytest

from kehoach.compare.versions import compare_versions
from kehoach.document import render_docx
from kehoach.drafting.amendment import draft_amendment
from kehoach.model.library import Library
from kehoach.model.reading import read_plan
from kehoach.rules.checking import check_plan
from kehoach.rules.finding import Level
from kehoach.source.place import SourceError
from kehoach.source.tree import parse
from kehoach.source.writing import write_yaml

ROOT = Path(__file__).parents[2]
OLD = (ROOT / "plans" / "hop-minh.yaml").read_text(encoding="utf-8")


def amend(*changes: tuple[str, str], old: str = OLD, project: Path = ROOT) -> Any:
    new = old
    for before, after in changes:
        assert before in new
        new = new.replace(before, after, 1)
    old_file, new_file = parse(old, "cu.yaml"), parse(new, "moi.yaml")
    versions = compare_versions(read_plan(old_file), read_plan(new_file))
    return draft_amendment(versions, new_file, project).value


def headings(value: Any) -> list[str]:
    return [section["de_muc"] for section in value["noi_dung"]]


def test_the_document_names_what_it_amends() -> None:
    value = amend()
    assert value["van_ban"]["trich_yeu"] == (
        "Sửa đổi, bổ sung Kế hoạch số 05/KH-UBND ngày 11/7/2025 của Ủy ban nhân dân xã Hợp Minh"
    )
    assert value["van_ban"]["trang_thai"] == "du_thao"
    assert value["can_cu"][0]["so_ky_hieu"] == "05/KH-UBND"
    assert value["can_cu"][0]["ngay"] == "2025-07-11"


def test_without_changes_there_are_no_sections_for_them() -> None:
    assert headings(amend()) == ["Tổ chức thực hiện"]


def test_an_added_item_comes_whole_and_serves_only_what_is_there() -> None:
    task = (
        "          - ma: moi\n            ten: Việc mới\n            chu_tri: [Công an xã]\n"
        "            thoi_han: 31/12/2025\n            phuc_vu: [ho-so-truc-tuyen]\n"
    )
    value = amend(("          - ma: tuyen-truyen", f"{task}          - ma: tuyen-truyen"))
    assert headings(value) == ["Bổ sung", "Tổ chức thực hiện"]
    assert value["noi_dung"][0]["nhiem_vu"] == [
        {"ma": "moi", "ten": "Việc mới", "chu_tri": ["Công an xã"], "thoi_han": "31/12/2025"}
    ]


def test_a_change_names_both_states() -> None:
    value = amend(("muc_dat: tối thiểu 80%", "muc_dat: tối thiểu 85%"))
    assert headings(value) == ["Sửa đổi", "Tổ chức thực hiện"]
    ((_, (sentence,)),) = [section["doan"] for section in value["noi_dung"][:1]]
    assert sentence.startswith("Chỉ tiêu “Hồ sơ thủ tục hành chính")
    assert sentence.endswith("”: mức đạt tối thiểu 85% (trước đây: tối thiểu 80%)")


def test_a_dropped_item_is_named() -> None:
    start = OLD.index("          - ma: cong-nghe-moi")
    end = OLD.index("  - de_muc: Nhiệm vụ, giải pháp trọng tâm")
    value = amend((OLD[start:end], ""))
    assert headings(value) == ["Bãi bỏ", "Tổ chức thực hiện"]
    assert value["noi_dung"][0]["doan"][1][0].startswith("Chỉ tiêu “")


def test_a_party_document_is_named_in_its_own_way() -> None:
    party = (ROOT / "plans" / "xuan-hung.yaml").read_text(encoding="utf-8")
    value = amend(("muc_dat: 10%", "muc_dat: 30%"), old=party)
    assert "Kế hoạch số …-KH/ĐU ngày 14/8/2025" in value["van_ban"]["trich_yeu"]
    assert value["van_ban"]["co_quan_cap_tren"] == "Đảng bộ tỉnh Ninh Bình"


@pytest.mark.parametrize("name", ["hop-minh", "xuan-hung", "nghia-hanh"])
def test_it_validates_with_notes_only_and_renders(name: str) -> None:
    old = (ROOT / "plans" / f"{name}.yaml").read_text(encoding="utf-8")
    value = amend(("thường xuyên", "tháng 12/2026"), ("- ma: ", "- ma: khac-"), old=old)
    plan = read_plan(parse(write_yaml(value), "x.yaml"))
    found = check_plan(plan, Library(ROOT).framework).certain
    # The units of the old plan are kept as they were accepted there.
    known = {acceptance.code for acceptance in read_plan(parse(old, "x.yaml")).acceptances}
    assert {one.rule.code for one in found if one.rule.level is not Level.NOTE} <= known
    assert render_docx(plan, ROOT)


def test_a_wrong_template_is_refused_at_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "van-ban"
    folder.mkdir(parents=True)
    words = (ROOT / "templates/van-ban/sua-doi.yaml").read_text(encoding="utf-8")
    (folder / "sua-doi.yaml").write_text(words.replace("{co_quan}", "{coquan}"), "utf-8")
    with pytest.raises(SourceError, match=r"không có chữ thay cho \{coquan\}"):
        amend(project=tmp_path)
