"""Báo cáo định kỳ nên có ngày gửi.

Giao báo cáo tháng mà không nêu ngày thì nơi tổng hợp không biết lúc nào là chậm.

Sai: ``{ky: tháng, noi_nhan: Ban Chỉ đạo xã}``
Đúng: ``{ky: tháng, han: trước ngày 20 hằng tháng, noi_nhan: Ban Chỉ đạo xã}``
"""

import re
from collections.abc import Iterator

from kehoach.language.fold import fold
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH312", "bao-cao-thieu-han", Level.NOTE, since="0.1.0")

_PERIOD = re.compile(r"\b(?:tuần|tháng|quý|năm|định kỳ)\b")


def check(context: Context) -> Iterator[Finding]:
    """Look for reports that recur without a day."""
    for report in context.plan.reports:
        if not report.deadline and _PERIOD.search(fold(report.period)):
            yield Finding(
                report.path, f"báo cáo {report.period} không nêu ngày gửi", "thêm han: trước ngày …"
            )
