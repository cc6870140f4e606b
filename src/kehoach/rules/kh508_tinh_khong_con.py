"""Tỉnh đã sáp nhập từ ngày 01/7/2025 thì không nêu như tỉnh đang có.

29 tên tỉnh thôi dùng theo Nghị quyết số 202/2025/QH15 (bảng ``templates/don-vi/khong-con.yaml``).
Chỉ xét khi có chữ "tỉnh" đứng trước: Hải Dương nay là tên một phường. "tỉnh Hải Dương (cũ)" và
văn bản của tỉnh ấy ban hành từ trước thì đúng.

Sai: Theo hướng dẫn của UBND tỉnh Quảng Bình (kế hoạch năm 2026)
Đúng: Theo hướng dẫn của UBND tỉnh Quảng Trị
"""

import datetime as dt
from collections.abc import Iterator

from kehoach.rules.bygone import old_names
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.tables import read_table

META = Rule("KH508", "tinh-khong-con", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Look for the old names behind "tỉnh"; nothing is looked up where no text names a province."""
    table = read_table("don-vi/khong-con.yaml")["tinh"]
    lower = context.running_text.lower
    named = {lower[end : end + 4] for _, end in context.running_text.words("tỉnh")}
    since = dt.date.fromisoformat(table["tu_ngay"])
    for old, now in table["nay"].items():
        if f" {old[:3].lower()}" in named:
            meaning = f"{now} ({table['nguon']})"
            yield from old_names(context, [f"tỉnh {old}"], since, meaning)
