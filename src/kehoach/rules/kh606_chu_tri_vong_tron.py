"""Đơn vị chủ trì phải là tên đơn vị, không phải "các đơn vị chủ trì".

"Các đơn vị chủ trì quản lý, vận hành hệ thống" chủ trì tập huấn: không biết là đơn vị nào.

Sai: ``chu_tri: [Các đơn vị chủ trì quản lý, vận hành các nền tảng số]``
Đúng: ``chu_tri: [Phòng Văn hóa - Xã hội]``
"""

from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.rules.leading import is_circular
from kehoach.rules.phrases import shortened

META = Rule("KH606", "chu-tri-vong-tron", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Look for leads that are named after leading."""
    for item in context.plan.items():
        for i, lead in enumerate(item.leads):
            if is_circular(lead):
                yield Finding(
                    (*item.path, "chu_tri", i),
                    f"“{shortened(lead)}” không nói đơn vị nào chủ trì",
                    "ghi tên đơn vị chủ trì",
                )
