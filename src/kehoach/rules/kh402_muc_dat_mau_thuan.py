"""Mức đạt không được vừa "tối thiểu" vừa "trên".

"Tối thiểu 80%" cho phép đúng 80%, "trên 80%" thì không: viết cả hai thì không biết 80% là đạt
hay chưa. Con số trong lời văn cũng được xét.

Sai: ``muc_dat: Tối thiểu trên 80%``
Đúng: ``muc_dat: tối thiểu 80%``
"""

import re
from collections.abc import Iterator, Sequence

from kehoach.language.pattern import late_pattern
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.source.place import Path

META = Rule("KH402", "muc-dat-mau-thuan", Level.ERROR, since="0.1.0")

_HELP = "chỉ giữ một từ: “tối thiểu” (tính cả con số) hoặc “trên” (không tính)"
_IN_PROSE = late_pattern(
    r"\b((?:tối thiểu|ít nhất|không dưới|tối đa|nhiều nhất)(?: đạt| là| phải)?"
    r" (?:trên|dưới|hơn)) (?=[0-9])",
    re.IGNORECASE,
)


# What the pattern has before its last word, and that word.
_BEFORE = ("thiểu", "nhất", "dưới", "đa", "đạt", "là", "phải")
_BOUNDS = ("trên", "dưới", "hơn", "Trên", "Dưới", "Hơn", "TRÊN", "DƯỚI", "HƠN")


def check(context: Context) -> Iterator[Finding]:
    """Look for operators that contradict each other, in figures and in prose."""
    told: set[Path] = set()
    for target in context.plan.targets():
        quantity = target.quantity
        if quantity and quantity.conflict:
            told.add(target.path)
            yield Finding(
                (*target.path, "muc_dat"),
                f"mức đạt “{target.figure}” dùng hai từ trái nhau: “{quantity.conflict}”",
                _HELP,
            )
    if not context.may_stand(_BOUNDS, _is_between):
        return
    for path, text in context.texts:
        bounded = " nhất" in text or "ối thiểu" in text or "ối đa" in text or "hông dưới" in text
        if not bounded or path[:-1] in told:
            continue
        for found in _IN_PROSE.finditer(text):
            yield Finding(
                path,
                f"con số này dùng hai từ trái nhau: “{found[1]}”",
                _HELP,
                stretch=found.span(1),
            )


def _is_between(tokens: Sequence[str], at: int) -> bool:
    """Tell a word between another word for a bound and a figure."""
    return tokens[at + 1][0].isdigit() and tokens[at - 1].lower().endswith(_BEFORE)
