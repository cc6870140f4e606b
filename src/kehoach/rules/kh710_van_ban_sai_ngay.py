"""Ngày và cơ quan của văn bản hay được viện dẫn phải đúng.

Bảng ``templates/van-ban-vien-dan/ngay-ban-hanh.yaml`` ghi ngày, cơ quan ban hành. Số lặp lại mỗi
năm nên chỉ so văn bản cùng năm, trừ văn kiện của Trung ương và văn bản quy phạm pháp luật.

Sai: Nghị quyết số 57-NQ/TW ngày 24/12/2024
Đúng: Nghị quyết số 57-NQ/TW ngày 22/12/2024
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from kehoach.language.citation import Citation as CitedDocument
from kehoach.rules.cited import date_stretch
from kehoach.rules.context import Context
from kehoach.rules.deadlines import written_day
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.tables import read_table

META = Rule("KH710", "van-ban-sai-ngay", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Compare the date of every citation of a document of the table."""
    for path, cited in context.citations:
        line = _known().get(str(cited.symbol))
        if line is None or cited.date is None:
            continue
        right = dt.date.fromisoformat(line["ngay"])
        if cited.date != right and _means_it(cited, line, right):
            inside = path not in context.composed_bases
            yield Finding(
                path if inside else (*path, "ngay"),
                f"{cited.symbol} ghi ngày {written_day(cited.date)}, "
                f"đúng ra là {written_day(right)}",
                "kiểm tra ngày, số, ký hiệu của văn bản",
                stretch=date_stretch(cited) if inside else None,
                confidence=0.9,
            )


def _means_it(cited: CitedDocument, line: Mapping[str, Any], right: dt.date) -> bool:
    if cited.date is None:
        return False
    if cited.symbol.year or "khoa" not in line:
        return bool(cited.symbol.year) or cited.date.year == right.year
    first, last = line["khoa"]
    return bool(first <= cited.date.year <= last)


@lru_cache
def _known() -> Mapping[str, Mapping[str, Any]]:
    return {line["ky_hieu"]: line for line in read_table("van-ban-vien-dan/ngay-ban-hanh")}
