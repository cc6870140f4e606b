"""Mục khung cấp trên bắt buộc với cấp xã mà kế hoạch không nêu thì cần xem lại.

Mục có thể đã nằm trong kế hoạch khác của xã; nếu vậy thì viện dẫn kế hoạch đó. Mỗi khung một phát
hiện, kê mọi mục thiếu theo mã; ``kehoach compare`` cho xem lời văn từng mục. Kế hoạch trả lời dưới
một phần sáu số mục bắt buộc thì chỉ làm một lĩnh vực chứ không thực hiện cả khung, nên không xét.

Sai: kế hoạch thực hiện khung 02-kh-bcdtw nhưng không có việc nào về tập huấn cán bộ
Đúng: có nhiệm vụ tập huấn cán bộ, hoặc ``chap_nhan`` nêu kế hoạch khác đã có việc đó
"""

from collections.abc import Iterator

from kehoach.rules.against_framework import missing, sureness
from kehoach.rules.context import Context
from kehoach.rules.finding import CERTAIN, Finding, Level, Rule

META = Rule("KH113", "thieu-muc-khung", Level.NOTE, since="0.1.0")
_LEAST = 1 / 6
"""Share of what binds that a plan answers where it carries out the framework as a whole."""


def check(context: Context) -> Iterator[Finding]:
    """List what binds and is missing, once for each framework."""
    for path, comparison, items in missing(context):
        lacks = [item for item in items if sureness(item) >= CERTAIN]
        bound = [item for item in comparison.items if item.binds]
        answered = sum(item.sure and bool(item.below) for item in bound)
        if not lacks or answered < _LEAST * len(bound):
            continue
        codes = ", ".join(item.above.code for item in lacks if item.above)
        called = comparison.above.called
        yield Finding(
            path,
            f"{called} có {len(lacks)} mục bắt buộc mà kế hoạch chưa nêu: {codes}",
            f"xem lời văn bằng kehoach compare --with {comparison.above.code}; bổ sung, viện dẫn "
            "kế hoạch khác đã có, hoặc chấp nhận kèm lý do trong chap_nhan",
        )
