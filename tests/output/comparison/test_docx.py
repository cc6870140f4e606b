"""Comparisons as an official document, read back with python-docx."""

import io
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_ORIENT

from kehoach.model.reading import read_plan
from kehoach.output.comparison.docx import comparison_docx
from kehoach.output.comparison.rows import Rows
from kehoach.source.tree import load
from kehoach.thethuc.checking import check_docx

PORTRAIT, LANDSCAPE = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE
ROOT = Path(__file__).parents[3]

RowsOf = Callable[..., tuple[Rows, ...]]


def test_one_plan_is_set_against_the_framework_item_by_item(plans: RowsOf) -> None:
    issuer = read_plan(load(ROOT / "plans/xuan-hung.yaml")).document
    rows = plans("xuan-hung")
    read = docx.Document(io.BytesIO(comparison_docx(rows, ROOT, issuer)))
    texts = [paragraph.text for paragraph in read.paragraphs]
    assert any("28 mục bắt buộc với cấp xã: 3 thấp hơn, 19 thiếu, 6 bằng" in text for text in texts)
    header, sums, closing, details = read.tables
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in header.rows[0].cells[-1].text
    assert [cell.text for cell in sums.rows[1].cells][2:] == ["3", "0", "19", "0", "0", "6", "0"]
    assert closing.rows[0].cells[-1].text.startswith("T/M BAN THƯỜNG VỤ")
    groups = len(list(rows[0].blocks()))
    assert len(details.rows) == 1 + groups + len(rows[0].rows)
    assert [section.orientation for section in read.sections] == [PORTRAIT, LANDSCAPE]


def test_of_many_plans_each_item_says_who_has_less_and_who_lacks_it(plans: RowsOf) -> None:
    rows = plans("xuan-hung", "huong-phung", "hai-duong")
    read = docx.Document(io.BytesIO(comparison_docx(rows, ROOT, None)))
    lines = [[cell.text for cell in row.cells] for row in read.tables[-1].rows]
    assert len(lines) == 1 + 28
    (files,) = [line for line in lines if line[1].startswith("Hồ sơ thủ tục hành chính")]
    assert files[3:5] == ["2", "1: xã Xuân Hưng (tối thiểu 60%; hạn trước 31/12/2025)"]


@pytest.mark.parametrize("names", [("xuan-hung",), ("huong-phung",), ("xuan-hung", "hai-duong")])
def test_it_is_a_report_in_the_official_form(
    plans: RowsOf, names: tuple[str, ...], tmp_path: Path
) -> None:
    plan = ROOT / f"plans/{names[0]}.yaml"
    issuer = read_plan(load(plan)).document if len(names) == 1 else None
    file = tmp_path / "a.docx"
    file.write_bytes(comparison_docx(plans(*names), ROOT, issuer))
    assert check_docx(file).findings == ()


@pytest.mark.parametrize("count", [1, 2], ids=["one", "many"])
def test_hostile_texts_stay_texts(
    hostile_texts: tuple[str, ...], hostile: Rows, count: int
) -> None:
    read = docx.Document(io.BytesIO(comparison_docx([hostile] * count, ROOT, None)))
    said = " ".join(cell.text for row in read.tables[-1].rows for cell in row.cells)
    assert all(text.split()[0] in said for text in hostile_texts)
