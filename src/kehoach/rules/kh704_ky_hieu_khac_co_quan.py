"""Ký hiệu phải là của cơ quan được nêu là nơi ban hành.

Văn bản ký hiệu VP-… là của văn phòng, không phải của ủy ban; QĐ-TTg là của Thủ tướng Chính phủ,
không phải của Chính phủ; cơ quan đảng viết 57-NQ/TW, cơ quan nhà nước viết 05/KH-UBND (Nghị định
30/2020/NĐ-CP, phụ lục I, mục II.3; Hướng dẫn 05-HD/VPTW, mục II.I.3).

Sai: Công văn số 5773/VP-VX ngày 04/7/2025 của Ủy ban nhân dân thành phố
Đúng: Công văn số 5773/VP-VX ngày 04/7/2025 của Văn phòng Ủy ban nhân dân thành phố
"""

from collections.abc import Iterator

from kehoach.language.symbol import System
from kehoach.rules.cited import PARTY_BODIES, STATE_BODIES, body_of_name, body_of_symbol
from kehoach.rules.cited import symbol_place as place_of
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH704", "ky-hieu-khac-co-quan", Level.WARNING, since="0.1.0")

_NAMES = {
    "UBND": "ủy ban nhân dân",
    "HĐND": "hội đồng nhân dân",
    "TTg": "Thủ tướng Chính phủ",
    "CP": "Chính phủ",
    "QH": "Quốc hội",
    "TU": "tỉnh ủy, thành ủy",
    "ĐU": "đảng ủy",
    "TW": "Trung ương Đảng",
    "VP": "văn phòng",
    "BCĐ": "ban chỉ đạo",
}
# Pairs in which the symbol of one body is written by the other.
_ALLOWED = frozenset({("UBND", "BCĐ"), ("TU", "BCĐ"), ("ĐU", "BCĐ"), ("TU", "VP"), ("UBND", "VP")})


def check(context: Context) -> Iterator[Finding]:
    """Compare the body in the symbol with the body that is named, then the way of writing."""
    for path, cited in context.citations:
        symbol = cited.symbol
        by_symbol, by_name = body_of_symbol(symbol), body_of_name(cited.issuer)
        body = by_symbol or by_name
        if by_symbol and by_name and by_symbol != by_name and (by_symbol, by_name) not in _ALLOWED:
            where, stretch = place_of(context, path, cited)
            yield Finding(
                where,
                f"{symbol} là ký hiệu của {_NAMES[by_symbol]}, không phải của {cited.issuer}",
                "kiểm tra cơ quan ban hành và ký hiệu",
                stretch=stretch,
                confidence=0.95,
            )
        # "Đề án 06-ĐA/CP" is the name that the project goes by.
        elif (
            symbol.type_code
            and cited.type_name != "Đề án"
            and (
                (symbol.system is System.STATE and by_symbol in PARTY_BODIES)
                or (symbol.system is System.PARTY and body in STATE_BODIES)
            )
        ):
            where, stretch = place_of(context, path, cited)
            number, code, issuer = symbol.number, symbol.type_code, symbol.issuer
            party = by_symbol in PARTY_BODIES
            right = f"{number}-{code}/{issuer}" if party else f"{number}/{code}-{issuer}"
            whose = "cơ quan đảng" if party else "cơ quan nhà nước"
            yield Finding(
                where,
                f"{symbol.text} không phải cách viết ký hiệu của {whose}",
                f"viết {right}",
                stretch=stretch,
                confidence=0.9,
            )
