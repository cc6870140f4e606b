"""Words by which the parts of an official document are known."""

import re

from kehoach.document.profiles import find_profile
from kehoach.language.fold import fold
from kehoach.language.symbol import LAW_TYPE_CODES, PARTY_TYPE_CODES, TYPE_CODES

STATE, MOTTO = (text for _, text in find_profile("nd30").state)
((_, PARTY),) = find_profile("hd05").state

_MORE = ("", " hành động", " công tác", " phối hợp", " thực hiện", " triển khai")
TYPE_NAMES = {
    fold(f"{name}{more}"): name
    for name in (*TYPE_CODES, *PARTY_TYPE_CODES, *LAW_TYPE_CODES)
    for more in (_MORE if name in {"Kế hoạch", "Chương trình", "Báo cáo"} else ("",))
}
"""Folded names of types of documents, to the name as the lists of codes have it."""

NUMBER = re.compile(r"số\s?(?:$|:[\s\d.…_]{0,40}$|[:\d.…_/–-].*[/….–_-])", re.IGNORECASE)
DATE = re.compile(
    r"[^.;]{0,60}?\bngày[\s\d.…_]{0,40}tháng[\s\d.…_]{0,40}năm[\s\d.…_]{0,40}", re.IGNORECASE
)
SIGN_LINE = re.compile(r"[\s_*=.~–—─━-]{1,200}")
ANNEX_LABEL = re.compile(r"phụ lục(?: số)?(?: (?P<number>[ivxlc]{1,8}|\d{1,2}))?", re.IGNORECASE)
ANNEX_LINE = re.compile(
    r"phụ lục(?: số)?(?: (?P<number>[ivxlc]{1,8}|\d{1,2}))?\s?[.:–-]?(?: .{1,200})?", re.IGNORECASE
)
GREETINGS = ("kính gửi", "kính trình")
LETTER_SUBJECTS = ("v/v", "về việc")
BASIS = re.compile(r"(?:[-–+]\s*)?(?:căn cứ|theo (?:đơn )?đề nghị|xét đề nghị)\b", re.IGNORECASE)
CLAIM = re.compile(
    r", (?:ủy ban|uỷ ban|ubnd|đảng ủy|đảng uỷ|ban|phòng|trung tâm|sở|chủ tịch|hội đồng)\b"
    r"[^,;]{0,120}?\b(?:ban hành|xây dựng|báo cáo|triển khai|yêu cầu|thông báo|có ý kiến)\b",
    re.IGNORECASE,
)
"""What makes a sentence of words that begin like a basis: who does what."""
ROMAN_START = re.compile(r"[IVX]{1,5}\s?[.\-/)–]|[-–+•]")
AUTHORITY = re.compile(r"(?:TM|KT|TL|TUQ|Q)\b\.?\s|(?:T/M|K/T|T/L|TUQ)\b\.?\s")
ORGANISATIONS = (
    "ubnd", "ủy ban", "hội đồng", "hđnd", "phòng", "trung tâm", "ban", "văn phòng", "sở", "trường",
    "trạm", "chi cục", "cục", "vụ", "viện", "đảng bộ", "đảng ủy", "công an", "tổ", "hội", "đoàn",
    "mặt trận", "thường trực", "chi bộ", "bộ", "tổng cục", "thanh tra", "ban chỉ đạo",
)  # fmt: skip
STAMPS = (
    "hỏa tốc", "thượng khẩn", "khẩn", "mật", "tối mật", "tuyệt mật", "xem xong trả lại",
    "lưu hành nội bộ",
)  # fmt: skip


def is_capitals(text: str) -> bool:
    """Whether *text* has letters and all of them are capitals."""
    return text.upper() == text and text.lower() != text
