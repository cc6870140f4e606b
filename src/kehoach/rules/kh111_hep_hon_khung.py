"""Phạm vi hẹp hơn khung cấp trên mà kế hoạch thực hiện thì cần có căn cứ.

Cùng một con số 100% nhưng chỉ “trong phạm vi cấp xã” hoặc “trừ các thôn xa” là ít hơn điều khung
đòi hỏi. Đó chưa phải là sai, nhưng người ký cần biết. Chỉ xét mục bắt buộc với cấp xã đã ghép chắc
với khung; trừ văn bản mật là theo Luật Bảo vệ bí mật nhà nước, không phải hẹp hơn. Đã có căn cứ
thì ghi vào ``chap_nhan`` kèm lý do.

Sai: 100%, trong phạm vi cấp xã (khung: trong phạm vi cấp tỉnh)
Đúng: 100%, trong phạm vi cấp tỉnh
"""

from collections.abc import Iterator

from kehoach.rules.against_framework import fallen_short
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH111", "hep-hon-khung", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Compare to whom and where it applies."""
    yield from fallen_short(context, "phạm vi hẹp hơn", "SS201", "SS205")
