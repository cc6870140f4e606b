"""Số, ký hiệu văn bản phải viết liền, đủ dấu gạch nối và gạch chéo.

Cơ quan nhà nước: 05/KH-UBND, 30/2020/NĐ-CP (Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.3). Cơ
quan đảng: 02-KH/BCĐTW (Hướng dẫn 05-HD/VPTW, mục II.I.3).

Sai: 206/QĐTTg; 02- KH/BCĐTW
Đúng: 206/QĐ-TTg; 02-KH/BCĐTW
"""

import re
from collections.abc import Iterator

from kehoach.language.symbol import Symbol, symbol_at
from kehoach.rules.cited import symbol_place
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Fix, Level, Replacement, Rule, Stretch
from kehoach.source.place import Path

META = Rule("KH701", "so-ky-hieu-sai", Level.WARNING, since="0.1.0")

# Codes that are looked for where no type name precedes the symbol.
_CODES = ("KH", "NQ", "QĐ", "QD", "CT", "TB", "KL", "NĐ")
# One pattern for each sign: a pattern that begins with one character is looked for much faster.
_CODE = [re.compile(rf"{sign}(?<=[\d\s].)\s?({'|'.join(_CODES)})") for sign in "-/"]
_NUMBER = re.compile(r"(?<![\w/,.-])\d{1,5}(?:\s?[-/]|[-/]\s)\Z")
_MISPLACED = re.compile(r"thiếu dấu|khoảng trắng")


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
        yield _finding(where if exact else path, symbol, stretch, fix)
    yield from _without_type(context)


def _without_type(context: Context) -> Iterator[Finding]:
    """Find wrong symbols that no type name precedes: "KH số 12/KH- UBND", text out of OCR."""
    running = context.running_text
    codes = [code for pattern in _CODE for code in pattern.finditer(running.text)]
    codes.sort(key=lambda code: (_CODES.index(code[1]), code.start()))
    for code in codes:
        number = _NUMBER.search(running.text, max(0, code.start(1) - 9), code.start(1))
        if not number:
            continue
        path, (start, _) = running.place(number.start(), number.end())
        if any(cited.start <= start < cited.end for cited in context.citations_at(path)):
            continue
        found = symbol_at(running.text, number.start())
        if not (found and found[0].number and found[0].type_code):
            continue
        symbol, end = found
        if "\n" in symbol.text or not _MISPLACED.search(" ".join(symbol.faults)):
            continue
        stretch = running.place(number.start(), end)[1]
        fix = Fix((Replacement(path, stretch, str(symbol)),), safe=True)
        yield _finding(path, symbol, stretch, fix)


def _finding(path: Path, symbol: Symbol, stretch: Stretch | None, fix: Fix | None) -> Finding:
    return Finding(
        path,
        f"ký hiệu “{symbol.text}” sai cách viết: {', '.join(symbol.faults)}",
        f"viết {symbol}",
        stretch=stretch,
        fix=fix,
    )
