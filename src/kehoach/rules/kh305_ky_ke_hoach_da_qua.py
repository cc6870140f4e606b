"""Năm, kỳ nêu ở cuối trích yếu không được là năm, kỳ đã qua khi ban hành.

Kế hoạch lập lại từ bản năm trước hay còn năm cũ ở trích yếu.

Sai: trích yếu "Cải cách hành chính năm 2024", ban hành ngày 15/01/2025
Đúng: trích yếu "Cải cách hành chính năm 2025"
"""

import datetime as dt
import re
from collections.abc import Iterator

from kehoach.language.pattern import late_pattern
from kehoach.rules.context import Context
from kehoach.rules.deadlines import written_issue
from kehoach.rules.finding import Finding, Level, Rule, Stretch

META = Rule("KH305", "ky-ke-hoach-da-qua", Level.WARNING, since="0.1.0")

_YEAR_AT_END = re.compile(
    r"(?:năm|giai đoạn|(?:năm|giai đoạn) 20[0-9]{2} ?[-–] ?)\s?(20[0-9]{2})\W*\Z"
)
# "từ 01/7/2025 đến ngày 31/12/2025"
_SPAN_AT_END = late_pattern(
    r"từ (?:ngày )?[0-9]{1,2}/[0-9]{1,2}(?:/20[0-9]{2})? đến (?:hết )?(?:ngày )?"
    r"(?P<end>(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>20[0-9]{2}))\W*\Z"
)
# What a plan does about a year that is over is rightly planned later.
_REVIEW = (
    r"khắc phục|kết quả|tồn tại|hạn chế|đánh giá|kiểm điểm|tổng kết|kết luận|chỉ số|kiểm kê"
    r"|quyết toán|thanh tra|kiểm toán"
)
_ABOUT_THE_PAST = late_pattern(_REVIEW, re.IGNORECASE)
_OF_ANOTHER = late_pattern(
    r"số [0-9]|nghị quyết|chỉ thị|luật|kế hoạch|chương trình|đề án", re.IGNORECASE
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the year or the span that ends the subject with the date of the document."""
    document = context.plan.document
    if document.date is None or _ABOUT_THE_PAST.search(document.subject):
        return
    year = _YEAR_AT_END.search(document.subject)
    if year and not _OF_ANOTHER.search(document.subject) and int(year[1]) < document.date.year:
        yield _finding(f"năm {year[1]}", f"năm {document.date.year}", year.span(1))
    span = _SPAN_AT_END.search(document.subject)
    if span and (end := _last_day(span)) and end < document.date.first_day():
        yield _finding(f"kỳ đến {span['end']}", written_issue(document.date), span.span("end"))


def _finding(period: str, issued: str, stretch: Stretch) -> Finding:
    return Finding(
        ("van_ban", "trich_yeu"),
        f"{period} của kế hoạch đã qua khi ban hành ({issued})",
        "sửa năm hoặc kỳ trong trích yếu, hoặc ngày ban hành",
        stretch=stretch,
        related=("van_ban", "ngay"),
        related_message="ngày ban hành ở đây",
    )


def _last_day(span: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(int(span["year"]), int(span["month"]), int(span["day"]))
    except ValueError:  # no such day, which KH306 says
        return None
