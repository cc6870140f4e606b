"""Hạn nêu trong lời văn không được trước ngày ban hành.

Hạn ghi ở ``han``, ``thoi_han`` do KH303 xét. Việc nói là đã làm không xét.

Sai: kế hoạch ký ngày 11/7/2025, "hoàn thành trước ngày 30/6/2025"
Đúng: "hoàn thành trước ngày 30/9/2025"
"""

import re
from collections.abc import Iterator

from kehoach.language.deadline import read_deadline
from kehoach.language.pattern import late_pattern
from kehoach.rules.context import Context
from kehoach.rules.deadlines import written_issue
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH316", "han-da-qua-trong-loi-van", Level.WARNING, since="0.1.0")

_DONE_BY = r"(?:[Hh]oàn thành|xong)"
_SENT_BY = r"(?:[Bb]áo cáo|[Gg]ửi|[Nn]ộp|[Tt]rình)"
_BEFORE = r"(?:[Tt]rước|[Cc]hậm nhất(?: là)?)"
_TIME = r"(?:ngày [0-9]{1,2}/[0-9]{1,2}/|tháng [0-9]{1,2}/|quý [IV]+/)20[0-9]{2}(?![0-9/])"
# "báo cáo kết quả đến hết tháng 6/2025" says what is reported, not by when.
_DEADLINE = late_pattern(
    rf"{_DONE_BY}[^.;:()]{{0,50}}? (?P<done>(?:{_BEFORE}|trong|hết|đến hết) {_TIME})"
    rf"|{_SENT_BY}[^.;:()]{{0,50}}? (?P<sent>{_BEFORE} {_TIME})"
    rf"|(?P<first>{_BEFORE} {_TIME}),? (?:phải )?(?:{_DONE_BY}|{_SENT_BY})"
)
# What the pattern needs, much faster to look for.
_LIMITS = ("rước ", "hậm nhất ", "trong ", "hết ")
_ACTS = ("oàn thành", "xong", "áo cáo", "ửi", "ộp", "rình")
_DONE = re.compile(r"\b(?:đã|đang|từng|số|kết quả|so với)\b[^.;]*\Z")
_ELSEWHERE = frozenset({"han", "thoi_han", "tu_ngay", "trich_yeu"})


def check(context: Context) -> Iterator[Finding]:
    """Look for times behind or before words of finishing."""
    issued = context.plan.document.date
    if issued is None:
        return
    for path, text in context.dated_texts:
        if "/20" not in text or path[-1] in _ELSEWHERE or "can_cu" in path:
            continue
        if not (any(map(text.__contains__, _LIMITS)) and any(map(text.__contains__, _ACTS))):
            continue
        for found in _DEADLINE.finditer(text):
            group = found.lastgroup or ""
            deadline = read_deadline(found[group])
            if not deadline or not deadline.due or deadline.due >= issued.first_day():
                continue
            if not _DONE.search(text, 0, found.start(group)):
                yield Finding(
                    path,
                    f"hạn “{found[group]}” đã qua khi ban hành ({written_issue(issued)})",
                    "viết lại hạn, hoặc ghi rõ việc đã hoàn thành",
                    stretch=found.span(group),
                    confidence=0.85,
                )
