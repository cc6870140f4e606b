"""Ký hiệu của chính kế hoạch phải khớp tên loại, cơ quan ban hành và thể thức.

Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.3, phụ lục III, mục I: Kế hoạch là KH, viết KH-UBND.
Hướng dẫn 05-HD/VPTW, mục II.I.3: viết KH/ĐU, KH/BCĐ.

Sai: ``ten_loai: Kế hoạch`` với ``ky_hieu: QĐ-UBND``; ``ky_hieu: KH/UBND``
Đúng: ``ky_hieu: KH-UBND`` theo nd30; ``ky_hieu: KH/ĐU`` theo hd05
"""

import re
from collections.abc import Iterator

from kehoach.language.fold import fold
from kehoach.language.symbol import System, type_code
from kehoach.rules.blanks import BLANK
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

_FORM = {"nd30": "Nghị định 30/2020/NĐ-CP", "hd05": "Hướng dẫn 05-HD/VPTW"}

META = Rule("KH810", "ky-hieu-sai", Level.ERROR, since="0.1.0")

_PATH = ("van_ban", "ky_hieu")
_PARTS = re.compile(r"\s*([-/])\s*")
_ISSUERS = (
    ("ủy ban nhân dân", "UBND"),
    ("hội đồng nhân dân", "HĐND"),
    ("đảng ủy", "ĐU"),
    ("ban chỉ đạo", "BCĐ"),
)


def check(context: Context) -> Iterator[Finding]:
    """Compare the parts of the symbol with type and issuer."""
    document = context.plan.document
    symbol = document.symbol
    if not symbol or BLANK.search(symbol):
        return
    is_party = document.profile == "hd05"
    wanted = type_code(document.type_name, System.PARTY if is_party else System.STATE)
    code, separator, issuer = [*_PARTS.split(symbol, maxsplit=1), "", ""][:3]
    sign = "/" if is_party else "-"
    issuer_wanted = next(
        (short for full, short in _ISSUERS if fold(document.issuer).startswith(full)), ""
    )
    right = f"{wanted or code}{sign}{issuer or issuer_wanted}"
    if wanted and code != wanted:
        yield Finding(
            _PATH,
            f"ký hiệu “{symbol}” không phải của {document.type_name}, loại này là {wanted}",
            f"viết: {right}",
            (0, len(code)),
        )
    elif not issuer:
        message = f"ký hiệu “{symbol}” thiếu chữ viết tắt tên cơ quan"
        yield Finding(_PATH, message, f"viết: {right}")
    elif separator != sign or " " in symbol:
        yield Finding(
            _PATH,
            f"ký hiệu “{symbol}” sai dấu ngăn cách, {_FORM[document.profile]} viết “{sign}”",
            f"viết: {right}",
            (len(code), len(symbol) - len(issuer)),
        )
    if issuer_wanted and issuer and not _agrees(issuer, issuer_wanted):
        yield Finding(
            _PATH,
            f"ký hiệu “{symbol}” không phải của {document.issuer}",
            f"viết: {wanted or code}{sign}{issuer_wanted}",
            (len(symbol) - len(issuer), len(symbol)),
        )


def _agrees(issuer: str, wanted: str) -> bool:
    """Tell whether the short name begins as it must: BCĐ57, UBND-VX are of BCĐ and UBND."""
    return issuer.startswith(wanted)
