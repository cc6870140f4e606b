"""Where the parts of a cited document stand, and what kind of body issues it."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from kehoach.language.citation import Citation as CitedDocument
from kehoach.language.fold import fold
from kehoach.language.symbol import Symbol
from kehoach.rules.context import Context
from kehoach.rules.finding import Stretch
from kehoach.source.place import Path


def symbol_place(context: Context, path: Path, cited: CitedDocument) -> tuple[Path, Stretch | None]:
    """Return path and stretch of the symbol of *cited*; a stretch only where it stands so there."""
    text = context.text_at(path)
    wanted = cited.symbol.text
    basis = context.composed_bases.get(path)
    if basis is not None:
        whole = (0, len(wanted)) if basis.symbol == wanted else None
        return (*path, "so_ky_hieu"), whole
    start = text.find(wanted, cited.start, cited.end + 1)
    return path, (start, start + len(wanted)) if start >= 0 else (cited.start, cited.end)


def date_stretch(cited: CitedDocument) -> Stretch | None:
    """Return where the date of *cited* stands in its text, None where none is written."""
    if cited.date_start is None or cited.date_end is None:
        return None
    return cited.date_start, cited.date_end


def document_key(cited: CitedDocument) -> str:
    """Return what is the same for all citations of one document but for the year of its number."""
    return str(cited.symbol)


SHARED_ISSUERS = frozenset({"UBND", "HĐND", "ĐU", "TU"})
"""Issuers in symbols that thousands of bodies write."""


def same_issuer(left: CitedDocument, right: CitedDocument) -> bool:
    """Tell whether two citations of one symbol can be of one issuer.

    ``UBND xã`` and ``UBND tỉnh`` both write /KH-UBND; ``Đảng ủy xã`` is ``Đảng ủy xã Nghĩa Hành``.
    """
    names = sorted((fold(left.issuer), fold(right.issuer)), key=len)
    if not names[0]:
        return left.symbol.issuer not in SHARED_ISSUERS
    return names[0] in names[1]


STATE_BODIES = frozenset({"UBND", "HĐND", "TTg", "CP", "QH"})
PARTY_BODIES = frozenset({"TU", "ĐU", "TW"})

_BODY_OF_NAME = re.compile(
    r"(?:(?:ban )?thường trực |ban thường vụ |btv |ban chấp hành |bch |chủ tịch |phó chủ tịch )*"
    r"(?:(?P<UBND>ubnd|ủy ban nhân dân)|(?P<HĐND>hđnd|hội đồng nhân dân)|(?P<TTg>thủ tướng)"
    r"|(?P<CP>chính phủ)|(?P<QH>quốc hội)|(?P<TU>tỉnh ủy|thành ủy)|(?P<ĐU>đảng ủy)"
    r"|(?P<TW>bộ chính trị|ban bí thư|trung ương đảng|đảng cộng sản)|(?P<BCĐ>ban chỉ đạo|bcđ)"
    r"|(?P<VP>văn phòng)|(?P<MTTQ>mttq|ubmttq|ủy ban mttq|ủy ban mặt trận|mặt trận tổ quốc))\b"
)
_BODY_OF_SYMBOL: Mapping[str, str] = MappingProxyType(
    {"TTg": "TTg", "CP": "CP", "UBND": "UBND", "HĐND": "HĐND", "TU": "TU", "ĐU": "ĐU", "TW": "TW"}
    | {"TƯ": "TW"}
)
_ASSEMBLY = re.compile(r"QH\d{1,2}\Z")


def body_of_name(issuer: str) -> str:
    """Return the kind of body that *issuer* names (UBND, TTg, ĐU …), "" for any other."""
    match = _BODY_OF_NAME.match(fold(issuer))
    return (match.lastgroup or "") if match else ""


def body_of_symbol(symbol: Symbol) -> str:
    """Return the kind of body that writes *symbol*, "" where it does not tell."""
    issuer = symbol.issuer
    if _ASSEMBLY.match(issuer):
        return "QH"
    if issuer == "VP" or issuer.startswith("VP-"):
        return "VP"
    if issuer.startswith("BCĐ"):
        return "BCĐ"
    return _BODY_OF_SYMBOL.get(issuer, "")
