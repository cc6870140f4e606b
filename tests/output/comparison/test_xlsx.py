"""Comparisons as a workbook, read back."""

import io
from collections.abc import Callable
from typing import Any

import openpyxl  # type: ignore[import-untyped]  # it has no types

from kehoach.output.comparison.rows import Rows
from kehoach.output.comparison.xlsx import comparison_xlsx

RowsOf = Callable[..., tuple[Rows, ...]]

NAMES = ("xuan-hung", "huong-phung", "hai-duong")


def book(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_every_view_is_a_sheet_with_frozen_panes_and_a_filter(plans: RowsOf) -> None:
    read = book(comparison_xlsx(plans(*NAMES)))
    assert read.sheetnames == ["Tổng hợp", "Theo tỉnh", "Mục", "Bảng"]
    assert [read[name].freeze_panes for name in read.sheetnames] == ["B2", "B2", "E2", "C2"]
    assert all(read[name].auto_filter.ref for name in read.sheetnames)
    assert read["Mục"].conditional_formatting
    assert read["Bảng"].conditional_formatting


def test_the_sheets_say_what_the_rows_say(plans: RowsOf) -> None:
    many = plans(*NAMES)
    read = book(comparison_xlsx(many))
    sums = list(read["Tổng hợp"].iter_rows(min_row=2, values_only=True))
    assert [line[0] for line in sums] == [rows.commune for rows in many]
    assert sums[0][4:] == (28, 3, 0, 19, 0, 0, 6, 0)
    items = list(read["Mục"].iter_rows(min_row=2, values_only=True))
    assert len(items) == sum(len(rows.rows) for rows in many)
    less = [line for line in items if line[9] == "thấp hơn"]
    assert {line[3] for line in less} == {"tthc-phi-dia-gioi", "ho-so-truc-tuyen", "so-hoa-luu-tru"}
    matrix = list(read["Bảng"].iter_rows(values_only=True))
    column = matrix[0].index("ho-so-truc-tuyen")
    assert [line[column] for line in matrix[1:]] == ["thấp hơn", "cao hơn", "bằng"]
    assert matrix[0][2:].index("ho-so-truc-tuyen") < matrix[0][2:].index("to-chuc-thuc-hien")


def test_texts_are_no_formulas_and_the_same_rows_give_the_same_bytes(
    hostile_texts: tuple[str, ...], hostile: Rows
) -> None:
    data = comparison_xlsx([hostile])
    cells = [cell for line in book(data)["Mục"].iter_rows(min_row=2) for cell in line]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    assert {cell.value for cell in cells} >= set(hostile_texts)
    assert data == comparison_xlsx([hostile])
