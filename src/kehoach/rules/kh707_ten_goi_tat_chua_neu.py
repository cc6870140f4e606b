"""Tên gọi tắt của một văn bản phải được nêu trước khi dùng.

"Kế hoạch 02", "Nghị quyết 57" không có ký hiệu thì người đọc phải đoán. Viết đủ lần đầu rồi thêm
(sau đây gọi tắt là …). Chỉ báo khi kế hoạch có viện dẫn văn bản cùng loại, cùng số; "Đề án 06" là
tên quen dùng nên không báo.

Sai: nhiệm vụ được giao trong Kế hoạch 02
Đúng: … Kế hoạch số 02-KH/BCĐTW … (sau đây gọi tắt là Kế hoạch 02); nhiệm vụ giao trong Kế hoạch
  02
"""

import re
from collections.abc import Iterator

from kehoach.language.fold import fold
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH707", "ten-goi-tat-chua-neu", Level.NOTE, since="0.1.0")

_SHORT = re.compile(
    r"(?:kế hoạch|nghị quyết|quyết định|chỉ thị|kết luận|chương trình|nghị định|thông báo|công điện"
    r"|hướng dẫn) (?:số )?(?P<number>\d{1,4})(?![\w%]|\s?[/‐‑–-]|[.,]\d"
    r"| (?:năm|ngày|tháng|tuần|quý|lần|giờ|người|chỉ tiêu|nhiệm vụ|nhóm|nội dung|trong|và \d))"
)
_DEFINED = re.compile(r"(?:gọi|viết) (?:tắt|chung|là)(?: là)?:? ?[“\"']?(?P<name>[^()”\"']{3,60})")


def check(context: Context) -> Iterator[Finding]:
    """Look for type and number without a symbol, of a document that the plan cites in full."""
    running = context.running_text
    cited = {
        (fold(one.type_name), int(one.symbol.number)): one
        for _, one in context.citations
        if one.symbol.number.isdigit()
    }
    if not cited:
        return
    defined = {
        match["name"].strip(' .”"').replace("số ", ""): match.start()
        for match in running.search(_DEFINED)
    }
    told: set[str] = set()
    for match in running.search(_SHORT):
        name = match[0].replace("số ", "")
        kind = name.rpartition(" ")[0]
        one = next(
            (c for (k, n), c in cited.items() if k.startswith(kind) and n == int(match["number"])),
            None,
        )
        if one is None or name in told or not running.text[match.start()].isupper():
            continue
        begin = defined.get(name)
        if begin is not None and begin <= match.start():
            continue
        told.add(name)
        path, stretch = running.place(match.start(), match.end())
        short = running.text[match.start() : match.end()]
        related = None if begin is None else running.place(begin, begin + 1)[0]
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
