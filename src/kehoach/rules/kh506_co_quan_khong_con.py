"""Bộ, sở, cục, phòng đã hợp nhất hay giải thể thì không giao việc, không phối hợp được nữa.

Bảng ``templates/don-vi/khong-con.yaml`` ghi tên cũ, ngày thôi có, tên nay và căn cứ (Nghị quyết
số 176/2025/QH15, Nghị định số 45/2025/NĐ-CP …). Văn bản viện dẫn ban hành từ trước và câu nói rõ
"cũ", "trước đây" thì không báo.

Sai: Thực hiện khuyến cáo của Cục An toàn thông tin (kế hoạch tháng 9/2025)
Đúng: Thực hiện khuyến cáo của cơ quan chuyên trách an ninh mạng của Bộ Công an
"""

from collections.abc import Iterator
from functools import lru_cache

from kehoach.rules.bygone import OldNames
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.tables import read_table

META = Rule("KH506", "co-quan-khong-con", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Look the names of the table up in all texts."""
    return _names().find(context)


@lru_cache
def _names() -> OldNames:
    lines = read_table("don-vi/khong-con")["co_quan"]
    return OldNames((x["ten"], x["tu_ngay"], f"{x['nay']} ({x['nguon']})") for x in lines)
