"""The workbook of a plan: its rows, that texts stay texts, that it is the same every time."""

import io
import zipfile
from pathlib import Path as FilePath
from typing import Any

import openpyxl  # type: ignore[import-untyped]  # no types
import pytest

from kehoach.cli.files import expand
from kehoach.importers.plan_sheet import BASE, GUIDE, PLACES
from kehoach.model.reading import read_plan
from kehoach.output.plan_xlsx import plan_xlsx
from kehoach.source.tree import load, parse

PLANS = FilePath(__file__).parents[2] / "plans"

PLAN = """\
kehoach: 1
don_vi: {ma: "19441", ten: xã A, tinh: tỉnh B}
van_ban:
  the_thuc: nd30
  trang_thai: du_thao
  ten_loai: Kế hoạch
  co_quan: Ủy ban nhân dân xã A
  ky_hieu: KH-UBND
  dia_danh: A
  trich_yeu: Chuyển đổi số
noi_dung:
  - de_muc: Mục tiêu
    chi_tieu:
      - ma: ho-so
        noi_dung: =HYPERLINK("http://example.com","x")
        muc_dat: +80%
        han: "-1"
        ghi_chu: "@SUM(1)"
  - de_muc: Nhiệm vụ
    nhiem_vu:
      - ma: mot
        ten: http://example.com
        noi_dung: [Một đoạn., [gạch một, [gạch hai]]]
        chu_tri: [Công an xã, Phòng Kinh tế]
        thoi_han: 31/12/2025
        phuc_vu: [ho-so]
        nhiem_vu:
          - ma: hai
            ten: "05"
"""


def workbook(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def written(text: str) -> bytes:
    source = parse(text, "vi-du.yaml")
    return plan_xlsx(source, read_plan(source))


def rows(page: Any) -> list[dict[str, Any]]:
    head, *rest = page.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rest]


def test_rows_and_columns() -> None:
    book = workbook(written(PLAN))
    assert [page.title for page in book.worksheets] == [GUIDE, "Nhiệm vụ", "Chỉ tiêu", PLACES, BASE]
    assert [page.sheet_state for page in book.worksheets] == [
        "visible", "visible", "visible", "hidden", "veryHidden",
    ]  # fmt: skip
    first, second = rows(book["Nhiệm vụ"])
    assert first == {
        "Mã": "mot",
        "Mục": "Nhiệm vụ",
        "Tên nhiệm vụ": "http://example.com",
        "Nội dung": "Một đoạn.\n- gạch một\n- - gạch hai",
        "Chủ trì": "Công an xã; Phòng Kinh tế",
        "Phối hợp": None,
        "Thời hạn": "31/12/2025",
        "Sản phẩm": None,
        "Phục vụ chỉ tiêu": "ho-so",
        "Mục của khung": None,
        "Ghi chú": None,
        "Mã gốc": "mot",
    }
    assert (second["Mã"], second["Mục"]) == ("hai", "Nhiệm vụ / http://example.com")
    (target,) = rows(book["Chỉ tiêu"])
    assert (target["Mức đạt"], target["Hạn"]) == ("+80%", "-1")


def test_no_text_is_a_formula_a_number_or_a_link() -> None:
    data = written(PLAN)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        assert len(sheets) == 5
        for name in sheets:
            text = archive.read(name).decode()
            assert "<f>" not in text
            assert "<hyperlink" not in text
    for page in workbook(data).worksheets:
        for row in page.iter_rows():
            for cell in row:
                assert cell.value is None or cell.data_type == "s"
                if page.title in {"Nhiệm vụ", "Chỉ tiêu"}:
                    assert cell.number_format == "@"


def test_the_sheet_is_made_for_reading_and_editing() -> None:
    page = workbook(written(PLAN))["Nhiệm vụ"]
    assert page.freeze_panes == "B2"
    assert page.column_dimensions["L"].hidden
    assert page.column_dimensions["C"].width == pytest.approx(30, abs=1)
    assert page["C2"].alignment.wrap_text
    assert page.row_dimensions[2].height >= 3 * 15  # three paragraphs
    assert page.page_setup.orientation == "landscape"
    assert page.print_area == "'Nhiệm vụ'!$B$1:$I$3"  # neither codes nor links
    assert page["C400"].number_format == "@" or page.column_dimensions["C"].number_format == "@"
    (validation,) = page.data_validations.dataValidation
    assert validation.formula1 == "'Danh mục'!$A$1:$A$3"


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert written(PLAN) == written(PLAN)


@pytest.mark.parametrize("file", [f for f, _ in expand([PLANS])], ids=lambda file: file.stem)
def test_every_item_of_the_plans_is_a_row(file: FilePath) -> None:
    source = load(file)
    plan = read_plan(source)
    book = workbook(plan_xlsx(source, plan))
    assert [r["Mã"] for r in rows(book["Nhiệm vụ"])] == [task.code for task in plan.tasks()]
    assert [r["Mã"] for r in rows(book["Chỉ tiêu"])] == [item.code for item in plan.targets()]


def test_a_text_longer_than_a_cell_is_shown_cut() -> None:
    text = PLAN.replace("thoi_han: 31/12/2025", f"ghi_chu: {'a' * 40_000}")
    first = rows(workbook(written(text))["Nhiệm vụ"])[0]
    assert len(first["Ghi chú"]) == 32_767
    assert first["Ghi chú"].endswith("…")
