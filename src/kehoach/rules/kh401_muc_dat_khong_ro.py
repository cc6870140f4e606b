"""``muc_dat`` phải là một con số đọc được, kèm dấu so sánh nếu có.

Đọc được: tối thiểu 80%, trên 50%, ít nhất 30%, 100%, 82 nhóm, 25 hồ sơ/năm, >= 80%, không quá
24 giờ; mức độ 3, đạt chuẩn, 2/3 số thôn. Mức không đọc được thì không so được với khung và không đo
được kết quả.

Sai: ``muc_dat: đa số hồ sơ``
Đúng: ``muc_dat: tối thiểu 80%``
"""

from collections.abc import Iterator

from kehoach.language.fold import fold
from kehoach.language.pattern import late_pattern
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

# What is reached or not, without a quantity: a grade, a standard, a share of the whole.
_DECIDABLE = late_pattern(
    r"(?:mức(?: độ)?|cấp độ|hạng|loại|bậc|nhóm|top) (?:[0-9]+|[ivx]+|[a-d])(?!\w)"
    r"|xếp loại|đạt (?:chuẩn|tiêu chí)|không (?:có|để)(?!\w)|(?<![0-9/])[0-9]+/[0-9]+(?![0-9/%])"
)

META = Rule("KH401", "muc-dat-khong-ro", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Read every figure."""
    for target in context.plan.targets():
        if not target.figure or target.quantity is not None:
            continue
        if not _DECIDABLE.search(fold(target.figure)):
            message = f"không đọc được mức đạt “{target.figure}”"
            yield Finding(
                (*target.path, "muc_dat"),
                message,
                "viết con số và đơn vị tính, ví dụ tối thiểu 80%",
            )
