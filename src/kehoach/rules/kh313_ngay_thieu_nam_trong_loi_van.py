"""Hạn nêu trong lời văn phải có năm.

Hạn ghi ở ``han``, ``thoi_han`` do KH304 xét. Ngày lặp lại hằng năm không cần năm.

Sai: "gửi báo cáo trước ngày 05/11"
Đúng: "gửi báo cáo trước ngày 05/11/2025", "trước ngày 05/11 hằng năm"
"""

import re
from collections.abc import Iterator

from kehoach.language.pattern import late_pattern
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH313", "ngay-thieu-nam-trong-loi-van", Level.WARNING, since="0.1.0")

_SHORT = r" ngày ([0-9]{1,2}/[0-9]{1,2})(?![0-9]|[/.-][0-9])"
# Literal characters first: a pattern that begins with a choice is tried at every character.
_ANY_DAY = re.compile(_SHORT)
_DAY = late_pattern(
    r"(?:[Tt]rước|[Cc]hậm nhất(?: là)?|[Mm]uộn nhất(?: là)?|[Đđ]ến(?: hết)?|hạn cuối(?: là)?)"
    + _SHORT
)
_YEAR = re.compile(r"năm|20[0-9]{2}")
_SENTENCE = re.compile(r"[.;](?=\s|\Z)")
_DEADLINES = frozenset({"han", "thoi_han"})


def check(context: Context) -> Iterator[Finding]:
    """Look for days behind words of a deadline, in sentences that name no year."""
    for path, text in context.dated_texts:
        if not _ANY_DAY.search(text) or path[-1] in _DEADLINES:
            continue
        for day in _DAY.finditer(text):
            if not _YEAR.search(_sentence(text, day)):
                yield Finding(
                    path,
                    f"hạn “{day[0]}” không ghi năm",
                    "ghi đủ ngày, tháng, năm",
                    stretch=day.span(),
                    confidence=0.9,
                )


def _sentence(text: str, around: re.Match[str]) -> str:
    begin = max((cut.end() for cut in _SENTENCE.finditer(text, 0, around.start())), default=0)
    end = _SENTENCE.search(text, around.end())
    return text[begin : end.start() if end else None]
