"""Names of units in cells: where one begins, and whether a list of them is whole."""

import re
from collections.abc import Iterable
from functools import lru_cache

from kehoach.importers.blocks import Line
from kehoach.importers.tables.row import between, line_text
from kehoach.language.fold import fold
from kehoach.language.unit import split_units

_UNIT_LINK = re.compile(
    r"(?:\A|[\s,;])(?:và|cùng|thuộc|của|tại|với|có|liên|chính|trên|theo|về)\Z|[,;:/&(-]\Z"
)
# "PhòngVH-XH"
_GLUED = re.compile(r"(?<=[a-zà-ỹ])(?=[A-ZĐ])")
# What begins like the name of a unit and is none.
_NO_UNIT = re.compile(
    r"ban (?:hành|bố|đầu)|hội (?:nghị|thảo|thi|viên|họp|đàm)|đoàn viên|đội ngũ|trường hợp"
    r"|bộ (?:tiêu chí|thủ tục|quy|câu|chỉ số|phận|mã|nhận|tài liệu)|thuế điện tử"
    r"|tổ chức (?!chính trị|đoàn thể|xã hội)|(?:cơ quan|đơn vị) (?:được|đã|phải|cần)"
)


def begins_unit(text: str) -> bool:
    """Tell whether the name of a unit, or of several, begins *text*."""
    return bool(_begins_unit(text))


@lru_cache(maxsize=8192)
def _begins_unit(text: str) -> bool:
    first = "Phòng Kinh tế"
    spaced = _GLUED.sub(" ", text)
    return split_units(f"{first}, {spaced}")[0] == first and not _NO_UNIT.match(fold(text))


def join_units(lines: Iterable[Line]) -> str:
    """Return the lines of a list of units as one text, with a semicolon before each new unit."""
    whole = ""
    opened = 0
    goes_on = True
    for line in lines:
        text = line_text(line)
        if not text:
            continue
        is_end = opened <= 0 and _may_end(whole)
        if is_end and text[0].isupper() and begins_unit(text):
            whole += f"; {text}"
        else:
            whole += between(whole, text, goes_on=goes_on) + text if whole else text
        opened += text.count("(") - text.count(")")
        goes_on = line.broken
    return whole


_HEAD_ALONE = re.compile(
    r"(?:\A|[\s,;])(?<!các )(?:văn phòng|vp|phòng|trung tâm|tt|ban|tổ|công an|sở|cục|chi cục"
    r"|chi nhánh|đoàn|đội|(?<!xã )hội|trạm|trường|thôn|các|đài|viện|ủy ban|uỷ ban|bộ|thường trực"
    r"|ban chỉ huy|ban chỉ đạo|(?:cơ quan|phòng|ban|ngành), (?:đơn|ban|ngành))\Z"
)


def is_whole_unit(text: str) -> bool:
    """Tell whether the list of units *text* may end here: no comma, no head without a name."""
    return _may_end(text) and text.count("(") <= text.count(")")


# Longer than anything that must not stand at the end.
_TAIL = 80


def _may_end(text: str) -> bool:
    key = fold(text[-_TAIL:])
    whole = key.endswith("công an") or not _HEAD_ALONE.search(key)
    return bool(key) and whole and not _UNIT_LINK.search(key)
