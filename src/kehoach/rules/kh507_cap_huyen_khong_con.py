"""Từ ngày 01/7/2025 không còn cấp huyện (huyện, quận, thị xã) và thị trấn.

Kế hoạch chép từ trước ngày này còn sót "UBND huyện", "cấp huyện". Câu nói chuyện đã qua ("UBND
huyện cũ", "nhận bàn giao từ UBND huyện"), văn bản viện dẫn từ trước và tên riêng như Bệnh viện
huyện không bị báo. Căn cứ: Nghị quyết số 203/2025/QH15, Luật số 72/2025/QH15.

Sai: Báo cáo UBND huyện trước ngày 20 hằng tháng
Đúng: Báo cáo UBND tỉnh trước ngày 20 hằng tháng
"""

from collections.abc import Iterator
from functools import lru_cache

from kehoach.rules.bygone import OldNames
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.tables import read_table

META = Rule("KH507", "cap-huyen-khong-con", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Look the names of the table up in all texts."""
    return _names().find(context)


@lru_cache
def _names() -> OldNames:
    lines = read_table("don-vi/khong-con")["cap_huyen"]
    return OldNames((x["ten"], x["tu_ngay"], f"{x['nay']} ({x['nguon']})") for x in lines)
