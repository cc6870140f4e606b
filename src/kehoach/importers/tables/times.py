"""Cells that say nothing but when."""

import re
from functools import lru_cache

from kehoach.language.deadline import read_deadline
from kehoach.language.fold import fold

_TIME_WORD = re.compile(
    r"(?:[0-9]+|thứ|hai|ba|tư|sáu|bảy|chủ|nhật"
    r"|ngày|tháng|quý|năm|tuần|trước|sau|trong|đến|hết|hoàn|thành|xong|thường|xuyên"
    r"|định|kỳ|hằng|hàng|mỗi|lần|theo|kế|hoạch|kh|chỉ|đạo|yêu|cầu|hướng|dẫn|lộ|trình|tiến|độ|quy"
    r"|khi|có|phát|sinh|chậm|nhất|liên|tục|đầu|cuối|giữa|thời|gian|hạn|từ|ngay|và|triển|khai"
    r"|thực|hiện|đột|xuất|là|giai|đoạn|vòng|kể|của|tỉnh|trung|ương|cấp|trên|i|ii|iii|iv|duy|trì"
    r"|suốt|cả|hoặc|các|báo|cáo|vào|bắt|kết|thúc|làm|việc|giờ|được|ban|hành|đề|nghị|nhu|tế)"
)
_LINKS = frozenset({"các", "và", "của", "là", "được", "có", "hoặc", "tỉnh", "trung"})
_WORD = re.compile(r"\w+")


def is_deadline(text: str) -> bool:
    """Tell whether *text* says nothing but when."""
    return time_share(text) >= 1.0


def time_share(text: str) -> float:
    """Return how much of *text* is about time; 0.0 where no deadline can be read."""
    return float(_time_share(text))


@lru_cache(maxsize=8192)
def _time_share(text: str) -> float:
    if read_deadline(text) is None:
        return 0.0
    words = _WORD.findall(fold(text))
    if not words or not _TIME_WORD.fullmatch(words[0]) or words[0] in _LINKS:
        return 0.0
    known = sum(bool(_TIME_WORD.fullmatch(word)) for word in words)
    return known / len(words)
