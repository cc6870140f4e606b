"""Tên loại văn bản phải khớp chữ viết tắt tên loại trong ký hiệu.

Chữ viết tắt theo Nghị định 30/2020/NĐ-CP, phụ lục III và Hướng dẫn 05-HD/VPTW, mục II.I.3. Đề án,
chương trình, quy chế … gọi theo quyết định ban hành kèm chỉ được nêu khi dùng ``--pedantic``.

Sai: Quyết định số 12/KH-UBND
Đúng: Kế hoạch số 12/KH-UBND
"""

from collections.abc import Iterator

from kehoach.language.symbol import (
    LAW_TYPE_CODES,
    OFFICIAL_LETTER,
    PARTY_TYPE_CODES,
    TYPE_CODES,
    System,
    type_code,
)
from kehoach.rules.cited import symbol_place
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH703", "ten-loai-khac-ky-hieu", Level.WARNING, since="0.1.0")

_NAMES = {
    System.STATE: {code: name for name, code in {**TYPE_CODES, **LAW_TYPE_CODES}.items()},
    System.PARTY: {code: name for name, code in PARTY_TYPE_CODES.items()},
}
# A thing that a document of another type issues or approves is often cited by that document.
_ISSUED_WITH = frozenset({"QĐ", "NQ", "TB", "CT"})
_ISSUING = frozenset({"Nghị quyết", "Quyết định", "Chỉ thị", "Nghị định", "Thông tư", "Thông báo"})
_LIKE_DECISIONS = frozenset({"Quy định", "Quy chế"})


def check(context: Context) -> Iterator[Finding]:
    """Compare type name and type code of every cited document."""
    for path, cited in context.citations:
        symbol = cited.symbol
        meant = _NAMES[symbol.system].get(symbol.type_code)
        if not meant or cited.type_name.startswith((meant, OFFICIAL_LETTER)):
            continue
        wanted = type_code(cited.type_name, symbol.system)
        if not wanted or wanted == symbol.type_code:
            continue
        if cited.type_name in _LIKE_DECISIONS and symbol.type_code == "QĐ":
            continue
        loose = symbol.type_code in _ISSUED_WITH and not cited.type_name.startswith(tuple(_ISSUING))
        where, stretch = symbol_place(context, path, cited)
        yield Finding(
            where,
            f"“{cited.type_name}” không đi với ký hiệu {symbol.type_code} ({meant}): {symbol}",
            f"kiểm tra văn bản: {meant} số {symbol}, hay {cited.type_name} ký hiệu {wanted}",
            stretch=stretch,
            confidence=0.6 if loose else 0.95,
        )
