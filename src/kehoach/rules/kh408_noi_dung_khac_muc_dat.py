"""Con số trong nội dung chỉ tiêu phải khớp với mức đạt.

Sửa mức đạt mà quên con số trong câu thì văn bản in ra hai mức. Con số trong ngoặc, con số của năm
trước hay để so sánh không xét.

Sai: ``noi_dung: Tối thiểu 60% hồ sơ xử lý trực tuyến`` với ``muc_dat: tối thiểu 80%``
Đúng: ``noi_dung: Hồ sơ xử lý trực tuyến`` với ``muc_dat: tối thiểu 80%``
"""

from collections.abc import Iterator

from kehoach.language.fold import fold
from kehoach.language.pattern import late_pattern
from kehoach.language.quantity import Quantity, find_quantities
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH408", "noi-dung-khac-muc-dat", Level.WARNING, since="0.1.0")

_OTHER_TIME = late_pattern(
    r"20[0-9]{2}|hiện|so với|cùng kỳ|\btừ\b|trong đó|riêng|tăng|giảm|lên|còn|mỗi|giai đoạn"
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the one figure of a content with the figure of its target."""
    for target in context.plan.targets():
        quantity = target.quantity
        if quantity is None or not any(c.isdigit() for c in target.content):
            continue
        found = [q for q in find_quantities(target.content) if fold(q.unit) == fold(quantity.unit)]
        if len(found) == 1 and found[0].value != quantity.value:
            if _is_aside(target.content, found[0]):
                continue
            words = target.content[found[0].start : found[0].end]
            yield Finding(
                (*target.path, "noi_dung"),
                f"nội dung ghi “{words}”, mức đạt ghi “{target.figure}”",
                "bỏ con số khỏi nội dung, hoặc sửa cho khớp",
                stretch=(found[0].start, found[0].end),
                related=(*target.path, "muc_dat"),
                related_message="mức đạt ở đây",
                confidence=0.85,
            )


def _is_aside(content: str, quantity: Quantity) -> bool:
    before = content[: quantity.start]
    if before.count("(") > before.count(")"):
        return True
    return _OTHER_TIME.search(fold(content)) is not None
