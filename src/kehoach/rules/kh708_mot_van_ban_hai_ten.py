"""Một văn bản được viện dẫn nhiều lần phải cùng một trích yếu.

Hai chỗ ghi hai trích yếu không có từ nào chung thì ít nhất một chỗ chép nhầm của văn bản khác. Rút
gọn trích yếu thì không sao.

Sai: 12/KH-UBND về giảm nghèo bền vững ở căn cứ, 12/KH-UBND về phòng, chống thiên tai ở nhiệm vụ
Đúng: cùng ghi về giảm nghèo bền vững
"""

import re
from collections.abc import Iterator

from kehoach.language.citation import Citation as CitedDocument
from kehoach.rules.cited import same_issuer, symbol_place
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.phrases import shortened, subject_words
from kehoach.source.place import Path

META = Rule("KH708", "mot-van-ban-hai-ten", Level.WARNING, since="0.1.0")

_LEAST_WORDS = 4
# What follows a citation may be what is done with it: only behind "về" it is surely its title.
_ABOUT = re.compile(r"(?:về|về việc|v/v)\s+\Z", re.IGNORECASE)
_LONGEST_LEAD = 12


def check(context: Context) -> Iterator[Finding]:
    """Compare the titles of all citations of one document."""
    by_document: dict[tuple[str, int], list[tuple[Path, CitedDocument]]] = {}
    for path, cited in context.citations:
        if cited.title and cited.date and cited.symbol.number:
            known = by_document.setdefault((str(cited.symbol), cited.date.year), [])
            known.append((path, cited))
    for places in by_document.values():
        # Titles that all share a word need not be held against one another.
        words = {subject_words(cited.title) for _, cited in places}
        long = [one for one in words if len(one) >= _LEAST_WORDS]
        if len(long) > 1 and not frozenset.intersection(*long):
            yield from _compare(context, places)


def _compare(context: Context, places: list[tuple[Path, CitedDocument]]) -> Iterator[Finding]:
    titled = [(path, cited) for path, cited in places if _is_title(context.text_at(path), cited)]
    for i, (path, cited) in enumerate(titled):
        same = [one for one in titled[:i] if one[1].date == cited.date]
        same = [one for one in same if same_issuer(one[1], cited)]
        if same and all(_differ(cited.title, other.title) for _, other in same):
            where, first = same[0]
            at, stretch = symbol_place(context, path, cited)
            yield Finding(
                at,
                f"{cited.symbol} ghi về “{shortened(cited.title)}”, "
                f"chỗ trước ghi về “{shortened(first.title)}”",
                "kiểm tra số, ký hiệu và trích yếu rồi sửa chỗ sai",
                stretch=stretch,
                related=where,
                confidence=0.85,
            )


def _is_title(text: str, cited: CitedDocument) -> bool:
    start = text.find(cited.title, cited.start)
    return start >= 0 and bool(_ABOUT.search(text, max(0, start - _LONGEST_LEAD), start))


def _differ(one: str, other: str) -> bool:
    left, right = subject_words(one), subject_words(other)
    return min(len(left), len(right)) >= _LEAST_WORDS and not left & right
