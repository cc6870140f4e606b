"""Text in capitals as the plan file has it: ``MỤC ĐÍCH, YÊU CẦU`` is ``Mục đích, yêu cầu``."""

import re

from kehoach.importers.joining import is_capitals
from kehoach.language.fold import fold
from kehoach.model.administrative import find

_KEPT = re.compile(
    r"[IVX]{1,5}|.*\d.*|UBND|HĐND|UBMTTQ\w*|MTTQ\w*|CNTT|TTHC|CSDL|CNSCĐ|CNSCD|BCĐ\w*|ĐMST|KHCN|CĐS"
    r"|KH-?CN|KH|QĐ|NQ|TW|TTg|PCCC|OCOP|AI|IT|VNEID|ISO|[BCDĐGHKLMNPQRSTVX&]{2,}(?:-\w+)*"
)
_NAMES = (
    "Ủy ban nhân dân",
    "Hội đồng nhân dân",
    "Ban Chỉ đạo",
    "Ban Thường vụ",
    "Ban Chấp hành",
    "Đảng ủy",
    "Đảng bộ",
    "Trung ương",
    "Việt Nam",
    "Chính phủ",
    "Mặt trận Tổ quốc",
    "Nhà nước",
)
_PLACE = re.compile(
    r"(?:tỉnh ủy|thành ủy|xã|phường|đặc khu|tỉnh|thành phố)\s+(?P<name>[^,;.:()]+)", re.IGNORECASE
)
_LEVEL_OF = {"tỉnh ủy": "tỉnh", "thành ủy": "thành phố"}
_LONGEST_NAME = 5


def sentence_case(text: str) -> str:
    """Return *text*, where it is in capitals, in small letters with capitals for names."""
    if not is_capitals(text) or (" " not in text and _KEPT.fullmatch(text)):
        return text
    words = [
        word if _KEPT.fullmatch(word.strip(",;:.()")) else word.lower() for word in text.split()
    ]
    lowered = " ".join(words)
    for name in _NAMES:
        lowered = re.sub(rf"(?<!\w){re.escape(fold(name))}(?!\w)", name, lowered)
    lowered = _PLACE.sub(_place_name, lowered)
    return lowered[:1].upper() + lowered[1:]


def _place_name(match: re.Match[str]) -> str:
    words = match["name"].split()
    head = match[0][: match.start("name") - match.start()]
    level = _LEVEL_OF.get(head.strip(), head.strip())
    for count in range(min(_LONGEST_NAME, len(words)), 0, -1):
        found = find(level + " " + " ".join(words[:count]))
        if found:
            name = " ".join(word[:1].upper() + word[1:] for word in words[:count])
            rest = match["name"][len(" ".join(words[:count])) :]
            return head + name + rest
    return match[0]
