"""Lines of a flattened row cut where a cell may begin or end inside them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kehoach.importers.blocks import Line
from kehoach.importers.tables.row import line_text
from kehoach.importers.tables.times import is_deadline
from kehoach.importers.tables.units import begins_unit, is_whole_unit
from kehoach.language.fold import fold


@dataclass(frozen=True, slots=True)
class Atom:
    """A line, or a part of one where a cell may end inside it."""

    text: str
    line: Line
    begins_line: bool


MOST_ATOMS = 120
_WORDS_OF_A_LINE = 40


def joined_lines(atoms: Sequence[Atom]) -> list[Line]:
    """Return atoms as lines again; parts of one line come together."""
    lines: list[Line] = []
    for atom in atoms:
        if lines and not atom.begins_line:
            lines[-1] = replace(lines[-1], text=f"{lines[-1].text} {atom.text}")
        else:
            lines.append(replace(atom.line, text=atom.text, broken=True))
    return lines


_TIME = re.compile(
    r"(?:Tháng|Quý|Ngày|Trước|Thường|Hằng|Hàng|Định|Năm|Trong|Theo|Khi|Từ|Đến|Cuối|Đầu|Hết|Hoàn"
    r"|Liên|Ngay|Chậm|Sau|Giai|Thực|Đột|[0-9]{1,2}/[0-9])"
)


def cut_lines(lines: Sequence[Line]) -> list[Atom]:
    """Cut lines where a deadline or the name of a unit may begin or end inside them."""
    atoms: list[Atom] = []
    for line in lines:
        words = line_text(line).split()
        start = 0
        # A line of so many words is a paragraph, not a line of a cell.
        for i in range(1, len(words) if len(words) <= _WORDS_OF_A_LINE else 0):
            if len(atoms) < MOST_ATOMS and _may_cut(words, start, i):
                atoms.append(Atom(" ".join(words[start:i]), line, start == 0))
                start = i
        atoms.append(Atom(" ".join(words[start:]), line, start == 0))
    return atoms


# "Theo chỉ đạo" goes on with whose it is.
_OPEN_TIME = re.compile(r"theo (?:sự )?(?:chỉ đạo|hướng dẫn|yêu cầu|đề nghị|phân công|quy định)\Z")


def _may_cut(words: Sequence[str], start: int, i: int) -> bool:
    before, after = " ".join(words[start:i]), " ".join(words[i:])
    if (not after[0].isupper() and not after[0].isdigit()) or _OPEN_TIME.search(fold(before)):
        return False
    if not is_whole_unit(before) or OPEN.search(fold(before)):
        return False
    if after[0].isupper() and begins_unit(after):
        return True
    if _TIME.match(after) and _begins_deadline(words[i : i + _DEADLINE_WORDS]):
        return True
    if after[0].isupper() and is_deadline(before):
        return True
    return bool(DOCUMENT.match(after)) and not _OPEN_VERB.search(fold(before))


def _begins_deadline(words: Sequence[str]) -> bool:
    return any(is_deadline(" ".join(words[:count])) for count in range(1, len(words) + 1))


_DEADLINE_WORDS = 6
# What a deliverable begins with, and words that it cannot follow in a line.
DOCUMENT = re.compile(
    r"(?:Nghị quyết|Quyết định|Quy chế|Quy định|Quy trình|Kế hoạch|Báo cáo|Danh mục|Văn bản"
    r"|Tờ trình|Hồ sơ|Đề án|Phương án|Công văn|Thông báo|Biên bản|Tài liệu|Hội nghị|Hệ thống"
    r"|Tỷ lệ|Bộ chỉ số|[0-9]+(?:,[0-9]+)? ?%)(?!\w)"
)
OPEN = re.compile(r"(?:ngày|thứ|tháng|năm|quý|đến|trước|từ|hết|và|số|đạt|trên|theo)\Z")
_OPEN_VERB = re.compile(
    r"(?:xây dựng|ban hành|triển khai|thực hiện|tham mưu|lập|trình|rà soát|tối thiểu|ít nhất"
    r"|khoảng|duy trì|bảo đảm|đảm bảo|hoàn thành|tổ chức|cập nhật|phê duyệt|các|những|một)\Z"
)
