"""Mức đạt không được vừa "tối thiểu" vừa "trên".

"Tối thiểu 80%" cho phép đúng 80%, "trên 80%" thì không: viết cả hai thì không biết 80% là đạt
hay chưa. Con số trong lời văn cũng được xét.

Sai: ``muc_dat: Tối thiểu trên 80%``
Đúng: ``muc_dat: tối thiểu 80%``
"""

import re
from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.wording import Wording
from kehoach.source.place import Path

META = Rule("KH402", "muc-dat-mau-thuan", Level.ERROR, since="0.1.0")

_HELP = "chỉ giữ một từ: “tối thiểu” (tính cả con số) hoặc “trên” (không tính)"
_IN_PROSE = re.compile(
    r"\b((?:tối thiểu|ít nhất|không dưới|tối đa|nhiều nhất)(?: đạt| là| phải)?"
    r" (?:trên|dưới|hơn)) (?=[0-9])",
    re.IGNORECASE,
)


# What the pattern has before its last word, and that word.
_BEFORE = frozenset({"thiểu", "nhất", "dưới", "đa", "đạt", "là", "phải"})
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
    if context.wording.is_whole and not _may_be_said_twice(context.wording):
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


def _may_be_said_twice(wording: Wording) -> bool:
    """Tell whether "trên", "dưới" or "hơn" stands between a word for a bound and a figure."""
    tokens = wording.tokens
    return any(
        tokens[i + 1][0].isdigit() and tokens[i - 1].lower() in _BEFORE
        for word in _BOUNDS
        for i in wording.places.get(word, ())
    )
