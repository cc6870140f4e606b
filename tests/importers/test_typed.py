"""What is recognised is read off the text as it should be written; the plan has it as typed."""

import unicodedata
from pathlib import Path
from typing import Literal

import docx
import pytest

from kehoach.importers.blocks import Line, Origin
from kehoach.importers.draft import plain
from kehoach.importers.passages import joined, passage
from kehoach.importers.readers import read_source
from kehoach.importers.readers.decoding import DECOMPOSED
from kehoach.importers.recognition import recognise

LINES = (
    "UỶ BAN NHÂN DÂN",
    "XÃ HƯỚNG PHÙNG",
    "Số:      /KH-UBND",
    "KẾ HOẠCH",
    "Thực hiện chuyển đổi số năm 2025",
    "I. MỤC ĐÍCH,  YÊU CẦU",
    "- Tối thiểu  80% hồ sơ được xử lý trực tuyến;",
    "II. NHIỆM VỤ, GIẢI PHÁP",
    "1. Số hoá tài liệu của HĐND và Uỷ ban nhân dân xã",
    "Chủ  trì: Phòng Văn hoá - Xã hội; Đảng uỷ xã",
    "Phối hợp:  Uỷ ban MTTQ Việt Nam xã và các  thôn",
    "Thời  hạn: trước ngày  31/12/2025",
    "III. TỔ CHỨC THỰC HIỆN",
    "1. Đảng uỷ xã",
    "Đôn đốc việc làm     sạch dữ liệu.",
    "Nơi nhận:",
    "- Đảng uỷ xã;       (b/c)",
    "- Lưu: VT.",
    "TM. UỶ BAN NHÂN DÂN",
    "CHỦ TỊCH",
    "Phạm Huy Văn",
)


def line(text: str, *, typed: bool = True) -> Line:
    return Line(text, Origin("go.docx", 0, 1), typed=typed)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_word_file_comes_in_as_typed(tmp_path: Path, form: Literal["NFC", "NFD"]) -> None:
    made = docx.Document()
    for text in LINES:
        made.add_paragraph(unicodedata.normalize(form, text))
    made.save(str(tmp_path / "go.docx"))
    read = recognise(read_source(tmp_path / "go.docx", "go.docx"))
    assert (DECOMPOSED in read.notes) is (form == "NFD")
    draft = plain(read.draft)
    assert draft["van_ban"]["co_quan"] == "Uỷ ban nhân dân xã Hướng Phùng"
    assert draft["van_ban"]["nguoi_ky"]["thay_mat"] == "Uỷ ban nhân dân"
    assert draft["van_ban"]["noi_nhan"][0] == "Đảng uỷ xã (b/c)"
    aims, tasks, duties = draft["noi_dung"]
    assert aims["de_muc"] == "Mục đích,  yêu cầu"
    assert aims["doan"] == [["Tối thiểu  80% hồ sơ được xử lý trực tuyến;"]]
    (task,) = tasks["nhiem_vu"]
    assert task == {
        "ma": "so-hoa-tai-lieu-cua",
        "ten": "Số hoá tài liệu của HĐND và Uỷ ban nhân dân xã",
        "chu_tri": ["Phòng Văn hoá - Xã hội", "Đảng uỷ xã"],
        "phoi_hop": ["Uỷ ban MTTQ Việt Nam xã", "các  thôn"],
        "thoi_han": "trước ngày  31/12/2025",
    }
    (duty,) = duties["muc"]
    assert duty["don_vi"] == ["Đảng uỷ xã"]
    # Wider than anybody types: layout.
    assert duty["doan"] == ["Đôn đốc việc làm sạch dữ liệu."]


def test_spaces_that_layout_makes_are_one() -> None:
    assert passage(line("số hoá  dữ liệu", typed=False)).piece().text == "số hoá dữ liệu"
    assert passage(line("Hạn\u00a0\u00a0cuối \tnăm")).piece().text == "Hạn cuối năm"


def test_stretches_are_as_typed() -> None:
    whole = joined([passage(line("Số hoá  hồ sơ")), passage(line("của Uỷ ban  xã"))])
    assert whole.text == "Số hóa hồ sơ của Ủy ban xã"
    assert whole.piece().text == "Số hoá  hồ sơ của Uỷ ban  xã"
    assert whole.cut(13).piece().text == "của Uỷ ban  xã"
    assert whole.cut(0, 6).piece().text == "Số hoá"
    assert whole.reworded("hồ sơ của ủy ban").text == "hồ sơ của uỷ ban"
    assert whole.reworded("không có ở đây: hóa").text == "không có ở đây: hóa"


def test_decomposed_text_is_composed_and_said_so(tmp_path: Path) -> None:
    file = tmp_path / "tach.txt"
    file.write_text(unicodedata.normalize("NFD", "\n".join(LINES)), encoding="utf-8")
    read = read_source(file, file.name)
    assert read.notes == (DECOMPOSED,)
    assert all(
        unicodedata.is_normalized("NFC", one.text) for one in read.blocks if isinstance(one, Line)
    )
