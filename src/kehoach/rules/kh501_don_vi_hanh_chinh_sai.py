"""Mã, tên và tỉnh của đơn vị phải khớp danh mục đơn vị hành chính vào ngày ban hành.

Danh mục theo Quyết định 19/2025/QĐ-TTg và các nghị quyết sửa đổi; hơn 240 tên xã, phường có ở hai
tỉnh trở lên nên phải có tỉnh hoặc mã.

Sai: ``{ma: "17326", ten: xã Nghĩa Hành, tinh: tỉnh Quảng Ngãi}`` (17326 là xã Nghĩa Hành, Nghệ
  An)
Đúng: ``{ma: "21364", ten: xã Nghĩa Hành, tinh: tỉnh Quảng Ngãi}``
"""

import datetime as dt
from collections.abc import Iterator

from kehoach.language.fold import fold
from kehoach.model.administrative import AdministrativeUnit, by_code, find, suggest
from kehoach.model.plan import Commune
from kehoach.rules.blanks import BLANK
from kehoach.rules.context import Context
from kehoach.rules.deadlines import written_day
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH501", "don-vi-hanh-chinh-sai", Level.ERROR, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Look the commune up by name and province, then compare the code."""
    commune = context.plan.commune
    if BLANK.search(f"{commune.name} {commune.province}"):
        message = "chưa điền đơn vị hành chính"
        yield Finding(("don_vi",), message, "điền tên xã, phường, đặc khu và tên tỉnh, thành phố")
        return
    date = context.plan.document.date
    on = date.first_day() if date else None
    found = find(commune.name, "" if commune.is_province else commune.province, on)
    if not found:
        yield _unknown(commune, on)
        return
    codes = {unit.code for unit in found}
    if not commune.code:
        if len(codes) == 1:
            message = "thiếu mã đơn vị hành chính"
            yield Finding(("don_vi",), message, f'thêm ma: "{found[0].code}"')
        return
    if commune.code not in codes:
        other = by_code(commune.code, on)
        meant = _name(other) if other else "không có trong danh mục"
        yield Finding(
            ("don_vi", "ma"),
            f"mã {commune.code} không phải của {commune.name}, {commune.province} ({meant})",
            f"mã đúng: {', '.join(sorted(codes))}",
        )


def _unknown(commune: Commune, on: dt.date | None) -> Finding:
    by_mark = by_code(commune.code, on) if commune.code else None
    close = [by_mark] if by_mark else list(suggest(commune.name, commune.province, on))
    help_ = f"có phải {' hoặc '.join(map(_name, close))}?" if close else "kiểm tra tên và tỉnh"
    elsewhere = find(commune.name, on=on)
    if elsewhere and not any(fold(unit.name) in fold(commune.name) for unit in close):
        help_ = f"tên này có ở: {', '.join(map(_name, elsewhere))}"
    when = f" vào ngày {written_day(on)}" if on else ""
    message = f"danh mục không có {commune.name}, {commune.province}{when}"
    return Finding(("don_vi", "ten"), message, help_)


def _name(unit: AdministrativeUnit) -> str:
    province = by_code(unit.province_code) if unit.province_code else None
    return f"{unit.full_name}, {province.full_name}" if province else unit.full_name
