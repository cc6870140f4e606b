"""Which value of a plan a stretch of a printed document is: names of character styles in Word.

Styles of this kind change nothing of how the text looks. They name what stands there, so that a
document that is brought back is read by what it says of itself, whoever edited its words; what
they do not name is recognised as in any other document.
"""

import re

_LEVELS = range(1, 7)

_LEVELLED = {
    "de_muc": "Tên đề mục",
    "nhiem_vu": "Tên nhiệm vụ",
    "viec": "Việc không tên",
    "chi_tieu": "Chỉ tiêu",
    "chi_tieu_chung_han": "Chỉ tiêu theo hạn của đề mục",
}
_SINGLE = {
    "don_vi": "Đơn vị của mục",
    "can_cu": "Văn bản căn cứ",
    "mo_dau": "Lời mở đầu",
    "ket_thuc": "Lời kết",
    "muc_dat": "Mức đạt",
    "tu_ngay": "Tính từ ngày",
    "han": "Hạn của chỉ tiêu",
    "pham_vi": "Phạm vi",
    "ngoai_tru": "Ngoại trừ",
    "chu_tri": "Đơn vị chủ trì",
    "phoi_hop": "Đơn vị phối hợp",
    "thoi_han": "Thời hạn nhiệm vụ",
    "san_pham": "Sản phẩm nhiệm vụ",
    "ho_ten": "Tên người ký",
    "ghi_chu": "Ghi chú của mục",
}

STYLE_NAMES: dict[str, str] = {
    **{f"{key}-{level}": f"{name} {level}" for key, name in _LEVELLED.items() for level in _LEVELS},
    **_SINGLE,
}
"""Style names by key; keys that have a level (``de_muc-2``) count it from 1."""

_KEYS = {name.lower(): key for key, name in STYLE_NAMES.items()}
_COPY = re.compile(r"(?: char| \(ký tự\))+\Z")


def style_key(name: str) -> str:
    """Return the key of the style called *name*; "" for any other style."""
    return _KEYS.get(_COPY.sub("", name.strip().lower()), "")


def key_level(key: str) -> tuple[str, int]:
    """Return a key without its level, and the level; 0 where it has none."""
    bare, _, level = key.rpartition("-")
    return (bare, int(level)) if level.isdecimal() else (key, 0)
