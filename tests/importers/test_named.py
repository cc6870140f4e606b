"""A Word file of this program that a person edited: the visible text wins, no word is lost."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from kehoach.document import render_docx
from kehoach.importers.draft import Imported, plain
from kehoach.importers.readers import read_source
from kehoach.importers.recognition import recognise
from kehoach.model.reading import read_plan
from kehoach.source.tree import parse

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

ROOT = Path(__file__).parents[2]
PLAN = """\
kehoach: 1
don_vi: {ma: "19441", ten: xã Hướng Phùng, tinh: tỉnh Quảng Trị}
van_ban:
  the_thuc: nd30
  trang_thai: du_thao
  ten_loai: Kế hoạch
  co_quan: Ủy ban nhân dân xã Hướng Phùng
  ky_hieu: KH-UBND
  dia_danh: Hướng Phùng
  trich_yeu: Chuyển đổi số
noi_dung:
  - de_muc: Mục tiêu đến 31/12/2025
    chi_tieu:
      - {ma: a, noi_dung: Hồ sơ xử lý trực tuyến, muc_dat: tối thiểu 80%, han: 31/12/2025}
  - de_muc: Nhiệm vụ
    nhiem_vu:
      - {ma: b, ten: Tuyên truyền, chu_tri: [Công an xã], thoi_han: năm 2026}
phu_luc:
  - ten: Danh mục
    nhiem_vu:
      - {ma: c, ten: Số hóa, chu_tri: [Công an xã], thoi_han: năm 2026}
"""


@pytest.fixture
def edited(tmp_path: Path) -> Callable[[Callable[["Document"], None]], Imported]:
    """Render the plan, edit it as Word would, and bring it in."""

    def bring_in(edit: Callable[["Document"], None]) -> Imported:
        plan = read_plan(parse(PLAN, "vi-du.yaml"))
        document = docx.Document(io.BytesIO(render_docx(plan, ROOT)))
        edit(document)
        file = tmp_path / "vi-du.docx"
        document.save(str(file))
        return recognise(read_source(file, file.name))

    return bring_in


def paragraph(document: "Document", words: str) -> "Paragraph":
    return next(one for one in document.paragraphs if words in one.text)


def test_words_changed_inside_a_value_are_the_value(edited: Callable[..., Imported]) -> None:
    def edit(document: "Document") -> None:
        for run in paragraph(document, "Hồ sơ xử lý").runs:
            run.text = run.text.replace("80%", "85%").replace(
                "Hồ sơ xử lý", "Hồ sơ được giải quyết"
            )

    (target,) = plain(edited(edit).draft)["noi_dung"][0]["chi_tieu"]
    assert target["noi_dung"] == "Hồ sơ được giải quyết trực tuyến"
    assert (target["muc_dat"], target["han"]) == ("tối thiểu 85%", "31/12/2025")


def test_words_between_values_keep_the_whole_sentence(edited: Callable[..., Imported]) -> None:
    def edit(document: "Document") -> None:
        paragraph(document, "Hồ sơ xử lý").add_run(" Giao Phòng Kinh tế theo dõi.")

    imported = edited(edit)
    piece = imported.draft["noi_dung"][0]["chi_tieu"][0]["noi_dung"]
    assert piece.text.endswith("tối thiểu 80%. Giao Phòng Kinh tế theo dõi")
    assert "giữ nguyên cả câu" in piece.note


def test_added_paragraphs_stay_where_they_stand(edited: Callable[..., Imported]) -> None:
    def edit(document: "Document") -> None:
        deadline = paragraph(document, "Thời hạn: năm 2026")
        deadline.insert_paragraph_before("- Phối hợp: Phòng Kinh tế; Trạm Y tế.")
        deadline.insert_paragraph_before("Làm trước ở hai thôn.")

    (task,) = plain(edited(edit).draft)["noi_dung"][1]["nhiem_vu"]
    assert task["chu_tri"] == ["Công an xã"]
    assert task["phoi_hop"] == ["Phòng Kinh tế", "Trạm Y tế"]
    assert task["noi_dung"] == ["Làm trước ở hai thôn."]
    assert task["thoi_han"] == "năm 2026"


def test_an_added_row_is_read_by_the_headings(edited: Callable[..., Imported]) -> None:
    def edit(document: "Document") -> None:
        cells = document.tables[-1].add_row().cells  # type: ignore[no-untyped-call]  # python-docx
        texts = ("2", "Lập tổ giúp việc", "Quyết định", "tháng 9/2025", "Phòng Kinh tế", "")
        for cell, text in zip(cells, texts, strict=True):
            cell.text = text

    (annex,) = plain(edited(edit).draft)["phu_luc"]
    added = annex["nhiem_vu"][1]
    assert added["ten"] == "Lập tổ giúp việc"
    assert (added["chu_tri"], added["san_pham"]) == (["Phòng Kinh tế"], "Quyết định")
    assert added["thoi_han"] == "tháng 9/2025"


def test_without_its_styles_it_is_read_as_any_other(edited: Callable[..., Imported]) -> None:
    def edit(document: "Document") -> None:
        for one in document.paragraphs:
            for run in one.runs:
                run.style = None

    (task,) = plain(edited(edit).draft)["noi_dung"][1]["nhiem_vu"]
    assert (task["ten"], task["chu_tri"]) == ("Tuyên truyền", ["Công an xã"])
