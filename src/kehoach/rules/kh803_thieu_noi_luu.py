"""Dòng cuối của nơi nhận phải là nơi lưu.

Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.9.d: "Lưu: VT, …". Hướng dẫn 05-HD/VPTW, mục II.I.9:
"Lưu Văn phòng …", không có dấu hai chấm.

Sai: nơi nhận không có dòng Lưu; ``Lưu VT`` theo nd30
Đúng: ``Lưu: VT`` theo nd30, ``Lưu Văn phòng Đảng ủy`` theo hd05
"""

import re
from collections.abc import Iterator

from kehoach.language.fold import strip_marks
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule

META = Rule("KH803", "thieu-noi-luu", Level.WARNING, since="0.1.0")


# Without marks, as OCR leaves them: what lacks its marks is still the line.
_FORMS = {"nd30": re.compile(r"luu: vt(, .+)?"), "hd05": re.compile(r"luu v(an phong|p).*")}
_RIGHT = {"nd30": "Lưu: VT", "hd05": "Lưu Văn phòng Đảng ủy"}


def check(context: Context) -> Iterator[Finding]:
    """Look at the last recipient."""
    document = context.plan.document
    right = _RIGHT[document.profile]
    if not document.recipients:
        yield Finding(
            ("van_ban", "noi_nhan"), "không có nơi nhận", f"thêm noi_nhan, dòng cuối là {right}"
        )
        return
    last = len(document.recipients) - 1
    text = document.recipients[last].strip(" ;.")
    if not strip_marks(text).startswith("luu"):
        message = "dòng cuối của nơi nhận không phải nơi lưu"
        yield Finding(("van_ban", "noi_nhan", last), message, f"thêm dòng cuối: {right}")
    elif not _FORMS[document.profile].fullmatch(strip_marks(text)):
        message = f"nơi lưu “{text}” viết chưa đúng thể thức"
        yield Finding(("van_ban", "noi_nhan", last), message, f"viết: {right}")
