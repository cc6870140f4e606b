"""Chỉ tiêu, nhiệm vụ mà khung ghi không áp dụng cho cấp xã thì xã không tự nhận.

Kế hoạch chép nguyên chỉ tiêu của Trung ương nhận cả việc của bộ, tỉnh. Khung
(``templates/khung``) ghi ``cap_xa`` và lý do cho từng mục; đó là nhận định, không phải quy định,
nên đây là ghi chú.

Sai: Cơ bản hoàn thành việc ban hành văn bản quy phạm pháp luật thể chế hóa nghị quyết của Trung
  ương
Đúng: Phối hợp rà soát, kiến nghị sửa đổi văn bản quy phạm pháp luật
"""

from collections.abc import Iterator

from kehoach.rules.binding import not_for_communes
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH551", "khung-khong-ap-dung-cap-xa", Level.NOTE, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Say of every such item why the framework keeps it from communes."""
    for path, terms in not_for_communes(context):
        yield Finding(
            path,
            "mục này không áp dụng cho cấp xã" + (f": {terms.reason}" if terms.reason else ""),
            "bỏ, hoặc viết thành việc xã phối hợp, kiến nghị",
        )
