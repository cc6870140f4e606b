"""Văn bản dùng làm căn cứ phải đã có hiệu lực vào ngày ban hành kế hoạch.

Luật đã thông qua nhưng chưa có hiệu lực thì chưa là căn cứ: phải căn cứ luật đang còn hiệu lực. Chỉ
xét dòng căn cứ; lời văn nói về việc phổ biến, kế hoạch triển khai thi hành luật mới thì không. Ngày
có hiệu lực là ngày văn bản cũ thôi hiệu lực trong bảng
``templates/van-ban-vien-dan/het-hieu-luc.yaml``.

Sai: Căn cứ Luật An ninh mạng số 116/2025/QH15 (hiệu lực 01/7/2026) trong kế hoạch ngày 05/3/2026
Đúng: Căn cứ Luật An ninh mạng số 24/2018/QH14
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import lru_cache

from kehoach.rules.cited import symbol_place
from kehoach.rules.context import Context
from kehoach.rules.deadlines import written_day
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.tables import read_table

META = Rule("KH715", "van-ban-chua-hieu-luc", Level.WARNING, since="0.1.0")

_TABLE = "van-ban-vien-dan/het-hieu-luc"


def check(context: Context) -> Iterator[Finding]:
    """Look the symbols of the bases up among the documents that replace others."""
    issued = context.plan.document.date
    on = issued.date() if issued else None
    # A plan to bring a law into force is rightly based on it.
    if on is None or "luật" in context.plan.document.subject.lower():
        return
    for path, cited in context.citations:
        line = _replacing().get(str(cited.symbol))
        if line is None or on >= line[0]:
            continue
        begin = context.text_at(path)[: cited.start].strip("- ")
        if "can_cu" in path or begin == "Căn cứ":
            where, stretch = symbol_place(context, path, cited)
            yield Finding(
                where,
                f"{cited.symbol} chưa có hiệu lực khi ban hành kế hoạch, "
                f"có hiệu lực từ ngày {written_day(line[0])}",
                f"căn cứ văn bản đang còn hiệu lực: {line[1]}",
                stretch=stretch,
                confidence=0.9,
            )


@lru_cache
def _replacing() -> Mapping[str, tuple[dt.date, str]]:
    """Return the first day of each document that replaces others, and the last that it replaces."""
    found: dict[str, tuple[dt.date, str]] = {}
    for line in read_table(_TABLE):
        symbol = line["thay_bang"].rpartition(" ")[2]
        since = (dt.date.fromisoformat(line["het_hieu_luc"]), line["ky_hieu"])
        found[symbol] = max(found.get(symbol, since), since)
    return found
