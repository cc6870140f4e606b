"""Số của mục con phải khác kiểu số của mục cha, hoặc nối tiếp số của mục cha.

Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.6: phần, mục dùng số La Mã, khoản dùng số Ả Rập, điểm
dùng chữ cái. Mục 1 nằm trong mục 1 thì "mục 1" là hai mục; số 4.6 nằm trong mục 5 là mục bị chuyển
chỗ mà chưa đánh số lại. Trong phụ lục lập thành bảng chỉ xét số có dấu chấm.

Sai: mục 2 có các mục con 1, 2; mục 5 có mục con 4.6
Đúng: mục 2 có các mục con 2.1, 2.2 hoặc a, b
"""

import re
from collections.abc import Iterator, Mapping

from kehoach.language.numbering import Number, Style, read_number
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.source.place import Path

_AMENDS = re.compile(
    r"(?:Sửa đổi|Bổ sung|Thay thế)(?:, bổ sung|, thay thế)? .*(?:điểm|khoản|[Mm]ục) \w"
)

META = Rule("KH204", "so-muc-sai-cap", Level.WARNING, since="0.1.0")


def check(context: Context) -> Iterator[Finding]:
    """Compare each number with that of the item it lies in, once for each such item."""
    marks = {
        item.path: mark
        for siblings in context.sequences
        for item, mark in zip(siblings.items, siblings.numbers, strict=True)
    }
    done: set[Path] = set()
    for path, mark in marks.items():
        above = _above(path, marks)
        if above is None or above in done:
            continue
        # Rows of a table, in a section without a number of its own, begin anew.
        # "1)" may lie in "1.".
        if above != path[:-2] or ")" in mark:
            continue
        number, parent = read_number(mark), read_number(marks[above])
        fault = _fault(number, parent, path) if number and parent else ""
        if fault and not _amends(context, above):
            done.add(above)
            yield Finding(
                path,
                f"số {mark} {fault} {marks[above]}",
                "đánh số lại theo mục cha",
                related=above,
                related_message="mục cha ở đây",
            )


def _amends(context: Context, above: Path) -> bool:
    """Tell whether the items in *above* have the numbers that they get in another document."""
    try:
        heading = context.text_at((*above, "de_muc"))
    except KeyError:
        return False
    return bool(_AMENDS.match(heading))


def _above(path: Path, marks: Mapping[Path, str]) -> Path | None:
    """Return the path of the nearest numbered item around *path*."""
    path = path[:-2]
    while path:
        if marks.get(path):
            return path
        path = path[:-2]
    return None


def _fault(number: Number, parent: Number, path: Path) -> str:
    if number.parent:
        own = (*parent.parent, parent.value)
        wrong = parent.style is Style.ARABIC and number.parent != own
        return "không nối tiếp số của mục cha" if wrong else ""
    alike = number.style is parent.style and not parent.parent and path[0] == "noi_dung"
    return "cùng kiểu với số của mục cha" if alike else ""
