"""Workbooks, task slips and the report over many plans, read back."""

import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl  # type: ignore[import-untyped]  # no types
import pytest
from docx.enum.section import WD_ORIENT

from kehoach.output.status_report.docx import report_docx
from kehoach.output.status_report.rollup import Issuer, rollup_docx
from kehoach.output.status_report.slips import slips
from kehoach.output.status_report.xlsx import report_xlsx
from kehoach.reporting.gantt import Mark, make_gantt
from kehoach.reporting.report import Report
from kehoach.reporting.rollup import make_rollup, make_standing
from kehoach.reporting.scoring import read_scoring, scoring_codes

ReportOf = Callable[..., Report]
ROOT = Path(__file__).parents[2]
PLANS = ("huong-phung", "hop-minh", "nghia-hanh", "xuan-hung", "hai-duong")


@pytest.mark.parametrize("name", ["huong-phung", "xuan-hung"])
def test_the_annex_has_every_item_on_a_landscape_page(report_of: ReportOf, name: str) -> None:
    report = report_of("2025-11", name=name)
    read = docx.Document(io.BytesIO(report_docx(report, ROOT)))
    annex = next(table for table in read.tables if table.rows[0].cells[0].text == "TT")
    names = [row.cells[1].text for row in annex.rows]
    assert all(any(line.item.title in text for text in names) for line in report.lines)
    assert read.sections[-1].orientation == WD_ORIENT.LANDSCAPE


def test_the_workbook_has_every_item_as_text(report_of: ReportOf) -> None:
    report = report_of("2025-11", name="huong-phung")
    book = openpyxl.load_workbook(io.BytesIO(report_xlsx(report)))
    items, figures = book.worksheets
    rows = list(items.iter_rows(min_row=4, values_only=True))
    assert items.freeze_panes == "E4"
    assert [row[1] for row in rows] == [line.item.code for line in report.lines]
    row = next(row for row in figures.iter_rows(values_only=True) if row[1] == "ho-so-truc-tuyen")
    assert row[3:9] == ("41%", "15/08/2025", "65%", "74%", "14/11/2025", "Tối thiểu trên 80%")


def test_each_unit_has_a_slip_with_what_it_has_still_to_do(report_of: ReportOf) -> None:
    report = report_of("2025-11", name="huong-phung")
    made = dict(slips(report, ROOT))
    unit = "Phòng Văn hóa - Xã hội"
    assert set(made) <= set(report.status.by_unit())
    read = docx.Document(io.BytesIO(made[unit]))
    said = [row.cells[1].text for row in read.tables[1].rows[1:]]
    mine = [one for one in report.status.by_unit()[unit] if one.stage != "hoàn thành"]
    assert len(said) == len(mine)
    assert any(text.startswith("Hệ thống hội nghị trực tuyến") for text in said)
    assert said[0].startswith("Hệ thống hội nghị trực tuyến")  # what is due first stands first


def test_many_plans_are_one_report_with_points(report_of: ReportOf) -> None:
    reports = [report_of("2025-11", name=name) for name in PLANS]
    standings = [make_standing(report.plan.name, report) for report in reports]
    rollup = make_rollup(reports[0].window, standings)
    assert rollup == make_rollup(reports[0].window, standings[::-1])
    scoring = read_scoring("khanh-hoa-11-qd-tu", ROOT)
    issuer = Issuer(name="Ủy ban nhân dân tỉnh Quảng Trị", place="Quảng Trị")
    read = docx.Document(io.BytesIO(rollup_docx(rollup, issuer, scoring, ROOT)))
    rows = [[cell.text for cell in row.cells] for row in read.tables[1].rows]
    assert rows[0][-2:] == ["Đúng hạn", "Điểm"]
    # Nobody has noted anything there: no share and no points, good or bad.
    (silent,) = (row for row in rows if row[1] == "xã Nghĩa Hành, tỉnh Quảng Ngãi")
    assert silent[-2:] == ["không xét", "-"]
    assert {row[1] for row in rows[1:]} == {
        f"{one.commune}, {one.province}" for one in rollup.standings
    }
    late = [row.cells[1].text for row in read.tables[3].rows]
    assert all(item.title in late for one in standings for item in one.late)


@pytest.mark.parametrize(
    ("percent", "points"),
    [(100, 10), (99.9, 8), (90, 8), (89.9, 6), (80, 6), (70, 4), (69.9, 0), (0, 0), (None, None)],
)
def test_points_of_khanh_hoa(percent: float | None, points: int | None) -> None:
    scoring = read_scoring("khanh-hoa-11-qd-tu", ROOT)
    assert scoring is not None
    assert scoring.points(percent) == (None if points is None else Decimal(points))


def test_every_table_of_points_can_be_read() -> None:
    assert all(read_scoring(code, ROOT) for code in scoring_codes(ROOT))
    assert read_scoring("khong-co", ROOT) is None


def test_the_chart_of_time_marks_each_month(report_of: ReportOf) -> None:
    chart = make_gantt(report_of("2025-11"))
    assert chart is not None
    assert chart.columns == ("7/25", "8/25", "9/25", "10/25", "11/25", "12/25")
    assert chart.columns[chart.today] == "11/25"
    marks = {bar.line.item.code: bar.marks for bar in chart.bars}
    past, late = Mark.PAST, Mark.OVERDUE
    assert marks["quy-che"] == (past, past, late, late, late, Mark.NOTHING)
    assert marks["ho-so"] == (past, past, past, past, past, Mark.DUE)
