"""``muc_dat`` phải là một con số đọc được, kèm dấu so sánh nếu có.

Đọc được: tối thiểu 80%, trên 50%, ít nhất 30%, 100%, 82 nhóm, 25 hồ sơ/năm, >= 80%, không quá
24 giờ. Mức không đọc được thì không so được với khung và không đo được kết quả.

Sai: ``muc_dat: đa số hồ sơ``
Đúng: ``muc_dat: tối thiểu 80%``
"""

from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH401", "muc-dat-khong-ro", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Read every figure."""
    for target in context.plan.targets():
        if target.figure and target.quantity is None:
            message = f"không đọc được mức đạt “{target.figure}”"
            yield Finding((*target.path, "muc_dat"), message, "viết số và đơn vị: tối thiểu 80%")
