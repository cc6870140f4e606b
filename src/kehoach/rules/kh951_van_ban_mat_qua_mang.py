"""Văn bản mật không được gửi, nhận qua mạng như văn bản thường.

Điều 5 Luật Bảo vệ bí mật nhà nước (Luật số 29/2018/QH14; từ ngày 01/3/2026 là Luật số
117/2025/QH15) cấm soạn, lưu, chuyển tài liệu mật trên máy tính nối mạng, trừ mạng LAN độc lập
(luật năm 2025) và theo quy định của pháp luật về cơ yếu. Kế hoạch giao "gửi, nhận văn bản điện
tử, kể cả văn bản mật" phải nói rõ qua mạng, giải pháp nào của cơ yếu; không thì phải trừ văn bản
mật ra.

Sai: "gửi, nhận văn bản điện tử (kể cả văn bản mật) thông suốt"
Đúng: "gửi, nhận văn bản điện tử (trừ văn bản mật) thông suốt"
"""

import re
from collections.abc import Iterator

from kehoach.language.pattern import late_pattern
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH951", "van-ban-mat-qua-mang", Level.WARNING, since="0.1.0")

_CLASSIFIED = (
    r"(?:văn bản|tài liệu|hồ sơ|thông tin|nội dung)(?:, (?:văn bản|tài liệu|hồ sơ))? mật\b"
)
_INCLUDED = re.compile(
    rf"(?i)(?:kể cả|bao gồm cả|gồm cả|cả) (?:{_CLASSIFIED}|(?:văn bản|tài liệu) có độ mật"
    r"|bí mật nhà nước)"
)
_ELECTRONIC = re.compile(
    r"(?i)điện tử|qua mạng|trên mạng|môi trường mạng|trực tuyến|internet|email"
)
_SENT = re.compile(
    rf"(?i)(?:gửi|nhận|chuyển|trao đổi|truyền|soạn thảo|xử lý)[^.;\n]{{0,30}} {_CLASSIFIED}"
    r"[^.;\n]{0,20}(?:qua|trên) "
    r"(?:mạng|môi trường (?:mạng|điện tử)|Zalo|thư điện tử|email|internet)"
)
_ALLOWED = late_pattern(
    r"(?i)cơ yếu|mã hóa|mã hoá|máy tính độc lập|không kết nối|cấm|trừ|không bao gồm|không kể"
    r"|không (?:được )?(?:gửi|nhận|chuyển|trao đổi|truyền|soạn thảo|xử lý)"
    r"|theo quy định (?:của pháp luật )?về bảo vệ bí mật"
)


def check(context: Context) -> Iterator[Finding]:
    """Look for exchange by electronic means that takes in what is classified."""
    wording = context.wording
    if "mật" not in wording.whole_words:
        return
    for start, text in wording.texts_with(" mật"):
        match = _INCLUDED.search(text) if _ELECTRONIC.search(text) else None
        match = match or _SENT.search(text)
        if match and not _ALLOWED.search(text):
            path, stretch = wording.place(start + match.start(), start + match.end())
            yield Finding(
                path,
                f"giao trao đổi văn bản mật qua mạng: “{match[0]}”",
                "viết “trừ văn bản mật”, hoặc nêu rõ giải pháp của cơ yếu được phép dùng",
                stretch,
            )
