"""Đơn vị chủ trì, phối hợp phải có trong danh sách ``don_vi_thuc_hien``.

Danh sách này gom các cách viết của một đơn vị để báo cáo theo đơn vị không bị tách làm đôi, và
giúp bắt lỗi gõ tên. Cụm chỉ chung ("Các cơ quan, đơn vị có liên quan") không cần khai.

Sai: ``chu_tri: [Phòng Văn hoá Xã hội]`` khi chỉ khai ``Phòng Kinh tế``
Đúng: khai ``{ten: Phòng Văn hóa - Xã hội, cach_viet: [Phòng VHXH]}``
"""

from collections.abc import Iterator

from kehoach.language.unit import is_generic
from kehoach.rules.blanks import is_blank
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH104", "don-vi-chua-khai", Level.WARNING, since="0.1.0")


_SURE = 85.0  # similarity from which a name is taken for a slip of a declared one


def check(context: Context) -> Iterator[Finding]:
    """Look up every named unit; a plan that declares no units is not asked."""
    if not context.plan.units:
        return
    for path, name in context.named_units:
        if is_generic(name) or is_blank(name) or context.unit_names.find(name):
            continue
        near = context.unit_names.nearest(name)
        if near and near[1] >= _SURE:
            help_ = f"có phải “{near[0]}”? Nếu phải, sửa lại hoặc thêm cách viết này vào cach_viet"
        else:
            help_ = "thêm đơn vị này vào don_vi_thuc_hien"
        yield Finding(path, f"đơn vị “{name}” chưa có trong danh sách đơn vị thực hiện", help_)
