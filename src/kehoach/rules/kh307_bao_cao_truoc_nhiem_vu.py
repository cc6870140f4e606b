"""Báo cáo kết quả không được đến hạn trước các nhiệm vụ mà nó báo cáo.

Chỉ xét khi mọi báo cáo một lần về kết quả đều đến hạn trước, và cùng nơi nhận không có báo cáo định
kỳ. Báo cáo tiến độ, sơ kết giữa kỳ không tính. Kế hoạch chưa có ``che_do_bao_cao`` thì xét hạn báo
cáo kết quả nêu trong lời văn.

Sai: báo cáo kết quả trước ngày 05/11/2025, nhiệm vụ đến hạn 20/12/2025
Đúng: báo cáo kết quả trước ngày 25/12/2025
"""

import datetime as dt
import re
from collections.abc import Iterator

from kehoach.language.deadline import Kind, read_deadline
from kehoach.language.fold import fold
from kehoach.model.plan import ReportDuty
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.source.place import Path

META = Rule("KH307", "bao-cao-truoc-nhiem-vu", Level.WARNING, since="0.1.0")

_HALFWAY = ("sơ kết", "6 tháng", "9 tháng", "giữa kỳ", "bước đầu")


_RESULTS = re.compile(
    r"(?:\A|[.;])(?P<before>[^.;]*)báo cáo (?:tiến độ, |tình hình,? (?:và )?)?kết quả"
    r"(?: (?:thực hiện|triển khai)(?: (?:các )?(?:kế hoạch|nhiệm vụ)(?: này)?)?)?"
    r"(?: (?:về|gửi|với|cho|qua|đến) [^.;:(]{3,60})?[ (,]+"
    r"(?P<due>trước ngày [0-9]{1,2}/[0-9]{1,2}(?:/20[0-9]{2})?)(?!/|[0-9])"
)
# A report on one work only, whatever the others.
_ONE_WORK = re.compile(
    r"rà soát|thống kê|khảo sát|điều tra|kiểm tra|kiểm kê|danh sách|đăng ký|sự cố"
)
_NOT_THE_LAST = re.compile(
    r"sơ kết|(?:6|9|sáu|chín) tháng|định kỳ|hằng|hàng|mỗi|quý|giữa kỳ|bước đầu|đột xuất|nhu cầu"
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the last report on results with the last task."""
    plan = context.plan
    if not plan.reports:
        yield from _in_prose(context)
        return
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


def _in_prose(context: Context) -> Iterator[Finding]:
    """Compare the one day for reports on results that the texts name with the last task."""
    running = context.running_text
    if "kết quả" not in running.lower or "trước ngày" not in running.lower:
        return
    days = [
        match for start, text in running.texts_with("báo cáo") for match in _results(start, text)
    ]
    days = [day for day in days if not _is_of_one(context, running.place(*_span(day))[0])]
    if not days or any(_NOT_THE_LAST.search(running.around(start).lower()) for start, _ in days):
        return
    later = [
        (deadline.due, path)
        for path, _, deadline in context.deadlines
        if path[-1] == "thoi_han" and deadline and deadline.due
    ]
    if not later:
        return
    last, where = max(later, key=lambda one: one[0])
    dated = [(due, at, words) for at, words in days if (due := _one_day(words, last.year))]
    if dated and len(dated) == len(days) and (latest := max(dated))[0] < last:
        _, at, words = latest
        path, stretch = running.place(at, at + len(words))
        count = sum(due > latest[0] for due, _ in later)
        yield Finding(
            path,
            f"báo cáo kết quả {words}, trước hạn của {count} nhiệm vụ",
            "lùi hạn báo cáo, hoặc thêm kỳ báo cáo sau hạn của nhiệm vụ cuối cùng",
            stretch,
            related=where,
            related_message="nhiệm vụ đến hạn sau cùng ở đây",
            confidence=0.85,
        )


def _results(start: int, text: str) -> Iterator[tuple[int, str]]:
    for match in _RESULTS.finditer(text.lower()):
        if not _ONE_WORK.search(match["before"]):
            yield start + match.start("due"), match["due"]


def _span(day: tuple[int, str]) -> tuple[int, int]:
    return day[0], day[0] + len(day[1])


def _is_of_one(context: Context, path: Path) -> bool:
    """Tell whether the text at *path* is of one task, or of the duties of one unit."""
    duties = (section.path for section in context.plan.walk() if section.units)
    return "nhiem_vu" in path or any(path[: len(duty)] == duty for duty in duties)
