"""A plan's tasks and targets as a workbook that people edit and `kehoach import --into` reads."""

import datetime as dt
import io
from collections.abc import Iterable
from math import ceil
from typing import Any

from kehoach.importers.plan_sheet import (
    BASE,
    CODE,
    GUIDE,
    MARK,
    ORIGINAL,
    PLACE,
    PLACES,
    SHEETS,
    VERSION,
    Kind,
    Row,
    Sheet,
    fingerprint,
    place_names,
    plan_rows,
)
from kehoach.model.plan import Plan
from kehoach.source.tree import SourceFile

# xlsxwriter has no types.
Workbook = Any

# The same plan gives the same bytes on any day.
_CREATED = dt.datetime(2025, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
_LONGEST_CELL = 32767  # characters that Excel holds
_NEW_ROWS = 200  # empty rows below the last that are prepared for new items
_CODE_WIDTH, _PLACE_WIDTH = 20, 24
_GUIDE_WIDTH = 100
_LINE_HEIGHT = 15  # points, of the font that workbooks have by default
_TALLEST_ROW = 409  # points, in Excel

_GUIDE = (
    "Sửa nhiệm vụ và chỉ tiêu của kế hoạch trong tệp này, rồi đưa trở lại tệp kế hoạch bằng lệnh:",
    "    kehoach import --into {plan}.yaml {plan}.xlsx",
    "",
    "Được sửa",
    (
        "• Mọi ô trắng ở hai trang Nhiệm vụ và Chỉ tiêu. Xóa trắng một ô là bỏ nội dung đó khỏi kế "
        "hoạch."
    ),
    (
        "• Thêm mục: ghi ở dòng trống cuối bảng, để trống cột Mã (mã được đặt tự động), chọn cột "
        "Mục trong danh sách. Mục mới đứng cuối đề mục đó."
    ),
    "• Nhiều đơn vị trong một ô thì cách nhau bằng dấu chấm phẩy (;).",
    (
        "• Nội dung nhiều đoạn: mỗi đoạn một dòng trong ô (Alt+Enter); dòng bắt đầu bằng “- ” là "
        "gạch đầu dòng, “- - ” là cấp gạch dưới."
    ),
    "• Sắp xếp lại dòng, đổi độ rộng, ẩn cột: không ảnh hưởng gì.",
    "",
    "Không sửa",
    (
        "• Ô xám ở cột Mã: mã là tên bền của mục. Cột Mục của dòng đã có: chuyển mục sang chỗ khác "
        "thì sửa trong tệp kế hoạch."
    ),
    "• Tên các trang và dòng tiêu đề của bảng. Các trang ẩn dùng để đối chiếu.",
    "",
    "Khi đưa trở lại",
    (
        "• Chỉ những ô đã sửa mới đổi trong tệp kế hoạch; chú thích và cách trình bày của tệp giữ "
        "nguyên."
    ),
    (
        "• Ô nào vừa sửa ở đây, vừa bị sửa trong tệp kế hoạch sau khi xuất thì được nêu là xung "
        "đột kèm cả hai bản, và không ghi."
    ),
    "• Dòng đã xóa chỉ được nêu ra; muốn xóa hẳn thì thêm --delete vào lệnh.",
)
_A4 = 9
_WIDER = 1.05  # marks, wide letters and breaks at words take more than a figure's width
_PRINTED = frozenset({Kind.TEXT, Kind.NAMES, Kind.PROSE})
_HEADLINES = frozenset({"Được sửa", "Không sửa", "Khi đưa trở lại"})


def plan_xlsx(source: SourceFile, plan: Plan) -> bytes:
    """Return the workbook of *plan*, which was read from *source*.

    Texts are texts, never formulas, numbers or links. The same plan gives the same bytes.
    """
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415  no types; heavy

    data = io.BytesIO()
    workbook = xlsxwriter.Workbook(data, {"in_memory": True})
    workbook.set_properties({"title": plan.document.subject, "created": _CREATED})
    _guide(workbook, plan)
    names = tuple(place_names(plan).values())
    rows = {sheet.key: tuple(plan_rows(source, plan, sheet)) for sheet in SHEETS}
    for sheet in SHEETS:
        _items(workbook, plan, sheet, rows[sheet.key], len(names))
    _places(workbook, names)
    _base(workbook, plan, rows)
    workbook.worksheets()[1].activate()
    workbook.close()
    return data.getvalue()


def shown(text: str) -> str:
    """Return *text* as a cell shows it: Excel holds no longer one."""
    return text if len(text) <= _LONGEST_CELL else text[: _LONGEST_CELL - 1] + "…"


def _guide(workbook: Workbook, plan: Plan) -> None:
    page = workbook.add_worksheet(GUIDE)
    page.set_column(0, 0, _GUIDE_WIDTH)
    page.hide_gridlines(2)
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    title = workbook.add_format({"bold": True, "font_size": 14, "text_wrap": True})
    bold = workbook.add_format({"bold": True, "num_format": "@"})
    text = workbook.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    page.write_string(0, 0, f"{plan.document.type_name} – {plan.commune.name}", title)
    for i, line in enumerate(_GUIDE, start=2):
        page.set_row(i, _height([(line, _GUIDE_WIDTH)]))
        page.write_string(i, 0, line.format(plan=plan.name), bold if line in _HEADLINES else text)


def _height(texts: Iterable[tuple[str, int]]) -> int:
    """Return the height in points of a row of *texts*, each with the width of its column.

    Programs other than Excel do not fit rows to wrapped texts when they open a workbook.
    """
    lines = 1
    for text, width in texts:
        wrapped = (ceil(_WIDER * len(line) / width) for line in text.split("\n"))
        lines = max(lines, sum(max(count, 1) for count in wrapped))
    return min(lines * _LINE_HEIGHT, _TALLEST_ROW)


def _items(
    workbook: Workbook, plan: Plan, sheet: Sheet, rows: tuple[Row, ...], places: int
) -> None:
    page = workbook.add_worksheet(sheet.name)
    frame: dict[str, Any] = {"border": 1, "border_color": "#BFBFBF", "num_format": "@"}
    wrapped = {**frame, "text_wrap": True, "valign": "top"}
    head = workbook.add_format({**wrapped, "bold": True, "bg_color": "#DDEBF7"})
    fixed = workbook.add_format({**wrapped, "bg_color": "#F2F2F2", "font_color": "#595959"})
    cell = workbook.add_format(wrapped)
    # Columns are text all the way down: 31/12 typed in a new row must not become a date.
    column_text = workbook.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    headings = (CODE, PLACE, *(column.heading for column in sheet.columns), ORIGINAL)
    widths = (_CODE_WIDTH, _PLACE_WIDTH, *(column.width for column in sheet.columns))
    last = len(headings) - 1
    for i, heading in enumerate(headings):
        hidden = {"hidden": True} if i == last else {}
        page.set_column(i, i, widths[i] if i < last else None, column_text, hidden)
        page.write_string(0, i, heading, head)
    for number, row in enumerate(rows, start=1):
        texts = (row.code, shown(row.place), *(shown(row.cells[c.key]) for c in sheet.columns))
        page.set_row(number, _height(zip(texts, widths, strict=True)))
        page.write_string(number, 0, row.code, fixed)
        page.write_string(number, 1, shown(row.place), fixed)
        for i, column in enumerate(sheet.columns, start=2):
            # A blank cell is written as such: an empty text would hide its neighbour's overflow.
            text = shown(row.cells[column.key])
            if text:
                page.write_string(number, i, text, cell)
            else:
                page.write_blank(number, i, None, cell)
        page.write_string(number, last, row.code, fixed)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, max(len(rows), 1), last - 1)
    page.data_validation(
        len(rows) + 1,
        1,
        len(rows) + _NEW_ROWS,
        1,
        {
            "validate": "list",
            "source": f"='{PLACES}'!$A$1:$A${max(places, 1)}",
            "error_type": "information",
            "error_title": PLACE,
            "error_message": "Chọn một đề mục trong danh sách.",
        },
    )
    page.set_landscape()
    page.set_paper(_A4)
    page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    # On paper, codes and links say nothing; without them the rest is large enough to read.
    printed = max(i for i, column in enumerate(sheet.columns, start=2) if column.kind in _PRINTED)
    page.print_area(0, 1, max(len(rows), 1), printed)
    page.set_header(f"&L{plan.commune.name.replace('&', '&&')}&R{sheet.name}")
    page.set_footer("&C&P/&N")


def _places(workbook: Workbook, names: tuple[str, ...]) -> None:
    page = workbook.add_worksheet(PLACES)
    for i, name in enumerate(names):
        page.write_string(i, 0, shown(name))
    page.hide()


def _base(workbook: Workbook, plan: Plan, rows: dict[str, tuple[Row, ...]]) -> None:
    page = workbook.add_worksheet(BASE)
    for i, text in enumerate((MARK, VERSION, plan.commune.name, plan.commune.province)):
        page.write_string(0, i, text)
    number = 0
    for sheet in SHEETS:
        for row in rows[sheet.key]:
            number += 1
            marks = (f"{key}={fingerprint(shown(text))}" for key, text in row.cells.items())
            for i, text in enumerate((sheet.key, row.code, *marks)):
                page.write_string(number, i, text)
    page.very_hidden()
