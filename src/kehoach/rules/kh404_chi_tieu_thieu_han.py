"""Chỉ tiêu phải có hạn.

Chỉ tiêu có con số mà không có hạn thì không biết bao giờ phải đạt. Chỉ tiêu không có mức đạt đã
được KH403 nhắc.

Sai: ``muc_dat: tối thiểu 80%`` không có ``han``
Đúng: ``han: 31/12/2025``
"""

from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH404", "chi-tieu-thieu-han", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Look for figures without a deadline."""
    for target in context.plan.targets():
        if target.figure and not target.deadline:
            yield Finding(
                target.path,
                "chỉ tiêu có mức đạt nhưng không có hạn",
                "ghi ở han ngày phải đạt, ví dụ 31/12/2025",
            )
