"""Mức đạt thấp hơn khung cấp trên mà kế hoạch thực hiện thì cần có căn cứ.

Đó chưa phải là sai: tỉnh có thể giao mức khác cho xã. Nhưng người ký cần biết, và văn bản nên nêu
căn cứ. Chỉ xét mục bắt buộc với cấp xã đã ghép chắc với khung (xem ``kehoach compare``): con số
thấp hơn, dấu lỏng hơn (≥ thay cho >), hạn cụ thể đổi thành “thường xuyên”. Đã có căn cứ thì ghi
vào ``chap_nhan`` kèm lý do.

Sai: tối thiểu 60% (khung: tối thiểu 80%)
Đúng: tối thiểu 80%, hoặc tối thiểu 60% kèm văn bản của tỉnh làm căn cứ
"""

from collections.abc import Iterator

from kehoach.rules.against_framework import fallen_short
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH110", "thap-hon-khung", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Compare what is to be reached."""
    yield from fallen_short(context, "thấp hơn", "SS101", "SS106", "SS305")
