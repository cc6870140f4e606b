"""Văn bản được viện dẫn phải có trước ngày ban hành kế hoạch.

Kế hoạch không thể căn cứ văn bản chưa có: ngày gõ sai, hoặc ngày ban hành kế hoạch sai.

Sai: kế hoạch ký ngày 11/7/2025, Thực hiện Công văn số 12/UBND-VX ngày 04/8/2025
Đúng: Thực hiện Công văn số 12/UBND-VX ngày 04/7/2025
"""

import calendar
import datetime as dt
from collections.abc import Iterator

from kehoach.rules.cited import date_stretch
from kehoach.rules.context import Context
from kehoach.rules.deadlines import written_day
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH711", "vien-dan-van-ban-sau", Level.ERROR, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Compare every cited date with the last day on which the plan can be issued."""
    issued = context.plan.document.date
    if issued is None:
        return
    last_of_month = calendar.monthrange(issued.year, issued.month)[1]
    last = dt.date(issued.year, issued.month, issued.day or last_of_month)
    for path, cited in context.citations:
        if cited.date is None or cited.date <= last:
            continue
        inside = path not in context.composed_bases
        yield Finding(
            path if inside else (*path, "ngay"),
            f"{cited.symbol} ngày {written_day(cited.date)} sau ngày ban hành kế hoạch",
            "kiểm tra ngày của văn bản và ngày ban hành kế hoạch",
            stretch=date_stretch(cited) if inside else None,
            related=("van_ban", "ngay"),
            related_message="ngày ban hành ở đây",
        )
