"""Thời hạn muộn hơn khung cấp trên mà kế hoạch thực hiện thì cần có căn cứ.

Cấp trên tổng hợp theo hạn của mình, nên hạn muộn hơn là biết trước sẽ báo cáo chậm. Chỉ xét mục bắt
buộc với cấp xã đã ghép chắc với khung. Đã có căn cứ thì ghi vào ``chap_nhan`` kèm lý do.

Sai: 30/6/2026 (khung: 31/12/2025)
Đúng: 31/12/2025, hoặc 30/6/2026 kèm văn bản của tỉnh cho lùi hạn
"""

from collections.abc import Iterator

from kehoach.rules.against_framework import fallen_short
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH112", "muon-hon-khung", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Compare when it is due and when it begins."""
    yield from fallen_short(context, "hạn muộn hơn", "SS301", "SS405")
