"""Một văn bản (cùng số, ký hiệu, ngày) viện dẫn nhiều lần phải cùng một cơ quan ban hành.

Hai chỗ ghi hai cơ quan thì ít nhất một chỗ sai.

Sai: 28-NQ/BCĐ ngày 10/6/2025 của Tỉnh ủy ở căn cứ, của Ban Chỉ đạo tỉnh ở nhiệm vụ
Đúng: cùng ghi một cơ quan
"""

from collections.abc import Iterator
from functools import lru_cache

from kehoach.language.citation import Citation as CitedDocument
from kehoach.language.fold import fold
from kehoach.rules.cited import body_of_name, document_key, symbol_place
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.source.place import Path

META = Rule("KH705", "mot-van-ban-hai-co-quan", Level.WARNING, since="0.1.0")

_SHORT = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "bcđ": "ban chỉ đạo",
    "bcđtw": "ban chỉ đạo trung ương",
    "btv": "ban thường vụ",
    "mttq": "mặt trận tổ quốc",
}


def check(context: Context) -> Iterator[Finding]:
    """Compare the issuers of all citations of one document."""
    first: dict[tuple[str, object], tuple[CitedDocument, Path]] = {}
    for path, cited in context.citations:
        if not (cited.issuer and cited.date and cited.symbol.number):
            continue
        before, where = first.setdefault((document_key(cited), cited.date), (cited, path))
        if _same(before.issuer, cited.issuer):
            continue
        kinds = body_of_name(before.issuer), body_of_name(cited.issuer)
        at, stretch = symbol_place(context, path, cited)
        yield Finding(
            at,
            f"{cited.symbol} ghi của {cited.issuer}, chỗ trước ghi của {before.issuer}",
            "kiểm tra cơ quan ban hành rồi sửa chỗ sai",
            stretch=stretch,
            related=where,
            confidence=0.9 if all(kinds) and kinds[0] != kinds[1] else 0.6,
        )


def _same(left: str, right: str) -> bool:
    """Tell whether one name may be the other in fewer words."""
    if left == right:
        return True
    one, other = _words(left), _words(right)
    return one <= other or other <= one


@lru_cache(maxsize=4096)
def _words(issuer: str) -> frozenset[str]:
    words = (part for word in fold(issuer).split() for part in _SHORT.get(word, word).split())
    return frozenset(words)
