"""Kết quả, mức đạt không được chỉ dẫn trở lại chính kế hoạch.

"Đạt các chỉ tiêu được giao tại Kế hoạch này" ở cột kết quả không nói chỉ tiêu nào, mức nào: cuối kỳ
không có gì để đo. Nhiệm vụ có ``phuc_vu`` thì đã rõ chỉ tiêu.

Sai: ``san_pham: Đạt các chỉ tiêu được giao tại Kế hoạch này``
Đúng: ``san_pham: 90% người dân, doanh nghiệp hài lòng``
"""

import re
from collections.abc import Iterator

from kehoach.language.fold import fold
from kehoach.language.pattern import late_pattern
from kehoach.language.quantity import find_quantities
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.phrases import shortened
from kehoach.source.place import Path

META = Rule("KH406", "ket-qua-vong-tron", Level.WARNING, since="0.1.0")

_PLAN = r"(?:kế hoạch|kh)"
_CIRCULAR = re.compile(
    r"(?:chỉ tiêu|mục tiêu|nhiệm vụ|các nhiệm|nội dung)(?!\w)[^.;]*?"
    rf"(?:{_PLAN} (?:này|(?:đã )?đề ra)"
    rf"|(?:đề ra|được giao|nêu|giao) (?:tại|trong|theo) {_PLAN}(?! (?:số|hành động|của))(?!\w))"
)

_DOCUMENT = late_pattern(
    r"(?:báo cáo|kế hoạch|văn bản|quyết định|công văn|tờ trình|biên bản|hồ sơ|thông báo|danh mục)\b"
)


def check(context: Context) -> Iterator[Finding]:
    """Read the figures of targets and the deliverables of tasks."""
    for path, text in _outcomes(context):
        folded = fold(text)
        circular = _CIRCULAR.search(folded) and not _DOCUMENT.match(folded)
        if circular and not find_quantities(text):
            yield Finding(
                path,
                f"kết quả “{shortened(text)}” chỉ dẫn trở lại kế hoạch, không đo được",
                "ghi chỉ tiêu nào, mức bao nhiêu, hoặc sản phẩm cụ thể",
            )


def _outcomes(context: Context) -> Iterator[tuple[Path, str]]:
    for target in context.plan.targets():
        if target.figure:
            yield (*target.path, "muc_dat"), target.figure
    for task in context.plan.tasks():
        if task.deliverable and not task.serves:
            yield (*task.path, "san_pham"), task.deliverable
