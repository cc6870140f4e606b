"""Lời văn gọi tên cơ quan của mình phải đúng cấp xã, phường, đặc khu nơi ban hành.

"UBND xã" trong kế hoạch của phường là dấu vết chép từ nơi khác. Chỉ xét cơ quan và địa bàn của
chính mình: "các xã, phường", "cấp xã", tên riêng của xã khác (“UBND xã Hướng Phùng”) không bị
báo.

Sai: hệ thống thông tin của UBND xã (kế hoạch của phường Hải Dương)
Đúng: hệ thống thông tin của UBND phường
"""

import re
from collections.abc import Iterator, Sequence

from kehoach.language.fold import fold
from kehoach.language.pattern import late_pattern
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Fix, Level, Replacement, Rule
from kehoach.rules.running_text import RunningText
from kehoach.source.place import Path

META = Rule("KH503", "sai-cap-xa-phuong", Level.ERROR, since="0.1.0")

_LEVELS = ("xã", "phường", "đặc khu")
_LAST = (
    "bnd ",
    "nd ",
    "dân ",
    "ủy ",
    "uỷ ",
    "an ",
    "mttq ",
    "nam ",
    "bàn ",
    "vi ",
    "niên ",
    "công ",
)
_BODY = late_pattern(
    r"(?:ubnd|hđnd|[uủ][yỷ] ban nhân dân|hội đồng nhân dân|đảng [uủ][yỷ]|công an|mttq(?: việt nam)?"
    r"|địa bàn|phạm vi|đoàn thanh niên|phục vụ hành chính công) \Z"
)
# "UBND xã, phường", "xã/phường", "xã hoặc phường" name communes at large; "xã hội" is no commune.
_NOT_OWN = late_pattern(
    r"(?:,| và| hoặc|/| -|-) ?(?:các )?(?:xã|phường|thị trấn|đặc khu|thôn|bản)\b"
    r"| hội\b| viên\b| đội\b| kết nghĩa| bạn\b| khác\b| liền kề| giáp ranh| \(?cũ| trước "
)
_AT_LARGE = late_pattern(r"(?:các|mỗi|từng|mọi|những|cấp|nhiều|một số)\s[^,.;]{0,40}\Z")
_OF_A_DOCUMENT = re.compile(r"\d/[^.;]{0,80}\Z|\d-[^.;]{0,80}/[^.;]{0,80}\Z")


def check(context: Context) -> Iterator[Finding]:
    """Look at every other level word that follows one of the plan's own bodies."""
    own = next(
        (level for level in _LEVELS if fold(context.plan.commune.name).startswith(level)), ""
    )
    if not own:
        return
    for wrong in _LEVELS:
        if wrong != own:
            if context.may_stand(_forms(wrong), _is_behind_a_body):
                yield from _found(context.running_text, wrong, own)
            names = tuple((path, name) for path, name in _names(context) if wrong in name.lower())
            yield from _found(RunningText(names), wrong, own)


def _forms(level: str) -> tuple[str, ...]:
    """Return how *level* may begin."""
    head = level.partition(" ")[0]
    return head, head.capitalize(), head.upper()


def _is_behind_a_body(tokens: Sequence[str], at: int) -> bool:
    return f"{tokens[at - 1].lower()} ".endswith(_LAST)


def _found(running: RunningText, wrong: str, own: str) -> Iterator[Finding]:
    for start, end in running.words(wrong):
        if not running.lower.endswith(_LAST, 0, start):
            continue
        before = running.before(start, 80)
        body = _BODY.search(before)
        if not body or _NOT_OWN.match(running.after(end, 20)):
            continue
        if running.text[end + 1 : end + 2].isupper() and running.text[end] == " ":
            continue
        ahead = before[: body.start()]
        if _AT_LARGE.search(ahead):
            continue
        path, stretch = running.place(start, end)
        words = running.text[start - len(body[0]) : end]
        yield Finding(
            path,
            f"“{words}” trong kế hoạch của {own}",
            f"viết “{words[: -len(wrong)]}{own}”, nếu không phải nói về nơi khác",
            stretch=(stretch[0] - len(body[0]), stretch[1]),
            fix=Fix((Replacement(path, stretch, own),), safe=False),
            confidence=0.6 if _OF_A_DOCUMENT.search(ahead) else 0.95,
        )


def _names(context: Context) -> Iterator[tuple[Path, str]]:
    plan = context.plan
    for unit in plan.units:
        yield (*unit.path, "ten"), unit.name
    yield from context.named_units
    for i, recipient in enumerate(plan.document.recipients):
        yield ("van_ban", "noi_nhan", i), recipient
