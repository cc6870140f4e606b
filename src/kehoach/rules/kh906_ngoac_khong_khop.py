"""Ngoặc đơn, ngoặc kép mở thì phải đóng, đóng thì phải mở.

Thiếu một bên thì không biết phần trong ngoặc (điều kiện, loại trừ, ví dụ) hết ở đâu. Ngoặc mở ở
một đoạn và đóng ở một đoạn ngay sau (danh sách trong ngoặc) được chấp nhận; "a)", "1)" không phải
ngoặc.

Sai: "Sự cố đơn giản (máy in hết giấy, lỗi đăng nhập. Sự cố phức tạp (mất mạng)"
Đúng: "Sự cố đơn giản (máy in hết giấy, lỗi đăng nhập). Sự cố phức tạp (mất mạng)"
"""

import re
from collections.abc import Iterator

from kehoach.language.pattern import late_pattern
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.source.place import Path

META = Rule("KH906", "ngoac-khong-khop", Level.WARNING, since="0.1.0")

_PAIRS = {")": "(", "”": "“", "]": "["}
_OPENING = frozenset(_PAIRS.values())
_BRACKETS = {"(": re.compile("[()]"), "“": re.compile("[“”]"), "[": re.compile(r"[\[\]]")}
_SIGNS = (*_PAIRS, *_PAIRS.values(), '"')
_LABEL = late_pattern(r"(?:^|[\s(“])(?:[a-zđ]|\d{1,2}|[ivxIVX]{1,4})$")
# A bracket round a list closes within so many texts.
_NEAR = 8


def check(context: Context) -> Iterator[Finding]:
    """Match brackets within each text, then across texts that follow one another."""
    if not context.wording.is_readable:
        return
    open_before: list[tuple[int, Finding, str]] = []
    found: list[Finding] = []
    running = context.running_text
    whole = running.text
    pairs = [
        (opening, closing)
        for opening, closing in (("(", ")"), ("“", "”"), ("[", "]"))
        if opening in whole or closing in whole
    ]
    straight = '"' in whole
    for i in sorted({i for sign in _SIGNS for i in running.numbers_with(sign)}):
        path, text = context.texts[i]
        for opening, closing in pairs:
            if text.count(opening) == text.count(closing) and text.count(closing) < 2:  # noqa: PLR2004  two pairs may be in disorder
                continue
            for place, bracket in _unmatched(text, opening, closing):
                if bracket == closing:
                    before = open_before[-1] if open_before else None
                    if before and before[2] == opening and i - before[0] <= _NEAR:
                        open_before.pop()
                        found.remove(before[1])
                        continue
                finding = _finding(path, place, bracket)
                found.append(finding)
                if bracket == opening:
                    open_before.append((i, finding, opening))
        if straight and text.count('"') % 2:
            found.append(_finding(path, text.rindex('"'), '"'))
    yield from found


def _unmatched(text: str, opening: str, closing: str) -> Iterator[tuple[int, str]]:
    stack: list[int] = []
    one_open = text.count(opening) > text.count(closing)
    for bracket in _BRACKETS[opening].finditer(text):
        place = bracket.start()
        if bracket[0] == opening:
            if one_open and stack and ". " in text[stack[-1] : place]:
                # A sentence ended since: it is the first that was never closed.
                yield stack.pop(), opening
            stack.append(place)
        elif stack:
            stack.pop()
        elif not (closing == ")" and _LABEL.search(text[max(place - 6, 0) : place])):
            yield place, closing
    for place in stack:
        yield place, opening


def _finding(path: Path, place: int, bracket: str) -> Finding:
    if bracket == '"':
        message, help_ = "dấu ngoặc kép thiếu một bên", "thêm bên còn thiếu hoặc bỏ dấu thừa"
    elif bracket in _OPENING:
        message, help_ = f"“{bracket}” mở mà không đóng", "đóng ngoặc ở chỗ hết phần trong ngoặc"
    else:
        message, help_ = f"“{bracket}” đóng mà không mở", "mở ngoặc ở chỗ bắt đầu, hoặc bỏ dấu này"
    return Finding(path, message, help_, (place, place + 1))
