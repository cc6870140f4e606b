"""Tên xã, phường khác trong lời văn là dấu vết của kế hoạch chép lại.

Xét tên riêng đứng ngay sau "trên địa bàn xã", "UBND xã", "Đảng ủy phường" … và khác tên đơn vị
của kế hoạch. Câu nói về phối hợp với nơi khác, tên cũ, văn bản viện dẫn của nơi khác chỉ được nêu
khi dùng ``--pedantic``.

Sai: trên địa bàn xã Hợp Minh (kế hoạch của xã Hướng Phùng)
Đúng: trên địa bàn xã Hướng Phùng
"""

import re
from collections.abc import Iterator, Sequence

from kehoach.language.fold import fold
from kehoach.language.pattern import late_pattern
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH509", "ten-xa-khac", Level.WARNING, since="0.1.0")

_BODY = late_pattern(
    r"(?:ubnd|hđnd|[uủ][yỷ] ban nhân dân|đảng [uủ][yỷ]|công an|địa bàn|chuyển đổi số"
    r"|chính quyền số) \Z"
)
# How what the pattern matches ends, and what stands behind it.
_LAST = ("bnd", "đnd", "dân", "ủy", "uỷ", "an", "bàn", "số")
_LEVELS = ("xã", "phường", "khu", "Xã", "Phường", "Khu", "XÃ", "PHƯỜNG", "KHU")
_WORD = re.compile(r" (\w+)")
# Of other places, of the past, or of a cited document.
_ELSEWHERE = late_pattern(
    r"phối hợp|cùng|giáp|lân cận|học tập|kinh nghiệm|mô hình|các xã|các phường|kết nghĩa|cũ|trước"
    r"|nguyên|bàn giao|sáp nhập|hợp nhất|thành lập|\d/|/[a-zđ]"
)


def check(context: Context) -> Iterator[Finding]:
    """Compare every name of a commune that follows a body with the plan's own."""
    own = fold(context.plan.commune.name)
    if not own or "[" in own or context.plan.commune.is_province:
        return
    level, _, name = own.partition(" ")
    if own.startswith("đặc khu "):
        level, name = "đặc khu", own[8:]
    length = len(name.split())

    def is_other(tokens: Sequence[str], at: int) -> bool:
        """Tell a name that does not begin as the own one, behind a body and a level word."""
        return (
            tokens[at + 1][0].isupper()
            and tokens[at - 1].lower().endswith(_LAST)
            and fold(" ".join(tokens[at + 1 : at + 1 + length])) != name
        )

    if not context.may_stand(_LEVELS, is_other):
        return
    running = context.running_text
    for start, end in running.words("xã", "phường", "đặc khu"):
        body = _BODY.search(running.before(start, 30))
        last = _name_end(running.text, end) if body else end
        if last == end:
            continue
        written = fold(running.text[end:last])
        if f"{written} ".startswith(f"{name} ") or name.startswith(f"{written} "):
            continue
        around = running.before(start, 120) + running.after(last, 25)
        path, stretch = running.place(start, last)
        yield Finding(
            path,
            f"“{running.text[start:last]}” không phải {context.plan.commune.name}",
            "sửa tên, nếu câu này nói về đơn vị của kế hoạch",
            stretch=stretch,
            related=("don_vi", "ten"),
            related_message=f"kế hoạch của {level} này",
            confidence=0.6 if _ELSEWHERE.search(around) else 0.9,
        )


def _name_end(text: str, start: int) -> int:
    """Return where the capitalized words behind *start* end; *start* where none stands there."""
    end = start
    while (word := _WORD.match(text, end)) and word[1][0].isupper():
        end = word.end()
    return end
