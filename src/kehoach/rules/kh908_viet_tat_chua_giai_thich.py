"""Chữ viết tắt phải được giải thích ở lần dùng đầu: cụm từ đầy đủ, rồi chữ viết tắt trong ngoặc.

Hướng dẫn 05-HD/VPTW, mục II.I.6.1.3; Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.6.c: viết tắt lần
đầu phải đặt trong ngoặc đơn ngay sau từ, cụm từ đó. Không nhắc các chữ quen dùng (UBND, HĐND, OCOP,
VNeID …: templates/ngon-ngu/viet-tat.yaml, dự án có thể thêm), số, ký hiệu văn bản, nơi nhận.

Sai: "giải quyết TTHC" khi trước đó chưa có "thủ tục hành chính (TTHC)"
Đúng: "giải quyết thủ tục hành chính (TTHC)"
"""

import re
from collections.abc import Iterator

from kehoach.language.syllable import is_syllable
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.word_lists import words
from kehoach.rules.wording import Wording

META = Rule("KH908", "viet-tat-chua-giai-thich", Level.NOTE, since="0.1.0")

_ABBREVIATION = re.compile(r"[A-ZĐ]{2,}(?:[-&][A-ZĐ]{2,})*")
_ROMAN = re.compile(r"[IVXLC]+")
_PARTS = re.compile(r"[-&]")
_NOT_BODY = frozenset({"noi_nhan", "chu_tri", "phoi_hop"})


def check(context: Context) -> Iterator[Finding]:
    """Yield each abbreviation at its first use where nothing before explains it."""
    wording = context.wording
    if not wording.is_readable:
        return
    known: frozenset[str] | None = None
    found: list[tuple[int, str, int | None]] = []
    for token in wording.counts:
        if not _ABBREVIATION.fullmatch(token):
            continue
        known = words("viet-tat") if known is None else known
        if all(_is_no_abbreviation(part, known) for part in _PARTS.split(token)):
            continue
        use = next((at for at in wording.find(token) if _is_use(wording, at, len(token))), None)
        defined = None if use is None else _definition(wording, token)
        if use is not None and (defined is None or use < defined):
            found.append((use, token, defined))
    for at, token, defined in sorted(found):
        path, stretch = wording.at(at, at + len(token))
        yield Finding(
            path,
            f"chữ viết tắt {token} dùng mà chưa giải thích"
            if defined is None
            else f"chữ viết tắt {token} dùng trước chỗ giải thích",
            f"viết đầy đủ ở lần đầu, rồi ({token}) ngay sau",
            stretch,
            related=None if defined is None else wording.at(defined, defined)[0],
            related_message="giải thích ở đây",
        )


def _is_no_abbreviation(part: str, known: frozenset[str]) -> bool:
    return part in known or bool(_ROMAN.fullmatch(part)) or is_syllable(part)


def _is_use(wording: Wording, at: int, length: int) -> bool:
    """Tell whether it stands in the body, not in a symbol or a heading in capitals."""
    text = wording.text
    if text[at - 1 : at] in {"/", "-", "&", "."} or text[at + length : at + length + 1] == "/":
        return False
    path = wording.at(at, at)[0]
    if path[-1] in _NOT_BODY or (len(path) > 1 and path[-2] in _NOT_BODY):
        return False
    return not wording.around(at).isupper()


def _definition(wording: Wording, token: str) -> int | None:
    """Return where *token* is explained: in brackets behind words, or after "viết tắt là"."""
    text = wording.text
    for at in wording.find(token):
        before = text[max(at - 60, 0) : at].rpartition("\n")[2].rstrip('“" ')
        behind = text[at + len(token) : at + len(token) + 2].lstrip('”"')
        if before.endswith(("tắt là", "gọi là", "gọi chung là", "viết tắt:", "(")) or (
            behind[:1] == ")" and "(" in before and before.rfind("(") > before.rfind(")")
        ):
            if before.endswith("(") and behind[:1] not in {")", ",", ";", " "}:
                continue
            return at
    return None
