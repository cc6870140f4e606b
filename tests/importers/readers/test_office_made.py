"""A Word file that LibreOffice wrote, with what people's files have and ours do not."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from kehoach.importers.draft import Imported, plain
from kehoach.importers.readers import read_source
from kehoach.importers.recognition import recognise

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="cần LibreOffice")


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    folder = tmp_path_factory.mktemp("office")
    profile = f"-env:UserInstallation={(folder / 'lo').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML"]
    source = Path(__file__).with_name("van-phong.fodt")
    subprocess.run(
        [*command, "--outdir", str(folder), str(source)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return recognise(read_source(folder / "van-phong.docx", "van-phong.docx"))


@pytest.fixture(scope="module")
def draft(imported: Imported) -> Any:
    return plain(imported.draft)


def test_no_word_is_lost(imported: Imported) -> None:
    assert not [note for note in imported.notes if "không tìm lại được" in note]


def test_automatic_numbers_make_the_sections(draft: Any) -> None:
    goals, work, given = draft["noi_dung"]
    assert [part["de_muc"] for part in (goals, work, given)] == [
        "Mục tiêu", "Nhiệm vụ", "Phân công",
    ]  # fmt: skip
    assert not any("so_muc" in part for part in (goals, work, given))
    assert [target["so_muc"] for target in goals["chi_tieu"]] == ["1", "2"]
    seeds, planting = work["muc"]
    assert seeds["doan"] == ["a) Gieo ươm 90.000 cây con.", "b) Kiểm tra vườn ươm."]
    (task,) = planting["nhiem_vu"]
    assert (task["chu_tri"], task["thoi_han"]) == (["Hạt Kiểm lâm khu vực"], "tháng 8/2026")


def test_tracked_changes_are_taken_as_accepted(imported: Imported, draft: Any) -> None:
    assert draft["noi_dung"][0]["chi_tieu"][0]["muc_dat"] == "tối thiểu 62%"
    assert [one.text for one in imported.left_out if "đã xóa" in one.reason] == ["sáu mươi"]


def test_footnotes_and_text_boxes_stay_at_their_place(draft: Any) -> None:
    assert draft["mo_dau"][0] == "[1] Có hiệu lực từ 01/01/2019."
    (task,) = draft["noi_dung"][1]["muc"][1]["nhiem_vu"]
    assert "Ô chữ: trồng theo băng." in task["noi_dung"]


def test_merged_cells_hold_for_each_row(draft: Any) -> None:
    tasks = draft["noi_dung"][2]["muc"][0]["nhiem_vu"]
    assert [(task["ten"], task["chu_tri"], task["phoi_hop"]) for task in tasks] == [
        ("Đo đạc diện tích", ["Phòng Kinh tế"], ["Các thôn"]),
        ("Nghiệm thu", ["Phòng Kinh tế"], ["Hạt Kiểm lâm khu vực"]),
    ]
