"""Một văn bản được viện dẫn nhiều lần phải cùng một ngày.

Hai chỗ ghi hai ngày thì ít nhất một chỗ sai.

Sai: 02-KH/ĐU ngày 29/7/2025 ở căn cứ, 02-KH/ĐU ngày 27/7/2025 ở nhiệm vụ
Đúng: cùng ghi 02-KH/ĐU ngày 29/7/2025
"""

import datetime as dt
from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.source.place import Path

META = Rule("KH702", "mot-van-ban-hai-ngay", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Compare the dates of citations with one symbol and the same kind of document."""
    first: dict[tuple[str, str], tuple[dt.date, Path]] = {}
    seen: set[tuple[str, dt.date]] = set()
    for path, cited in context.citations:
        if cited.date is None or not cited.symbol.number:
            continue
        # A number of the same symbol starts anew every year and with every issuer.
        key = (str(cited.symbol), f"{cited.date.year}")
        date, where = first.setdefault(key, (cited.date, path))
        if cited.date != date and (key[0], cited.date) not in seen and _same_issuer(key[0]):
            seen.add((key[0], cited.date))
            yield Finding(
                path,
                f"{cited.symbol} ghi ngày {cited.date:%d/%m/%Y}, chỗ trước ghi {date:%d/%m/%Y}",
                "kiểm tra ngày của văn bản rồi sửa chỗ sai",
                related=where,
            )


def _same_issuer(symbol: str) -> bool:
    """Tell whether the symbol alone names the issuer: every UBND issues /KH-UBND."""
    return not symbol.endswith("-UBND")
