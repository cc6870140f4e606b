"""The annex of a status report as a workbook: every target and task, and the figures."""

import datetime as dt
import io
from math import ceil
from typing import Any

from kehoach.document.profiles import find_profile
from kehoach.document.variables import Variables
from kehoach.output.plan_xlsx import shown
from kehoach.output.status_report.variables import report_variables
from kehoach.reporting.report import Report

# The same report gives the same bytes on any day.
_CREATED = dt.datetime(2025, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
_A3, _A4 = 8, 9
_LINE_HEIGHT, _TALLEST_ROW = 15, 409  # points
_HEAD_ROWS = 3

_ITEMS = (
    ("TT", "tt", 5),
    ("Mã", "ma", 20),
    ("Nhóm", "nhom", 22),
    ("Nhiệm vụ, chỉ tiêu", "ten", 46),
    ("Chủ trì", "chu_tri", 24),
    ("Phối hợp", "phoi_hop", 22),
    ("Thời hạn", "han", 14),
    ("Giai đoạn", "giai_doan", 15),
    ("Tiến độ", "thoi_gian", 15),
    ("Số liệu", "so_lieu", 11),
    ("Mức đề ra", "muc_dat", 14),
    ("Kết quả", "ket_qua_gan_nhat", 36),
    ("Minh chứng", "moi_minh_chung", 24),
    ("Nguyên nhân", "nguyen_nhan", 26),
    ("Trách nhiệm", "trach_nhiem", 22),
    ("Biện pháp", "bien_phap", 26),
    ("Dự kiến xong", "du_kien", 12),
)
_FIGURES = (
    ("TT", "tt", 5),
    ("Mã", "ma", 20),
    ("Chỉ tiêu", "ten", 60),
    ("Số đầu", "dau", 12),
    ("Ngày", "ngay_dau", 12),
    ("Kỳ trước", "ky_truoc", 12),
    ("Hiện nay", "nay", 12),
    ("Ngày", "ngay_nay", 12),
    ("Mức đề ra", "muc_dat", 18),
    ("Thời hạn", "han", 16),
    ("Đạt", "dat", 8),
)


def report_xlsx(report: Report) -> bytes:
    """Return the workbook of *report*; texts are texts, the same report gives the same bytes."""
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415  no types; heavy

    variables = report_variables(report, find_profile(report.plan.document.profile))
    title = f"{report.plan.commune.name}: tình hình {report.window.title}, đến hết ngày "
    title += f"{report.window.last:%d/%m/%Y}"
    data = io.BytesIO()
    workbook = xlsxwriter.Workbook(data, {"in_memory": True})
    workbook.set_properties({"title": title, "created": _CREATED})
    items = [{**one, "nhom": group["ten"]} for group in variables["tat_ca"] for one in group["muc"]]
    _sheet(workbook, "Nhiệm vụ, chỉ tiêu", title, _ITEMS, items)
    if variables["chi_tieu"]:
        _sheet(workbook, "Số liệu", title, _FIGURES, variables["chi_tieu"])
    workbook.close()
    return data.getvalue()


def _sheet(
    workbook: Any,
    name: str,
    title: str,
    columns: tuple[tuple[str, str, int], ...],
    rows: list[Variables],
) -> None:
    page = workbook.add_worksheet(name)
    frame = {"border": 1, "num_format": "@", "text_wrap": True, "valign": "top"}
    head = workbook.add_format({**frame, "bold": True, "bg_color": "#D9D9D9"})
    cell = workbook.add_format(frame)
    page.write_string(0, 0, title, workbook.add_format({"bold": True, "font_size": 13}))
    first = _HEAD_ROWS - 1
    for at, (heading, _, width) in enumerate(columns):
        page.set_column(at, at, width)
        page.write_string(first, at, heading, head)
    for number, row in enumerate(rows, start=1):
        texts = [_cell({**row, "tt": str(number)}, key) for _, key, _ in columns]
        page.set_row(first + number, _height(texts, columns))
        for at, text in enumerate(texts):
            page.write_string(first + number, at, text, cell)
    page.freeze_panes(first + 1, 4 if columns is _ITEMS else 3)
    page.autofilter(first, 0, first + max(len(rows), 1), len(columns) - 1)
    page.set_landscape()
    page.set_paper(_A3 if columns is _ITEMS else _A4)
    page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.repeat_rows(first)
    page.set_footer("&C&P/&N")


def _cell(row: Variables, key: str) -> str:
    value = row[key]
    if isinstance(value, bool):
        return "đạt" if value else ""
    return shown("; ".join(value) if isinstance(value, tuple) else str(value))


def _height(texts: list[str], columns: tuple[tuple[str, str, int], ...]) -> int:
    """Return a row's height in points: programs other than Excel do not fit it themselves."""
    lines = max(
        ceil(1.05 * len(text) / width) for text, (_, _, width) in zip(texts, columns, strict=True)
    )
    return min(max(lines, 1) * _LINE_HEIGHT, _TALLEST_ROW)
