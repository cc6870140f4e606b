"""Sản phẩm phải là kết quả, không phải tần suất.

"1 tuần/lần" ở cột sản phẩm là thời hạn ghi nhầm cột: không nói làm ra cái gì.

Sai: ``san_pham: 1 tuần/lần``
Đúng: ``san_pham: 52 bản tin`` với ``thoi_han: 1 tuần/lần``
"""

import re
from collections.abc import Iterator

from kehoach.language.pattern import late_pattern
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH614", "san-pham-la-tan-suat", Level.WARNING, since="0.1.0")

_PERIOD = r"(?:ngày|tuần|tháng|quý|năm)"
_FREQUENCY = late_pattern(
    rf"\s*(?:định kỳ )?(?:(?:[0-9]+ |một )?{_PERIOD} ?/ ?(?:[0-9]+ |một )?lần"
    rf"|[0-9]+ lần ?/ ?(?:[0-9]+ )?{_PERIOD}|(?:hằng|hàng) {_PERIOD}|thường xuyên)\W*",
    re.IGNORECASE,
)


def check(context: Context) -> Iterator[Finding]:
    """Look for deliverables that are nothing but a frequency."""
    for task in context.plan.tasks():
        if task.deliverable and _FREQUENCY.fullmatch(task.deliverable):
            yield Finding(
                (*task.path, "san_pham"),
                f"sản phẩm “{task.deliverable}” là tần suất, không phải kết quả",
                "ghi kết quả; tần suất ghi ở thoi_han",
            )
