"""Văn bản không được còn chữ của bảng mã cũ TCVN3 (phông .VnTime) hay VNI (phông VNI-Times).

Nghị định 30/2020/NĐ-CP, phụ lục I, mục I.4: bộ mã Unicode theo TCVN 6909:2001. Chữ bảng mã cũ chép
sang tệp khác thành chuỗi ký tự lạ.

Sai: "Uû ban nh©n d©n x·" (TCVN3)
Đúng: "Ủy ban nhân dân xã"
"""

from collections.abc import Iterator

from kehoach.language.legacy import convert
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Fix, Level, Replacement, Rule

META = Rule("KH903", "bang-ma-cu", Level.ERROR, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Take the texts of which the letters make sense as bytes of an old encoding only."""
    for path, text, encoding in context.wording.legacy:
        converted = convert(text, encoding)
        yield Finding(
            path,
            f"chữ của bảng mã {encoding}",
            f"chuyển sang Unicode: {converted}",
            (0, len(text)),
            fix=Fix((Replacement(path, (0, len(text)), converted),), safe=False),
            confidence=0.9,
        )
