"""What a report still lacks: for whoever drafts it, never part of the document."""

from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.progress.entry import Stage
from kehoach.progress.timing import Basis
from kehoach.reporting.line import Line
from kehoach.reporting.report import Report
from kehoach.reporting.windows import Window


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing, said of the item ``code``; "" where it is said of the whole document."""

    code: str
    message: str


def find_gaps(report: Report) -> list[Gap]:
    """Return what *report* lacks, the document first, then item by item in the plan's order."""
    gaps = [Gap("", message) for message in _of_document(report)]
    for line in report.lines:
        said = dict.fromkeys(_of_line(line, report.window))
        gaps += (Gap(line.item.code, message) for message in said)
    unknown = dict.fromkeys(entry.code for entry in report.status.unknown)
    gaps += (Gap(code, "nhật ký có mã này, kế hoạch không có; không tính") for code in unknown)
    return gaps


def _of_document(report: Report) -> Iterator[str]:
    document = report.plan.document
    if not document.number or document.date is None or document.date.day is None:
        yield "kế hoạch chưa ghi đủ số, ngày ban hành (van_ban.so, van_ban.ngay)"
    if not document.signer.name:
        yield "chưa ghi người ký (van_ban.nguoi_ky)"
    if not any(line.news for line in report.lines):
        yield f"nhật ký không có mục mới nào trong kỳ {report.window.name}"


def _of_line(line: Line, window: Window) -> Iterator[str]:
    now = line.now
    if now.unreported:
        state = "chậm" if now.is_late else "có nguy cơ chậm"
        yield f"{state}, chưa ghi {', '.join(now.unreported)}"
    if now.forecast and now.forecast < window.last and (now.is_late or line.is_at_risk):
        yield f"ngày dự kiến xong {now.forecast:%d/%m/%Y} đã qua"
    if now.lacking:
        yield f"ghi hoàn thành, còn thiếu {', '.join(now.lacking)}"
    elif now.stage is not Stage.COMPLETED and line.results and not line.evidence:
        yield "có kết quả trong kỳ, chưa ghi minh chứng"
    if now.measure is not None:
        yield from _of_figures(line, window)
    elif not now.entries:
        yield "chưa có mục nào trong nhật ký"
    if not line.item.units and not line.is_target:
        yield "kế hoạch không nêu đơn vị chủ trì"
    if now.timing.basis is Basis.UNCLEAR:
        yield f"không đọc được hạn “{line.item.written_deadline}”"


def _of_figures(line: Line, window: Window) -> Iterator[str]:
    figure = line.figure
    if figure is None:
        yield "chưa có số liệu nào"
    elif figure.date < window.first and not (line.now.measure and line.now.measure.is_met):
        yield f"số liệu gần nhất là của ngày {figure.date:%d/%m/%Y}, trước kỳ báo cáo"
