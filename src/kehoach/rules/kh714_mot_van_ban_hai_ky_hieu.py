"""Số, ký hiệu của một văn bản phải viết một cách: của Nhà nước hoặc của Đảng.

Cùng số, cùng tên loại, cùng cơ quan mà chỗ này 01/KH-BCĐ (cơ quan nhà nước), chỗ kia 01-KH/BCĐ (cơ
quan đảng) thì ít nhất một chỗ sai. Hai văn bản khác ngày thì không xét.

Sai: "Kế hoạch số 01/KH-BCĐ" ở mục I, "Kế hoạch số 01-KH/BCĐ" ở mục II
Đúng: cùng ghi "Kế hoạch số 01-KH/BCĐ"
"""

from collections.abc import Iterator

from kehoach.language.citation import Citation as CitedDocument
from kehoach.language.symbol import System
from kehoach.rules.cited import symbol_place
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.source.place import Path

META = Rule("KH714", "mot-van-ban-hai-ky-hieu", Level.WARNING, since="0.1.0")

_Cited = tuple[Path, CitedDocument]


def check(context: Context) -> Iterator[Finding]:
    """Gather the citations of each number, type and issuer; the rarer writing is told once."""
    found: dict[tuple[str, str, str], dict[System, list[_Cited]]] = {}
    for path, cited in context.citations:
        symbol = cited.symbol
        if symbol.number and symbol.type_code and not symbol.year:
            key = (symbol.number, symbol.type_code, symbol.issuer)
            found.setdefault(key, {}).setdefault(symbol.system, []).append((path, cited))
    for writings in found.values():
        if len(writings) == 1 or not _may_be_one(*writings.values()):
            continue
        (where, first), *_ = max(writings.values(), key=len)
        (path, cited), *_ = min(reversed(writings.values()), key=len)
        at, stretch = symbol_place(context, path, cited)
        yield Finding(
            at,
            f"{cited.symbol} ở chỗ khác ghi là {first.symbol}",
            "kiểm tra văn bản rồi ghi một cách",
            stretch=stretch,
            related=where,
            related_message="cách ghi kia ở đây",
            confidence=0.85,
        )


def _may_be_one(one: list[_Cited], other: list[_Cited], *_: list[_Cited]) -> bool:
    """Tell whether no dates tell the documents apart."""
    days = {cited.date for _, cited in one if cited.date}
    return not days or all(cited.date in days for _, cited in other if cited.date)
