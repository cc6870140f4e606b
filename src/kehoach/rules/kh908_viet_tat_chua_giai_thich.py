"""Chữ viết tắt phải được giải thích ở lần dùng đầu: cụm từ đầy đủ, rồi chữ viết tắt trong ngoặc.

Hướng dẫn 05-HD/VPTW, mục II.I.6.1.3; Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.6.c: viết tắt lần
đầu phải đặt trong ngoặc đơn ngay sau từ, cụm từ đó. Không nhắc các chữ quen dùng (UBND, HĐND, OCOP,
VNeID …: templates/ngon-ngu/viet-tat.yaml, dự án có thể thêm), số, ký hiệu văn bản, nơi nhận. Chữ
viết tắt của đơn vị đã khai ở ``don_vi_thuc_hien`` chỉ được nêu khi xem cả chỗ còn ngờ (--pedantic).

Sai: "giải quyết TTHC" khi trước đó chưa có "thủ tục hành chính (TTHC)"
Đúng: "giải quyết thủ tục hành chính (TTHC)"
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from kehoach.language.syllable import is_syllable
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.tables import pairs, words
from kehoach.rules.wording import Wording

META = Rule("KH908", "viet-tat-chua-giai-thich", Level.NOTE, since="0.1.0")

_ABBREVIATION = re.compile(r"[A-ZĐ]{2,}(?:[-&][A-ZĐ]{2,})*")
_ROMAN = re.compile(r"[IVXLC]+")
_PARTS = re.compile(r"[-&]")
# Readers may know how their own units are called.
_DECLARED = 0.6
_NOT_BODY = frozenset({"noi_nhan", "chu_tri", "phoi_hop"})


def check(context: Context) -> Iterator[Finding]:
    """Yield each abbreviation at its first use where nothing before explains it."""
    wording = context.wording
    if not wording.is_readable:
        return
    found: list[tuple[int, str, int | None]] = []
    for token in wording.capitals:
        if not _asks_for_words(token):
            continue
        use, defined = _first_use(wording, token)
        if use is None or (defined is not None and defined <= use):
            continue
        if not _is_joined(wording, token, use):
            found.append((use, token, defined))
    if found:
        yield from _findings(context, sorted(found))


def _findings(context: Context, found: list[tuple[int, str, int | None]]) -> Iterator[Finding]:
    """Yield a finding for each (first use, abbreviation, where it is explained)."""
    wording = context.wording
    units = (text for unit in context.plan.units for text in (unit.abbreviation, *unit.writings))
    declared = frozenset(_ABBREVIATION.findall("\n".join(units)))
    full = pairs("viet-tat", "day_du")
    for at, token, defined in found:
        path, stretch = wording.place(at, at + len(token))
        yield Finding(
            path,
            f"chữ viết tắt {token} dùng mà chưa giải thích"
            if defined is None
            else f"chữ viết tắt {token} dùng trước chỗ giải thích",
            f"lần đầu viết: {full[token]} ({token})"
            if token in full
            else f"lần đầu viết đầy đủ cụm từ, rồi ({token}) ngay sau",
            stretch,
            related=None if defined is None else wording.place(defined, defined)[0],
            related_message="giải thích ở đây",
            confidence=_DECLARED if token in declared else 1,
        )


@lru_cache(maxsize=8192)
def _asks_for_words(token: str) -> bool:
    """Tell whether *token* is an abbreviation that readers may not know."""
    if not _ABBREVIATION.fullmatch(token):
        return False
    known = words("viet-tat")
    return not all(_is_no_abbreviation(part, known) for part in _PARTS.split(token))


def _is_no_abbreviation(part: str, known: frozenset[str]) -> bool:
    return part in known or bool(_ROMAN.fullmatch(part)) or is_syllable(part)


def _is_use(wording: Wording, at: int, length: int) -> bool:
    """Tell whether it stands in the body, not in a symbol or a heading in capitals."""
    text = wording.text
    if text[at - 1 : at] in {"/", "-", "&", "."} or text[at + length : at + length + 1] == "/":
        return False
    if text[at + length : at + length + 1] == "." and text[at + length + 1].isdigit():
        return False  # the number of a road: ĐT.543
    path = wording.place(at, at)[0]
    if path[-1] in _NOT_BODY or (len(path) > 1 and path[-2] in _NOT_BODY):
        return False
    return not wording.around(at).isupper()


def _is_joined(wording: Wording, token: str, use: int) -> bool:
    """Tell whether *token* joins abbreviations that are explained before: PCTT&TKCN."""
    parts = _PARTS.split(token)
    if len(parts) == 1:
        return False
    ends = [_definition(wording, part) for part in parts]
    return all(end is not None and end < use for end in ends)


def _first_use(wording: Wording, token: str) -> tuple[int | None, int | None]:
    """Return where *token* is used first and where it is explained, each None where nowhere.

    Behind the explanation no use is looked for.
    """
    use: int | None = None
    for at in wording.find(token):
        if use is None and _is_use(wording, at, len(token)):
            use = at
        if _explains(wording, token, at):
            return use, at
    return use, None


def _definition(wording: Wording, token: str) -> int | None:
    """Return where *token* is explained, None where nowhere."""
    return next((at for at in wording.find(token) if _explains(wording, token, at)), None)


def _explains(wording: Wording, token: str, at: int) -> bool:
    """Tell whether *token* stands at *at* in brackets behind words, or after "viết tắt là"."""
    text = wording.text
    before = text[max(at - 60, 0) : at].rpartition("\n")[2].rstrip('“" ')
    behind = text[at + len(token) : at + len(token) + 2].lstrip('”"')
    if before.endswith("("):
        return behind[:1] in {")", ",", ";", " "}
    return before.endswith(("tắt là", "gọi là", "gọi chung là", "viết tắt:")) or (
        behind[:1] == ")" and "(" in before and before.rfind("(") > before.rfind(")")
    )
