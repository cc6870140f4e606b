"""Năm nêu ở cuối trích yếu không được là năm đã qua khi ban hành.

Kế hoạch lập lại từ bản năm trước hay còn năm cũ ở trích yếu.

Sai: trích yếu "Cải cách hành chính năm 2024", ban hành ngày 15/01/2025
Đúng: trích yếu "Cải cách hành chính năm 2025"
"""

import re
from collections.abc import Iterator

from kehoach.language.pattern import late_pattern
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH305", "ky-ke-hoach-da-qua", Level.WARNING, since="0.1.0")

_YEAR_AT_END = re.compile(
    r"(?:năm|giai đoạn|(?:năm|giai đoạn) 20[0-9]{2} ?[-–] ?)\s?(20[0-9]{2})\W*\Z"
)
# What a plan does about a year that is over is rightly planned later.
_ABOUT_THE_PAST = late_pattern(
    r"khắc phục|kết quả|tồn tại|hạn chế|đánh giá|kiểm điểm|tổng kết|kết luận|chỉ số|kiểm kê"
    r"|quyết toán|thanh tra|kiểm toán|số [0-9]|nghị quyết|chỉ thị|luật|kế hoạch|chương trình|đề án",
    re.IGNORECASE,
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the year that ends the subject with the year of the document."""
    document = context.plan.document
    if document.date is None:
        return
    year = _YEAR_AT_END.search(document.subject)
    if year is None or _ABOUT_THE_PAST.search(document.subject):
        return
    if int(year[1]) < document.date.year:
        yield Finding(
            ("van_ban", "trich_yeu"),
            f"kỳ của kế hoạch đã qua khi ban hành (năm {document.date.year})",
            "sửa năm trong trích yếu, hoặc ngày ban hành",
            stretch=year.span(1),
            related=("van_ban", "ngay"),
            related_message="ngày ban hành ở đây",
        )
