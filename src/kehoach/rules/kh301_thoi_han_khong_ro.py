"""Thời hạn phải viết sao cho biết được là ngày nào, kỳ nào hay khi nào.

Đọc được: ngày, tháng, quý, năm; "trước ngày 20 hằng tháng"; "thường xuyên"; "30 ngày sau khi
…"; "khi có yêu cầu"; "theo kế hoạch của tỉnh". Thời hạn không đọc được thì không nhắc hạn và
không báo chậm được.

Sai: ``thoi_han: sớm nhất có thể``
Đúng: ``thoi_han: trước ngày 30/9/2025``
"""

from collections.abc import Iterator

from kehoach.language.fold import fold
from kehoach.language.pattern import late_pattern
from kehoach.rules.blanks import is_blank
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

# People know when that is.
_KNOWN = late_pattern(
    r"[0-9] (?:lần|buổi|đợt|lớp|cuộc|phiên|kỳ) ?/ ?(?:ngày|tuần|tháng|quý|năm)"
    r"|mỗi .*(?:một|[0-9])|năm học|học kỳ|khai giảng|bế giảng|(?<!\w)tết(?!\w)|kỳ họp"
)

_BARE_DAY = late_pattern(r"(?:trước |chậm nhất |chậm nhất là )?ngày [0-9]{1,2}")

META = Rule("KH301", "thoi-han-khong-ro", Level.NOTE, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Read every deadline."""
    for path, text, deadline in context.deadlines:
        if path[0] == "che_do_bao_cao" and _BARE_DAY.fullmatch(fold(text)):
            continue  # "trước ngày 25" of each month, which the period says
        if deadline is None and not is_blank(text) and not _KNOWN.search(fold(text)):
            message = f"không rõ thời hạn “{text}” là khi nào"
            yield Finding(
                path, message, "ghi ngày, tháng, quý, kỳ lặp lại (hằng tháng) hoặc khi nào thì làm"
            )
