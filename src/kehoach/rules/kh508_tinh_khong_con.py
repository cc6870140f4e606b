"""Tỉnh đã sáp nhập từ ngày 01/7/2025 thì không nêu như tỉnh đang có.

29 tên tỉnh thôi dùng theo Nghị quyết số 202/2025/QH15 (bảng ``templates/don-vi/khong-con.yaml``).
Chỉ xét khi có chữ "tỉnh" đứng trước: Hải Dương nay là tên một phường. "tỉnh Hải Dương (cũ)" và
văn bản của tỉnh ấy ban hành từ trước thì đúng.

Sai: Theo hướng dẫn của UBND tỉnh Quảng Bình (kế hoạch năm 2026)
Đúng: Theo hướng dẫn của UBND tỉnh Quảng Trị
"""

from collections.abc import Iterator
from functools import lru_cache

from kehoach.rules.bygone import OldNames
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.tables import read_table

META = Rule("KH508", "tinh-khong-con", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Look for the old names behind "tỉnh"."""
    return _names().find(context)


@lru_cache
def _names() -> OldNames:
    table = read_table("don-vi/khong-con")["tinh"]
    return OldNames(
        ([f"tỉnh {old}"], table["tu_ngay"], f"{now} ({table['nguon']})")
        for old, now in table["nay"].items()
    )
