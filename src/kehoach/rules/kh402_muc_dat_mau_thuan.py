"""Mức đạt không được vừa "tối thiểu" vừa "trên".

"Tối thiểu 80%" cho phép đúng 80%, "trên 80%" thì không: viết cả hai thì không biết 80% là đạt
hay chưa.

Sai: ``muc_dat: Tối thiểu trên 80%``
Đúng: ``muc_dat: tối thiểu 80%``
"""

from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH402", "muc-dat-mau-thuan", Level.ERROR, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Look for operators that contradict each other."""
    for target in context.plan.targets():
        quantity = target.quantity
        if quantity and quantity.conflict:
            yield Finding(
                (*target.path, "muc_dat"),
                f"mức đạt “{target.figure}” dùng hai từ trái nhau: “{quantity.conflict}”",
                "chỉ giữ một từ: “tối thiểu” (tính cả con số) hoặc “trên” (không tính)",
            )
