"""Changes between versions as files: a page, a workbook, a document."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl  # type: ignore[import-untyped]  # it has no types
import pytest

from kehoach.model.reading import read_plan
from kehoach.output.comparison.minutes import Change, Minutes
from kehoach.output.comparison.minutes_docx import minutes_docx
from kehoach.output.comparison.minutes_html import minutes_html
from kehoach.output.comparison.minutes_text import format_minutes
from kehoach.output.comparison.minutes_xlsx import minutes_xlsx
from kehoach.output.comparison.rows import Side
from kehoach.source.tree import load
from kehoach.thethuc.checking import check_docx

ROOT = Path(__file__).parents[3]
SUMMARY = (
    "1 bổ sung, 1 bỏ, 4 sửa đổi (1 hạ yêu cầu, 2 lùi thời hạn, 1 nâng yêu cầu), 1 đề mục, 1 căn cứ"
)

Browse = Callable[..., str]


@pytest.fixture
def hostile(hostile_texts: tuple[str, ...]) -> Minutes:
    """Minutes whose every text is hostile."""
    changes = []
    for i, text in enumerate(hostile_texts):
        side = Side(f"ma-{i}", text, text, f"plans/{text}.yaml", i + 1)
        changes.append(Change("chi_tieu", f"ma-{i}", text, (text,), side, side))
    first = hostile_texts[0]
    found = dict.fromkeys(
        ("added", "dropped", "later", "stricter", "given", "de_muc", "can_cu"), ()
    )
    changed = {**found, "weaker": tuple(changes), "other": tuple(changes)}
    return Minutes("a", first, first, first, first, first, first, of_two=False, changes=changed)


def test_the_terminal_says_under_headings_what_was_changed(minutes: Minutes) -> None:
    lines = list(format_minutes(minutes))
    headings = [line for line in lines if line.endswith(")") and not line.startswith(" ")]
    assert headings == [
        "Bổ sung (1)", "Bỏ (1)", "Hạ yêu cầu (1)", "Lùi thời hạn (2)", "Nâng yêu cầu (1)",
        "Đề mục (1)", "Căn cứ (1)",
    ]  # fmt: skip
    assert lines[-1] == SUMMARY


def test_a_page_lists_the_changes_and_opens_both_sides(minutes: Minutes, browse: Browse) -> None:
    page = minutes_html([minutes], ROOT)
    script = "document.querySelector('.danh-sach td.weaker').parentElement.click()"
    shown = browse(page, script)
    assert "thay đổi so với bản HEAD~1:plans/xuan-hung.yaml" in shown
    assert SUMMARY in shown
    assert shown.count('<tr tabindex="0">') == 8
    dialog = shown.partition("<dialog")[2]
    assert "tối thiểu 60%" in dialog
    assert "tối thiểu 50%" in dialog
    assert "HEAD~1:plans/xuan-hung.yaml:" in dialog
    assert minutes_html([minutes], ROOT) == page


def test_a_page_of_many_plans_counts_the_changes_of_each(minutes: Minutes, browse: Browse) -> None:
    same = replace(minutes, commune="xã Khác", changes=dict.fromkeys(minutes.changes, ()))
    page = minutes_html([minutes, same], ROOT)
    shown = browse(page)
    assert shown.count("<tr><th><button") == 2
    assert "lùi thời hạn" in shown
    opened = browse(page, "document.querySelector('tbody th button').click()")
    assert opened.count('<tr tabindex="0">') == 8


def test_on_paper_stand_all_changes(minutes: Minutes, browse: Browse) -> None:
    (change,) = minutes.changes["weaker"]
    many = replace(minutes, changes={**minutes.changes, "weaker": (change,) * 300})
    page = minutes_html([many], ROOT)
    assert browse(page).count('<tr tabindex="0">') == 100
    printed = browse(page, "dispatchEvent(new Event('beforeprint'))")
    assert printed.count('<tr tabindex="0">') == 307


def test_a_workbook_has_sums_provinces_and_changes(minutes: Minutes) -> None:
    data = minutes_xlsx([minutes, minutes])
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Tổng hợp", "Theo tỉnh", "Thay đổi"]
    assert [book[name].freeze_panes for name in book.sheetnames] == ["B2", "B2", "D2"]
    assert all(book[name].auto_filter.ref for name in book.sheetnames)
    sums = list(book["Tổng hợp"].iter_rows(min_row=2, values_only=True))
    assert [line[4:] for line in sums] == [(1, 1, 1, 2, 1, 0, 0, 1, 1)] * 2
    provinces = list(book["Theo tỉnh"].iter_rows(min_row=2, values_only=True))
    assert provinces == [("tỉnh Ninh Bình", 2, 2, 2, 2, 4, 2, 0, 0, 2, 2)]
    changes = list(book["Thay đổi"].iter_rows(min_row=2, values_only=True))
    (less, _) = [line for line in changes if line[2] == "Hạ yêu cầu"]
    assert less[3:5] == ("chỉ tiêu", "ho-so-truc-tuyen")
    assert less[6].startswith("tối thiểu 60%")
    assert less[7].startswith("tối thiểu 50%")
    assert book["Thay đổi"].conditional_formatting
    assert data == minutes_xlsx([minutes, minutes])


@pytest.mark.parametrize("plan", ["xuan-hung", "huong-phung", ""], ids=["party", "state", "none"])
def test_a_document_is_a_report_in_the_official_form(
    minutes: Minutes, plan: str, tmp_path: Path
) -> None:
    issuer = read_plan(load(ROOT / f"plans/{plan}.yaml")).document if plan else None
    file = tmp_path / "a.docx"
    file.write_bytes(minutes_docx([minutes], ROOT, issuer))
    assert check_docx(file).findings == ()
    read = docx.Document(io.BytesIO(file.read_bytes()))
    assert any(SUMMARY in paragraph.text for paragraph in read.paragraphs)
    details = [[cell.text for cell in row.cells] for row in read.tables[-1].rows]
    assert sum(line[0] == line[-1] for line in details) == 7  # groups
    assert details[2][:2] == ["1", "chỉ tiêu"]


def test_hostile_texts_stay_texts(hostile_texts: tuple[str, ...], hostile: Minutes) -> None:
    page = minutes_html([hostile], ROOT)
    assert page.count("<script") == page.count("</script>") == 3
    assert "<img" not in page
    cells = [
        cell
        for line in openpyxl.load_workbook(io.BytesIO(minutes_xlsx([hostile])))[
            "Thay đổi"
        ].iter_rows()
        for cell in line
    ]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    read = docx.Document(io.BytesIO(minutes_docx([hostile], ROOT, None)))
    said = " ".join(cell.text for row in read.tables[-1].rows for cell in row.cells)
    assert all(text.split()[0] in said for text in hostile_texts)
