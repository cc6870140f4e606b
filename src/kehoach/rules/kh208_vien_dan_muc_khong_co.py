"""Mục của Kế hoạch này được viện dẫn thì phải có.

Chỉ xét chỗ nói rõ là mục của "Kế hoạch này". Khi thêm bớt mục, chỗ viện dẫn thường bị quên.

Sai: "theo mục VII Kế hoạch này" khi kế hoạch có sáu mục
Đúng: "theo mục VI Kế hoạch này"
"""

import re
from collections.abc import Iterator

from kehoach.model.outline import numbers
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH208", "vien-dan-muc-khong-co", Level.WARNING, since="0.1.0")

_CITED = re.compile(r"\b[Mm]ục ([IVX]{1,5})\b(?:,? (?:của|tại|thuộc|trong))? [Kk]ế hoạch này\b")


def check(context: Context) -> Iterator[Finding]:
    """Look for sections of this plan by their number."""
    if "hoạch này" not in context.running_text.text:
        return
    known: set[str] | None = None
    for path, text in context.texts:
        if "hoạch này" not in text:
            continue
        for cited in _CITED.finditer(text):
            if known is None:
                marks = numbers(context.plan)
                known = {
                    marks.get(section.path, "").strip(".- ") for section in context.plan.walk()
                }
            if cited[1] not in known:
                yield Finding(
                    path,
                    f"Kế hoạch này không có mục {cited[1]}",
                    "viện dẫn đúng số của mục",
                    stretch=cited.span(1),
                )
