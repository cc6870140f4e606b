"""Dấu cách: một dấu cách giữa hai từ; dấu câu liền từ trước, cách từ sau; dấu ngoặc liền chữ trong.

Số (1.000.000), giờ (7:30), địa chỉ mạng, thư điện tử và số, ký hiệu văn bản (05/KH-UBND) không thuộc
quy tắc này.

Sai: "cơ quan ,đơn vị", "chính trị- xã hội", "( nếu có )", "PhòngVH-XH"
Đúng: "cơ quan, đơn vị", "chính trị - xã hội", "(nếu có)", "Phòng VH-XH"
"""

import re
from collections.abc import Iterator

from kehoach.language.syllable import is_syllable
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Fix, Level, Replacement, Rule
from kehoach.rules.wording import Wording

META = Rule("KH905", "dau-cach", Level.NOTE, since="0.1.0")

_LOWER = "a-zà-ỹđ"
_Needles = tuple[str, ...]
# What must be in the text for the search to be worth it; what is wrong; what it becomes; why.
_FAULTS: tuple[tuple[_Needles, re.Pattern[str], str, str], ...] = (
    (("  ",), re.compile(r"(?<=\S)  +(?=\S)"), " ", "thừa dấu cách"),
    (
        (" ,", " ;", " :", " .", " )"),
        re.compile(r"(?<=\w) +(?=[,;:)](?:\s|$)|\.(?:\s|$))"),
        "",
        "thừa dấu cách trước dấu câu",
    ),
    (("( ", "“ "), re.compile(r"(?<=[(“]) +(?=\w)"), "", "thừa dấu cách sau dấu mở"),
    (
        (",", ";"),
        re.compile(rf"(?<=[{_LOWER}][,;])(?=[{_LOWER}]{{2}})"),
        " ",
        "thiếu dấu cách sau dấu câu",
    ),
    (
        ("- ",),
        re.compile(rf"(?<=[{_LOWER}])(?=- [^\W\d_])"),
        " ",
        "thiếu dấu cách trước gạch nối giữa hai vế",
    ),
    (
        (" -",),
        re.compile(rf"(?<=[{_LOWER}] -)(?=[{_LOWER}]{{2}})"),
        " ",
        "thiếu dấu cách sau gạch nối giữa hai vế",
    ),
    ((".....",), re.compile(r"(?<!\.)\.{4,}(?!\.)"), "...", "dấu chấm lửng là ba chấm"),
)
_WEB = re.compile(r"https?:|www\.|@|\.vn\b|\.com\b")
_GLUED = re.compile(rf"(?P<word>[A-ZĐÀ-Ỹ]?[{_LOWER}]{{2,6}})[A-ZĐ]{{2,}}(?:[-&][A-ZĐ]+)*")


def check(context: Context) -> Iterator[Finding]:
    """Search the whole text for each fault."""
    wording = context.wording
    if not wording.is_readable:
        return
    text = wording.text
    for needles, pattern, right, message in _FAULTS:
        if any(needle in text for needle in needles):
            for match in pattern.finditer(text):
                if not _WEB.search(text, match.start() - 20, match.end() + 20):
                    yield _finding(wording, *match.span(), right, message)
    for token in wording.counts:
        if (glued := _GLUED.fullmatch(token)) and is_syllable(glued["word"]):
            for at in wording.find(token):
                place = at + glued.end("word")
                yield _finding(wording, place, place, " ", "thiếu dấu cách giữa hai từ")


def _finding(wording: Wording, start: int, end: int, right: str, message: str) -> Finding:
    path, stretch = wording.at(start, end)
    line = wording.around(start)
    first = line.rfind(" ", 0, stretch[0]) + 1
    last = line.find(" ", stretch[1])
    last = len(line) if last < 0 else last
    wanted = line[first : stretch[0]] + right + line[stretch[1] : last]
    return Finding(
        path,
        message,
        f"viết “{wanted}”",
        (first, last),
        fix=Fix((Replacement(path, stretch, right),), safe=True),
    )
