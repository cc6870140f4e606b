"""Thời hạn không được trước ngày ban hành kế hoạch.

Việc đã hết hạn khi ký thì không giao được: hoặc hạn gõ sai, hoặc việc đã xong và nên nêu là đã
hoàn thành. Khi chỉ biết tháng ban hành, ngày đầu tháng được dùng để so.

Sai: kế hoạch ký tháng 9/2025, ``thoi_han: tháng 7/2025``
Đúng: ``thoi_han: tháng 10/2025``
"""

from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.deadlines import written_issue
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH303", "han-truoc-ngay-ban-hanh", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Compare every due day with the date of the document."""
    issued = context.plan.document.date
    if issued is None:
        return
    for path, text, deadline in context.deadlines:
        if deadline and deadline.due and deadline.due < issued.first_day():
            yield Finding(
                path,
                f"thời hạn “{text}” đã qua khi ban hành ({written_issue(issued)})",
                "viết lại thời hạn, hoặc ghi rõ việc đã hoàn thành",
            )
