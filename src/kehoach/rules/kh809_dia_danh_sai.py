"""Địa danh ghi ở đầu văn bản là tên xã, phường, đặc khu nơi cơ quan đóng trụ sở.

Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.4.a: địa danh của văn bản cấp xã là tên gọi của xã,
phường đó; tên đặt theo tên người, chữ số, sự kiện thì ghi đủ cả "Xã", "Phường". Hướng dẫn
05-HD/VPTW, mục II.I.4, thêm "Xã", "Phường" khi tên chỉ có một âm tiết hoặc trùng tên tỉnh.

Sai: ``dia_danh: Quảng Trị`` trong kế hoạch của xã Hướng Phùng; ``dia_danh: xã Hướng Phùng``
Đúng: ``dia_danh: Hướng Phùng``
"""

import re
from collections.abc import Iterator

from kehoach.language.fold import fold
from kehoach.rules.blanks import BLANK
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH809", "dia-danh-sai", Level.WARNING, since="0.1.0")

_LEVEL = re.compile(r"(?i)(?:xã|phường|đặc khu|đk)\.?\s+")
_PROVINCE = re.compile(r"(?i)(?:tỉnh|thành phố)\s+")
_LONG = 4


def check(context: Context) -> Iterator[Finding]:
    """Compare the place with the name of the commune."""
    place, name = context.plan.document.place, context.plan.commune.name
    issuer = context.plan.document.issuer
    # Where the issuer is not of this commune, that is what is wrong (KH502).
    if not place or BLANK.search(place + name) or fold(name) not in fold(issuer):
        return
    path = ("van_ban", "dia_danh")
    levels = _PROVINCE if context.plan.commune.is_province else _LEVEL
    bare = levels.sub("", name, count=1)
    level = levels.match(place)
    if fold(levels.sub("", place, count=1)) != fold(bare):
        yield Finding(path, f"địa danh “{place}” không phải tên của {name}", f"viết: {bare}")
    elif level and place[0].islower():
        right = place[0].upper() + place[1:] if len(bare) < _LONG else bare
        yield Finding(path, f"địa danh “{place}” bắt đầu bằng chữ thường", f"viết: {right}")
