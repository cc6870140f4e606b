"""Dấu cách: một dấu cách giữa hai từ; dấu câu liền từ trước, cách từ sau; dấu ngoặc liền chữ trong.

Số (1.000.000), giờ (7:30), địa chỉ mạng, thư điện tử và số, ký hiệu văn bản (05/KH-UBND) không
thuộc quy tắc này.

Sai: "cơ quan ,đơn vị", "chính trị- xã hội", "( nếu có )", "PhòngVH-XH"
Đúng: "cơ quan, đơn vị", "chính trị - xã hội", "(nếu có)", "Phòng VH-XH"
"""

import re
from collections.abc import Iterator

from kehoach.language.pattern import late_pattern
from kehoach.language.syllable import is_syllable
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Fix, Level, Replacement, Rule
from kehoach.rules.wording import Wording

META = Rule("KH905", "dau-cach", Level.NOTE, since="0.1.0")

_LOWER = "a-zà-ỹđ"
# What is wrong; which part of it is replaced (all of it, or nothing before or behind it); by what;
# what it is called. Patterns begin with a sign, not with a look behind, which would be tried at
# every letter.
_REPEATED = late_pattern(r" {2,}(?=\S)"), "all", " ", "thừa dấu cách"
_FAULTS: tuple[tuple[re.Pattern[str], str, str, str], ...] = (
    (
        late_pattern(r" +(?=[,;:)](?:\s|$)|\.(?:\s|$))"),
        "all",
        "",
        "thừa dấu cách trước dấu câu",
    ),
    (late_pattern(r"[(“]( +)(?=\w)"), "group", "", "thừa dấu cách sau dấu mở"),
    (
        late_pattern(rf"[,;](?<=[{_LOWER}].)(?=[{_LOWER}]{{2}})"),
        "end",
        " ",
        "thiếu dấu cách sau dấu câu",
    ),
    (
        late_pattern(rf"-(?<=[{_LOWER}].)(?= [^\W\d_])"),
        "start",
        " ",
        "thiếu dấu cách trước gạch nối giữa hai vế",
    ),
    (
        late_pattern(rf"-(?<=[{_LOWER}] .)(?=[{_LOWER}]{{2}})"),
        "end",
        " ",
        "thiếu dấu cách sau gạch nối giữa hai vế",
    ),
    (late_pattern(r"\.{5,}"), "all", "...", "dấu chấm lửng là ba chấm"),
)
_WEB = re.compile(r"https?:|www\.|@|\.vn\b|\.com\b")
_GLUED = re.compile(rf"(?P<word>[A-ZĐÀ-Ỹ]?[{_LOWER}]{{2,6}})[A-ZĐ]{{2,}}(?:[-&][A-ZĐ]+)*")


def check(context: Context) -> Iterator[Finding]:
    """Search the whole text for each fault."""
    wording = context.wording
    if not wording.is_readable:
        return
    text = wording.text
    looked_for = ((_REPEATED,) if "  " in text else ()) + (_FAULTS if wording.loose else ())
    for pattern, part, right, message in looked_for:
        for match in pattern.finditer(text):
            start, end = _replaced(match, part)
            if start and not _WEB.search(text, max(start - 20, 0), end + 20):
                yield _finding(wording, start, end, right, message)
    for token in wording.capitals:
        if (glued := _GLUED.fullmatch(token)) and is_syllable(glued["word"]):
            for at in wording.find(token):
                place = at + glued.end("word")
                yield _finding(wording, place, place, " ", "thiếu dấu cách giữa hai từ")


def _replaced(match: re.Match[str], part: str) -> tuple[int, int]:
    if part == "group":
        return match.span(1)
    start, end = match.span()
    return {"all": (start, end), "start": (start, start), "end": (end, end)}[part]


def _finding(wording: Wording, start: int, end: int, right: str, message: str) -> Finding:
    path, stretch = wording.place(start, end)
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
