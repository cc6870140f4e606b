"""What every output must show: the runner-up of a doubtful pair, what was accepted and why."""

import io
import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import docx
import openpyxl  # type: ignore[import-untyped]  # it has no types
import pytest

from kehoach.cli.comparing import Comparer, Wanted
from kehoach.compare.links import acceptance_edits
from kehoach.compare.sheet import Sheet
from kehoach.output.comparison.docx import comparison_docx
from kehoach.output.comparison.html import comparison_html
from kehoach.output.comparison.json import write_sheets
from kehoach.output.comparison.markdown import rows_page
from kehoach.output.comparison.rows import rows_of
from kehoach.output.comparison.text import format_comparison
from kehoach.output.comparison.xlsx import comparison_xlsx
from kehoach.source.splice import apply
from kehoach.source.tree import load

ROOT = Path(__file__).parents[3]
BODY = """noi_dung:
  - de_muc: A
    chi_tieu:
      - {ma: m-1, noi_dung: Tài liệu lưu trữ lịch sử của xã được số hóa}
      - {ma: m-2, noi_dung: Tài liệu lưu trữ lịch sử của thôn được số hóa}
      - ma: ho-so-truc-tuyen
        noi_dung: Hồ sơ thủ tục hành chính được xử lý trực tuyến
        muc_dat: tối thiểu 60%
        han: 31/12/2025
"""
REASON = "Công văn 15/UBND"


def text(sheet: Sheet) -> str:
    return "\n".join(format_comparison(sheet))


def markdown(sheet: Sheet) -> str:
    return "\n".join(rows_page(rows_of(sheet)))


def html(sheet: Sheet) -> str:
    page = comparison_html([rows_of(sheet)], ROOT)
    found = re.search(r'id="du-lieu" type="application/json">(.*?)</script>', page, re.DOTALL)
    assert found
    return "\n".join([*json.loads(found[1])["chu"], page])


def xlsx(sheet: Sheet) -> str:
    book = openpyxl.load_workbook(io.BytesIO(comparison_xlsx([rows_of(sheet)])))
    lines: Iterable[tuple[object, ...]] = book["Mục"].iter_rows(values_only=True)
    return "\n".join(str(cell) for line in lines for cell in line)


def word(sheet: Sheet) -> str:
    read = docx.Document(io.BytesIO(comparison_docx([rows_of(sheet)], ROOT, None)))
    return "\n".join(cell.text for table in read.tables for row in table.rows for cell in row.cells)


def as_json(sheet: Sheet) -> str:
    return "".join(write_sheets([sheet]))


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    """A sheet with a doubtful pair that has a runner-up, and a lower figure that is accepted."""
    head, _, _ = (ROOT / "plans/xuan-hung.yaml").read_text("utf-8").partition("noi_dung:")
    file = tmp_path / "a.yaml"
    file.write_text(head + BODY, "utf-8")
    source, sheets = load(file), Comparer(Wanted()).compare(file)
    edits, marks = acceptance_edits(source, sheets, "ho-so-truc-tuyen", REASON)
    assert len(marks) == 1
    file.write_text(apply(source, edits), "utf-8")
    (found,) = Comparer(Wanted()).compare(file)
    return found


@pytest.mark.parametrize("draw", [text, markdown, html, xlsx, word], ids=lambda draw: draw.__name__)
def test_runner_up_and_acceptance_are_shown(draw: Callable[[Sheet], str], sheet: Sheet) -> None:
    said = draw(sheet).replace("\\", "")
    assert "mục gần giống khác: m-2: Tài liệu lưu trữ lịch sử của thôn" in said
    assert "khung: 02-kh-bcdtw/so-hoa-luu-tru" in said
    assert "đã chấp nhận: " + REASON in said
    assert "1 đã chấp nhận" in said or draw in {xlsx, word}
    assert "thấp hơn khung trung ương, cần căn cứ của cấp tỉnh (" not in said.lower()


def test_json_has_both_as_well(sheet: Sheet) -> None:
    said = as_json(sheet)
    assert '"other_side": {\n    "code": "m-2"' in said
    assert f'"reason": "{REASON}"' in said
