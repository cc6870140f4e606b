"""Văn bản đã ban hành phải có số, ngày và người ký.

Bản dự thảo (``trang_thai: du_thao``) được để trống.

Sai: ``trang_thai: ban_hanh`` với ``so:`` trống
Đúng: ``so: 5``, ``ngay: 2025-07-11``
"""

from collections.abc import Iterator

from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH801", "ban-hanh-thieu", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Look for what an issued document must have."""
    document = context.plan.document
    if document.is_draft:
        return
    wanted = (
        ("so", document.number, "số"),
        ("ky_hieu", document.symbol, "ký hiệu"),
        ("ngay", document.date and document.date.day, "ngày ban hành"),
        ("nguoi_ky", document.signer.name, "họ tên người ký"),
        ("nguoi_ky", document.signer.title, "chức vụ người ký"),
    )
    for key, value, words in wanted:
        if not value:
            message = f"văn bản đã ban hành nhưng không có {words}"
            yield Finding(("van_ban", key), message, "bổ sung, hoặc đặt trang_thai: du_thao")
