"""Một văn bản được viện dẫn nhiều lần phải cùng một ngày.

Hai chỗ ghi hai ngày thì ít nhất một chỗ sai.

Sai: 02-KH/ĐU ngày 29/7/2025 ở căn cứ, 02-KH/ĐU ngày 27/7/2025 ở nhiệm vụ
Đúng: cùng ghi 02-KH/ĐU ngày 29/7/2025
"""

from collections.abc import Iterator

from kehoach.language.citation import Citation as CitedDocument
from kehoach.rules.cited import date_stretch, same_issuer
from kehoach.rules.context import Context
from kehoach.rules.deadlines import written_day
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.source.place import Path

META = Rule("KH702", "mot-van-ban-hai-ngay", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Compare the dates of all citations of one document."""
    seen: dict[tuple[str, int], list[tuple[CitedDocument, Path]]] = {}
    for path, cited in context.citations:
        if cited.date is None or not cited.symbol.number:
            continue
        # The numbers of a symbol start anew every year.
        before = seen.setdefault((str(cited.symbol), cited.date.year), [])
        same = [(one.date, at) for one, at in before if one.date and same_issuer(one, cited)]
        if same and all(day != cited.date for day, _ in same):
            first, where = same[0]
            inside = path not in context.composed_bases
            yield Finding(
                path if inside else (*path, "ngay"),
                f"{cited.symbol} ghi ngày {written_day(cited.date)}, "
                f"chỗ trước ghi {written_day(first)}",
                "kiểm tra ngày của văn bản rồi sửa chỗ sai",
                stretch=date_stretch(cited) if inside else None,
                related=where,
            )
        if (cited.date, cited.issuer) not in {(one.date, one.issuer) for one, _ in before}:
            before.append((cited, path))
