"""Báo cáo kết quả không được đến hạn trước các nhiệm vụ mà nó báo cáo.

Chỉ xét khi mọi báo cáo một lần về kết quả đều đến hạn trước, và cùng nơi nhận không có báo cáo
định kỳ. Báo cáo tiến độ, sơ kết giữa kỳ không tính.

Sai: báo cáo kết quả trước ngày 05/11/2025, nhiệm vụ đến hạn 20/12/2025
Đúng: báo cáo kết quả trước ngày 25/12/2025
"""

import datetime as dt
from collections.abc import Iterator

from kehoach.language.deadline import Kind, read_deadline
from kehoach.language.fold import fold
from kehoach.model.plan import ReportDuty
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.source.place import Path

META = Rule("KH307", "bao-cao-truoc-nhiem-vu", Level.WARNING, since="0.1.0")

_HALFWAY = ("sơ kết", "6 tháng", "9 tháng", "giữa kỳ", "bước đầu")


def check(context: Context) -> Iterator[Finding]:
    """Compare the last report on results with the last task."""
    plan = context.plan
    recurring = {fold(r.recipient) for r in plan.reports if _recurs(r)}
    year = plan.document.date.year if plan.document.date else None
    dated = [
        (due, report)
        for report in plan.reports
        if _is_on_results(report)
        and fold(report.recipient) not in recurring
        and (due := _one_day(report.deadline, year))
    ]
    if not dated:
        return
    reported, report = max(dated, key=lambda one: one[0])
    later = [
        (deadline.due, path)
        for path, _, deadline in context.deadlines
        if path[-1] == "thoi_han" and deadline and deadline.due and deadline.due > reported
    ]
    if later:
        yield Finding(
            (*report.path, "han"),
            f"báo cáo kết quả đến hạn trước {len(later)} nhiệm vụ mà nó báo cáo",
            "lùi hạn báo cáo, hoặc thêm kỳ báo cáo sau hạn của nhiệm vụ cuối cùng",
            related=_last(later),
            related_message="nhiệm vụ đến hạn sau cùng ở đây",
        )


def _is_on_results(report: ReportDuty) -> bool:
    content = fold(f"{report.period} {report.content}")
    return "kết quả" in content and not any(words in content for words in _HALFWAY)


def _recurs(report: ReportDuty) -> bool:
    deadline = read_deadline(report.deadline or report.period)
    return deadline is not None and deadline.kind is Kind.RECURRING


def _one_day(text: str, year: int | None) -> dt.date | None:
    deadline = read_deadline(text, year) if text else None
    return deadline.due if deadline and deadline.kind is Kind.FIXED else None


def _last(dated: list[tuple[dt.date, Path]]) -> Path:
    return max(dated, key=lambda one: one[0])[1]
