"""Tỷ lệ của một tổng thể không được quá 100%.

"Trên 100% hồ sơ" hay "120% hồ sơ" là gõ sai. Mức tăng, mức so với kế hoạch, dự toán, cùng kỳ có thể
quá 100% nên không xét.

Sai: ``muc_dat: trên 100%`` với ``noi_dung: Hồ sơ được xử lý trực tuyến``
Đúng: ``muc_dat: 100%``
"""

import re
from collections.abc import Iterator

from kehoach.language.pattern import late_pattern
from kehoach.language.quantity import Operator
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH407", "ty-le-qua-100", Level.WARNING, since="0.1.0")

_WHOLE = 100
_MAY_EXCEED = late_pattern(
    r"tăng|so với|cùng kỳ|kế hoạch|dự toán|chỉ tiêu|vượt|gấp|thu ngân sách|định mức|công suất"
    r"|tốc độ|chỉ số|bao phủ|lương|thuê bao|mật độ",
    re.IGNORECASE,
)


def check(context: Context) -> Iterator[Finding]:
    """Read every figure in percent."""
    for target in context.plan.targets():
        quantity = target.quantity
        if quantity is None or quantity.unit != "%":
            continue
        beyond = quantity.operator is Operator.MORE and quantity.value == _WHOLE
        if not beyond and quantity.value <= _WHOLE:
            continue
        if not _MAY_EXCEED.search(f"{target.content} {target.figure} {target.scope}"):
            yield Finding(
                (*target.path, "muc_dat"),
                f"mức đạt “{target.figure}” quá 100% của tổng thể",
                "viết lại con số; nếu là mức tăng thì ghi tăng so với mốc nào",
                confidence=0.9,
            )
