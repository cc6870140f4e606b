"""Chỉ tiêu nên có mức đạt đo được.

Chỉ tiêu không có con số thì cuối kỳ không nói được là đạt hay chưa. Chỉ tiêu có chỉ tiêu con
thì con số nằm ở chỉ tiêu con.

Sai: ``noi_dung: Đẩy mạnh hồ sơ trực tuyến`` không có ``muc_dat``
Đúng: ``muc_dat: tối thiểu 80%``
"""

from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH403", "chi-tieu-thieu-muc-dat", Level.NOTE, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Look for targets without a figure."""
    for target in context.plan.targets():
        if not target.figure and not target.targets:
            yield Finding(
                target.path,
                "chỉ tiêu không có mức đạt",
                "ghi con số phải đạt ở muc_dat; không đo được thì chuyển thành nhiệm vụ",
            )
