"""The annex of a status report as a workbook: every target and task, and the figures."""

from collections.abc import Iterator

from kehoach.document.profiles import find_profile
from kehoach.document.variables import Variables
from kehoach.output.status_report.sheets import Cell, Sheet, write_workbook
from kehoach.output.status_report.variables import report_variables
from kehoach.reporting.report import Report

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
    variables = report_variables(report, find_profile(report.plan.document.profile))
    title = f"{report.plan.commune.name}: tình hình {report.window.title}, đến hết ngày "
    title += f"{report.window.last:%d/%m/%Y}"
    items = [{**one, "nhom": group["ten"]} for group in variables["tat_ca"] for one in group["muc"]]
    sheets = [_sheet("Nhiệm vụ, chỉ tiêu", _ITEMS, items, frozen=4)]
    if variables["chi_tieu"]:
        sheets.append(_sheet("Số liệu", _FIGURES, variables["chi_tieu"], frozen=3))
    return write_workbook(title, sheets)


def _sheet(
    name: str, columns: tuple[tuple[str, str, int], ...], rows: list[Variables], frozen: int
) -> Sheet:
    cells = (
        tuple(_cells({**row, "tt": str(number)}, columns)) for number, row in enumerate(rows, 1)
    )
    return Sheet(name, tuple((heading, width) for heading, _, width in columns), cells, frozen)


def _cells(row: Variables, columns: tuple[tuple[str, str, int], ...]) -> Iterator[Cell]:
    for _, key, _ in columns:
        value = row[key]
        if isinstance(value, bool):
            yield "đạt" if value else ""
        else:
            yield "; ".join(value) if isinstance(value, tuple) else str(value)
