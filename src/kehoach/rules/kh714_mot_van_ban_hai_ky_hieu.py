"""Số, ký hiệu của một văn bản phải viết một cách: của Nhà nước hoặc của Đảng.

Cùng số, cùng tên loại, cùng cơ quan mà chỗ này 01/KH-BCĐ (cơ quan nhà nước), chỗ kia 01-KH/BCĐ (cơ
quan đảng) thì ít nhất một chỗ sai. Hai văn bản khác ngày thì không xét.

Sai: "Kế hoạch số 01/KH-BCĐ" ở mục I, "Kế hoạch số 01-KH/BCĐ" ở mục II
Đúng: cùng ghi "Kế hoạch số 01-KH/BCĐ"
"""

from collections.abc import Iterator

from kehoach.language.citation import Citation as CitedDocument
from kehoach.rules.cited import symbol_place
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.source.place import Path

META = Rule("KH714", "mot-van-ban-hai-ky-hieu", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Compare the writings of each number, type and issuer; each other one is told once."""
    first: dict[tuple[str, str, str], tuple[CitedDocument, Path]] = {}
    told: set[str] = set()
    for path, cited in context.citations:
        symbol = cited.symbol
        if not (symbol.number and symbol.type_code) or symbol.year:
            continue
        key = (symbol.number, symbol.type_code, symbol.issuer)
        before, where = first.setdefault(key, (cited, path))
        if before.symbol.system is symbol.system or str(symbol) in told:
            continue
        if before.date and cited.date and before.date != cited.date:
            continue
        told.add(str(symbol))
        at, stretch = symbol_place(context, path, cited)
        yield Finding(
            at,
            f"{symbol} ở chỗ trước ghi là {before.symbol}",
            "kiểm tra văn bản rồi ghi một cách",
            stretch=stretch,
            related=where,
            confidence=0.85,
        )
