"""Số, ký hiệu văn bản phải viết liền, đủ dấu gạch nối và gạch chéo.

Cơ quan nhà nước: 05/KH-UBND, 30/2020/NĐ-CP (Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.3). Cơ
quan đảng: 02-KH/BCĐTW (Hướng dẫn 05-HD/VPTW, mục II.I.3).

Sai: 206/QĐTTg; 02- KH/BCĐTW
Đúng: 206/QĐ-TTg; 02-KH/BCĐTW
"""

from collections.abc import Iterator

from kehoach.rules.cited import symbol_place
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Fix, Level, Replacement, Rule

META = Rule("KH701", "so-ky-hieu-sai", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Read every symbol that is cited."""
    for path, cited in context.citations:
        symbol = cited.symbol
        if not symbol.faults:
            continue
        where, stretch = symbol_place(context, path, cited)
        exact = stretch is not None and stretch[1] - stretch[0] == len(symbol.text)
        fix = None
        if exact and stretch is not None:
            fix = Fix((Replacement(where, stretch, str(symbol)),), safe=True)
        yield Finding(
            where if exact else path,
            f"ký hiệu “{symbol.text}” sai cách viết: {', '.join(symbol.faults)}",
            f"viết {symbol}",
            stretch=stretch,
            fix=fix,
        )
