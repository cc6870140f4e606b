"""Tên gọi tắt của một văn bản phải được nêu trước khi dùng.

"Kế hoạch 02", "Nghị quyết 57" không có ký hiệu thì người đọc phải đoán. Viết đủ lần đầu rồi thêm
(sau đây gọi tắt là …). Chỉ báo khi kế hoạch có viện dẫn văn bản cùng loại, cùng số; "Đề án 06" là
tên quen dùng nên không báo.

Sai: nhiệm vụ được giao trong Kế hoạch 02
Đúng: … Kế hoạch số 02-KH/BCĐTW … (sau đây gọi tắt là Kế hoạch 02); nhiệm vụ giao trong Kế hoạch
  02
"""

import re
from collections.abc import Iterator, Sequence

from kehoach.language.fold import fold
from kehoach.language.pattern import late_pattern
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.running_text import RunningText

META = Rule("KH707", "ten-goi-tat-chua-neu", Level.NOTE, since="0.1.0")

_KIND = late_pattern(
    r"(?P<kind>kế hoạch|nghị quyết|quyết định|chỉ thị|kết luận|chương trình|nghị định|thông báo"
    r"|công điện|hướng dẫn) (?:số )?\Z"
)
# How what the pattern matches ends.
_LAST = ("số", "hoạch", "quyết", "định", "thị", "luận", "trình", "báo", "điện", "dẫn")
_NO_NAME = late_pattern(
    r"\s?[/‐‑–-]|[.,]\d|%"
    r"| (?:năm|ngày|tháng|tuần|quý|lần|giờ|người|chỉ tiêu|nhiệm vụ|nhóm|nội dung|trong|và \d)"
)
_DEFINED = late_pattern(
    r"(?:gọi|viết) (?:tắt|chung|là)(?: là)?:? ?[“\"']?(?P<name>[^()”\"']{3,60})"
)
_WIDTH = 20  # characters of the longest kind and "số"


def check(context: Context) -> Iterator[Finding]:
    """Look for type and number without a symbol, of a document that the plan cites in full."""
    running = context.running_text
    cited = {
        (fold(one.type_name), int(one.symbol.number)): one
        for _, one in context.citations
        if one.symbol.number.isdigit()
    }
    numbers = {text for _, n in cited for text in (str(n), f"{n:02}")}
    if not context.may_stand(numbers, _is_behind_a_type):
        return
    told: set[str] = set()
    for start, end in sorted(running.words(*numbers)):
        before = _KIND.search(running.before(start, _WIDTH))
        if not before or _NO_NAME.match(running.after(end, _WIDTH)):
            continue
        begin = start - len(before[0])
        kind, number = before["kind"], int(running.lower[start:end])
        one = next((c for (k, n), c in cited.items() if n == number and k.startswith(kind)), None)
        name = f"{kind} {number}"
        if one is None or name in told or not running.text[begin].isupper():
            continue
        defined = _defined(running, kind, number)
        if defined is not None and defined <= begin:
            continue
        told.add(name)
        path, stretch = running.place(begin, end)
        short = running.text[begin:end]
        related = None if defined is None else running.place(defined, defined + 1)[0]
        yield Finding(
            path,
            f"“{short}” dùng trước khi được nêu là tên gọi tắt"
            if related
            else f"“{short}” chưa được nêu là tên gọi tắt của {one.symbol}",
            f"viết {one.type_name} số {one.symbol}, hoặc lần đầu thêm (sau đây gọi tắt là {short})",
            stretch=stretch,
            related=related,
            related_message="nêu ở đây",
            confidence=0.85,
        )


def _is_behind_a_type(tokens: Sequence[str], at: int) -> bool:
    return tokens[at - 1].lower().endswith(_LAST) and tokens[at + 1] != "/"


def _defined(running: RunningText, kind: str, number: int) -> int | None:
    """Return where the short name is explained ("gọi tắt là Kế hoạch 02"), None where nowhere."""
    name = re.compile(rf"{kind} (?:số )?0?{number}\s*\.?\Z")
    for match in running.search(_DEFINED):
        if name.match(match["name"].strip()):
            return match.start()
    return None
