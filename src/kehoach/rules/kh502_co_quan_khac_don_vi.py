"""Cơ quan ban hành phải là cơ quan của đơn vị nêu trong kế hoạch, đúng cấp xã, phường, đặc khu.

Kế hoạch chép từ nơi khác hay còn sót tên xã cũ, hoặc ghi "xã" trong kế hoạch của phường.

Sai: ``ten: phường Hải Dương`` với ``co_quan: Ủy ban nhân dân xã Hải Dương``
Đúng: ``co_quan: Ủy ban nhân dân phường Hải Dương``
"""

from collections.abc import Iterator

from kehoach.language.fold import fold
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH502", "co-quan-khac-don-vi", Level.ERROR, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Ask that the issuer is named after the commune with its level."""
    name, issuer = context.plan.commune.name, context.plan.document.issuer
    if fold(name) not in fold(issuer):
        yield Finding(
            ("van_ban", "co_quan"),
            f"cơ quan ban hành “{issuer}” không nêu {name}",
            "sửa cơ quan ban hành hoặc don_vi cho khớp nhau",
        )
