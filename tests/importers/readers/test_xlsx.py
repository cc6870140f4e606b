import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl  # type: ignore[import-untyped]  # has no types
import pytest
import xlsxwriter  # type: ignore[import-untyped]  # has no types
from hypothesis import given
from hypothesis import strategies as st

from kehoach.importers.blocks import SourceText, Table
from kehoach.importers.readers import read_source
from kehoach.importers.readers.sheet.formats import show_number
from kehoach.source.place import SourceError

Grid = list[list[str]]


def table(source: SourceText, index: int = 0) -> Table:
    found = source.blocks[index]
    assert isinstance(found, Table)
    return found


def texts(found: Table) -> Grid:
    return [["\n".join(line.text for line in cell.lines) for cell in row] for row in found.rows]


def save(book: Any, folder: Path) -> Path:
    file = folder / "phu-luc.xlsx"
    book.save(file)
    return file


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [
        ("0.8", "0%", "80%"),
        ("0.805", "0.0%", "80,5%"),
        ("0.8", "0.00%", "80,00%"),
        ("25", "General", "25"),
        ("1139", "#,##0", "1.139"),
        ("1234567.5", "#,##0.00", "1.234.567,50"),
        ("59.7", "General", "59,7"),
        ("0.1", "General", "0,1"),
        ("0.30000000000000004", "General", "0,3"),
        ("1E-3", "General", "0,001"),
        ("1E+3", "General", "1000"),
        ("5", "00", "05"),
        ("-5", "0;(0)", "(5)"),
        ("-5", "0", "-5"),
        ("25", '0" hồ sơ"', "25 hồ sơ"),
        ("25", '"Trên "0\\%', "Trên 25%"),
        ("1500", '#,##0 "đồng"', "1.500 đồng"),
        ("1500", "#,##0 [$đ-42A]", "1.500 đ"),
        ("46022", "dd/mm/yyyy", "31/12/2025"),
        ("46022", "[$-42A]d mmmm yyyy;@", "31/12/2025"),
        ("46022", "m/d/yy", "31/12/2025"),
        ("46022", "mm/yyyy", "12/2025"),
        ("46022", "yyyy", "2025"),
        ("46022.5", "dd/mm/yyyy hh:mm", "31/12/2025 12:00"),
        ("1", "dd/mm/yyyy", "01/01/1900"),
        ("-1", "dd/mm/yyyy", "-1"),
        ("99999999", "dd/mm/yyyy", "99999999"),
        ("3", '"Ngày "0', "Ngày 3"),
        ("1.5", "[h]:mm", "36:00"),
        ("0", '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "-"),
        ("1500", '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "1.500"),
        ("0.5", "# ?/?", "0,5"),
        ("12000", "0.00E+00", "12000"),
        ("nan", "0%", "nan"),
        ("abc", "0%", "abc"),
    ],
)
def test_numbers_as_they_are_shown(number: str, code: str, shown: str) -> None:
    assert show_number(number, code) == shown


@given(
    st.text(alphabet="0123456789.eE+-", max_size=12),
    st.text(alphabet='0#?,.%;"ymdhs[]_*@/ Eđ\\', max_size=12),
)
def test_any_number_and_format_is_shown(number: str, code: str) -> None:
    assert isinstance(show_number(number, code), str)


def test_days_may_count_from_1904() -> None:
    assert show_number("44560", "dd/mm/yyyy", from_1904=True) == "31/12/2025"


def test_a_sheet_of_openpyxl(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Phụ lục"
    sheet["B2"] = "DANH MỤC NHIỆM VỤ"
    sheet.merge_cells("B2:D2")
    sheet["B2"].alignment = openpyxl.styles.Alignment(horizontal="center")
    sheet["B2"].font = openpyxl.styles.Font(bold=True)
    sheet.append([None, "TT", "Nhiệm vụ", "Thời hạn"])
    sheet.append([None, 1, "Số hóa hồ sơ\nlưu trữ", dt.date(2025, 12, 31)])
    sheet.append([None, None, "Công khai", 0.8])
    sheet["D4"].number_format, sheet["D5"].number_format = "dd/mm/yyyy", "0%"
    sheet.merge_cells("B4:B5")
    found = table(read_source(save(book, tmp_path), "pl.xlsx"))
    assert texts(found) == [
        ["DANH MỤC NHIỆM VỤ"],
        ["TT", "Nhiệm vụ", "Thời hạn"],
        ["1", "Số hóa hồ sơ\nlưu trữ", "31/12/2025"],
        ["Công khai", "80%"],
    ]
    assert [[(c.column, c.columns, c.rows) for c in row] for row in found.rows] == [
        [(0, 3, 1)],
        [(0, 1, 1), (1, 1, 1), (2, 1, 1)],
        [(0, 1, 2), (1, 1, 1), (2, 1, 1)],
        [(1, 1, 1), (2, 1, 1)],
    ]
    title = found.rows[0][0].lines[0]
    assert (title.bold, title.centred) == (True, True)
    assert (title.origin.file, title.origin.page, title.origin.line) == ("pl.xlsx", 1, 2)


def test_a_workbook_of_xlsxwriter(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(file))
    shown, hidden = book.add_worksheet("Nhiệm vụ"), book.add_worksheet("Danh mục")
    share = book.add_format({"num_format": "0%", "italic": True})
    shown.write_row(0, 0, ["Tên", "Mức đạt"])
    shown.write(1, 0, "Hồ sơ trực tuyến")
    shown.write_formula(1, 1, "=4/5", share, 0.8)
    shown.write_rich_string(2, 0, "Phòng ", book.add_format({"bold": True}), "Kinh tế")
    shown.write_blank(2, 1, None, share)
    shown.write(4, 0, "Dưới hàng trống")
    shown.set_row(4, None, None, {"hidden": True})
    shown.write_comment(1, 0, "xem lại", {"author": ""})
    hidden.write(0, 0, "Ẩn")
    hidden.hide()
    book.close()
    source = read_source(file, "a.xlsx")
    assert texts(table(source)) == [
        ["Tên", "Mức đạt"],
        ["Hồ sơ trực tuyến", "80%"],
        ["Phòng Kinh tế", ""],
        ["Dưới hàng trống", ""],
    ]
    assert table(source).rows[1][1].lines[0].italic
    assert len(source.blocks) == 1
    assert [(one.text, one.reason) for one in source.left_out] == [
        ("Nhiệm vụ", "tên trang tính"),
        ("xem lại", "ý kiến ghi trong ô"),
        ("Danh mục", "tên trang tính"),
        ("Ẩn", "trang tính ẩn"),
    ]
    assert any("hàng ẩn" in note and "5" in note for note in source.notes)
    assert any("“Danh mục” đang ẩn" in note for note in source.notes)


def test_each_sheet_is_a_table(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for title in ("Một", "Hai", "Trống"):
        book.create_sheet(title)
        if title != "Trống":
            book[title]["A1"] = title
    source = read_source(save(book, tmp_path), "x")
    assert [texts(table(source, i)) for i in range(len(source.blocks))] == [[["Một"]], [["Hai"]]]


def test_formulas_without_results_are_named(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet["A1"], sheet["A2"] = "Tổng", "=1+1"
    source = read_source(save(book, tmp_path), "x")
    assert texts(table(source)) == [["Tổng"]]
    assert any("A2" in note for note in source.notes)


def refusal(file: Path) -> str:
    with pytest.raises(SourceError) as caught:
        read_source(file, "x")
    assert caught.value.faults[0].code == "KH001"
    return caught.value.faults[0].message


def sheet_file(folder: Path, sheet: str) -> Path:
    book = openpyxl.Workbook()
    file = save(book, folder)
    with zipfile.ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = sheet.encode()
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    file.write_bytes(data.getvalue())
    return file


S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.mark.parametrize(
    ("sheet", "message"),
    [
        pytest.param("<a", "tệp hỏng", id="xml-hong"),
        pytest.param("<!DOCTYPE a><a/>", "DTD", id="dtd"),
        pytest.param(f"<worksheet xmlns='{S}'/>", "không có ô nào", id="trong"),
        pytest.param(
            f"<worksheet xmlns='{S}'><sheetData><row r='1048576'><c r='A1048576'><v>1</v></c></row>"
            "</sheetData></worksheet>",
            "quá lớn",
            id="hang-cuoi",
        ),
        pytest.param(
            f"<worksheet xmlns='{S}'><sheetData><row><c r='XFD1'><v>1</v></c></row></sheetData>"
            "</worksheet>",
            "quá lớn",
            id="cot-cuoi",
        ),
    ],
)
def test_hostile_sheets(tmp_path: Path, sheet: str, message: str) -> None:
    assert message in refusal(sheet_file(tmp_path, sheet))


def test_merged_cells_without_end_are_cut_to_the_text(tmp_path: Path) -> None:
    merges = "".join(f"<mergeCell ref='A{i}:XFD1048576'/>" for i in range(1, 2000))
    sheet = (
        f"<worksheet xmlns='{S}'><sheetData><row><c t='inlineStr'><is><t>Một</t></is></c>"
        f"<c t='s'><v>99</v></c></row></sheetData><mergeCells>{merges}</mergeCells></worksheet>"
    )
    assert texts(table(read_source(sheet_file(tmp_path, sheet), "x"))) == [["Một"]]


@pytest.mark.parametrize("name", ["a.xls", "a.xlsm", "a.xlsb", "a.ods"])
def test_other_spreadsheets_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert "không đọc dạng này" in refusal(tmp_path / name)
