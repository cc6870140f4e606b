"""What a column of a table of tasks or targets holds, told from the words at its head."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from kehoach.language.fold import fold


class Role(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    TASK = "task"
    CONTENT = "content"  # what is to be done, beside a name of its own
    LEAD = "lead"
    SUPPORT = "support"
    LEAD_AND_SUPPORT = "lead_and_support"
    RESULT = "result"
    DEADLINE = "deadline"
    TARGET = "target"
    FIGURE = "figure"
    UNIT = "unit"  # of measure
    REMARK = "remark"
    OTHER = "other"


UNITS = frozenset({Role.LEAD, Role.SUPPORT, Role.LEAD_AND_SUPPORT})
"""Roles whose cells name who carries something out."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its heading; it covers the positions [start, end) of the table."""

    role: Role
    label: str
    start: int
    end: int


_BODY = r"(?:các |tên )?(?:cơ quan|đơn vị|bộ phận|cá nhân|tổ chức|lãnh đạo|người|phòng|ban|ngành)"
_BODIES = rf"{_BODY}(?:(?:, ?|/ ?| và | - | hoặc ){_BODY})*"
_WHAT = (
    r"(?:nhiệm vụ|giải pháp|công việc|nội dung|hoạt động|đề án|dự án|chương trình|phần việc"
    r"|chuyên đề)"
)
_DONE = r"(?:thực hiện|hoàn thành|triển khai|kết thúc|đạt được|báo cáo)"
_DO = rf"(?: ?[/,(-]? ?(?:dự kiến |cần |phải |và )?{_DONE}\)?)"
_NEED = r"(?:yêu cầu|sản phẩm|kết quả|đầu ra)"
_YEAR = r"(?: ?(?:đến |trong )?(?:hết )?năm(?: [0-9]{4})?| [0-9]{4})"

# Each a whole heading as it begins; the longest match decides.
_HEADINGS: tuple[tuple[Role, str], ...] = (
    (Role.NUMBER, r"(?:stt|tt|số tt|số thứ tự|thứ tự|mã số)"),
    (
        Role.TASK,
        (
            rf"(?:(?:tên|danh mục|nội dung|các|nhóm) )*{_WHAT}"
            rf"(?:(?: ?, ?| ?/ ?| và | - | )(?:tên |các )?{_WHAT})*"
            rf"(?: (?:cụ thể|trọng tâm|chủ yếu|chính|được giao|được phân công|chi tiết|{_DONE}))*"
        ),
    ),
    (Role.LEAD, rf"(?:{_BODIES} )?(?:được )?(?:phân công )?chủ trì{_DO}?(?: tham mưu)?"),
    (
        Role.LEAD,
        (
            rf"{_BODIES}(?: (?:được )?(?:thực hiện|phụ trách|chịu trách nhiệm|tham mưu|đầu mối"
            r"|phân công|theo dõi|triển khai|trách nhiệm|được giao))+(?: chính)?"
        ),
    ),
    (Role.LEAD, r"(?:phân công(?: thực hiện)?|đầu mối|phụ trách|trách nhiệm(?: thực hiện)?)"),
    (Role.LEAD, rf"{_BODIES}"),
    (Role.SUPPORT, rf"(?:{_BODIES} )?(?:phối hợp|tham gia){_DO}?"),
    (
        Role.LEAD_AND_SUPPORT,
        rf"(?:{_BODIES} )?chủ trì(?:{_DO})?(?: ?[,/;-] ?| và |, và )(?:{_BODIES} )?phối hợp{_DO}?",
    ),
    (
        Role.RESULT,
        (
            rf"(?:dự kiến )?{_NEED}"
            rf"(?:(?: ?[,/;] ?| và | về | )(?:về )?(?:{_NEED}|chỉ tiêu|mục tiêu))*"
            rf"(?: (?:cụ thể|chủ yếu|dự kiến|cần đạt|phải đạt|đạt|được|cần có|phải có|{_DONE}))*"
        ),
    ),
    (
        Role.DEADLINE,
        (
            r"(?:thời gian|thời hạn|tiến độ|thời điểm|hạn|mốc thời gian|lộ trình|ngày)"
            rf"(?: ?[,/] ?(?:thời gian|thời hạn|tiến độ|lộ trình))?(?:{_DO})*"
            r"(?: (?:xong|dự kiến|cuối cùng|xử lý))*"
        ),
    ),
    (
        Role.TARGET,
        (
            r"(?:(?:tên|nội dung|các|danh mục|nhóm) )*(?:chỉ tiêu|mục tiêu|tiêu chí|chỉ số)"
            r"(?: ?[,/] ?(?:chỉ tiêu|mục tiêu|tiêu chí|chỉ số))*(?: (?:cụ thể|chủ yếu|chính))?"
        ),
    ),
    (
        Role.FIGURE,
        (
            r"(?:(?:chỉ tiêu|mục tiêu|kế hoạch|giá trị|kết quả)(?: (?:giao|phấn đấu|đạt|cần đạt"
            rf"|phải đạt|thực hiện))?{_YEAR}|mức (?:đạt|độ|phấn đấu|chỉ tiêu)(?: được)?{_YEAR}?"
            rf"|giá trị|số lượng|tỷ lệ(?: ?\(?%\)?)?(?: đạt)?{_YEAR}?"
            r"|chỉ tiêu (?:giao|phấn đấu|đạt)"
            r"|năm [0-9]{4}|mục tiêu phấn đấu|kết quả cần đạt)"
        ),
    ),
    (Role.UNIT, r"(?:đơn vị tính|đvt|đơn vị đo)"),
    (Role.REMARK, r"(?:ghi chú|lưu ý)"),
)
_PATTERNS = tuple((role, re.compile(rf"{words}(?!\w)")) for role, words in _HEADINGS)
# Where no heading begins the label: a word anywhere in it.
_KEYWORDS: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(rf"(?<!\w)(?:{words})(?!\w)"))
    for role, words in (
        (Role.LEAD_AND_SUPPORT, r"chủ trì[\w ,/-]{0,40}phối hợp"),
        (Role.SUPPORT, r"phối hợp"),
        (Role.LEAD, r"chủ trì"),
        (Role.UNIT, r"đơn vị tính|đvt"),
        (Role.DEADLINE, r"thời gian|thời hạn|hạn hoàn thành|tiến độ"),
        (Role.RESULT, r"sản phẩm|kết quả|đầu ra"),
        (Role.TASK, r"nhiệm vụ|công việc|giải pháp"),
        (Role.TARGET, r"chỉ tiêu|mục tiêu"),
        (Role.REMARK, r"ghi chú"),
    )
)
_NUMBERED = re.compile(r"[\W_]*[0-9]*[\W_]*")


def role_of(label: str) -> Role:
    """Return what a column headed *label* holds; OTHER where the words say nothing known."""
    text = fold(label).strip(" .:;*()")
    found = _longest(text, 0)
    if found and _NUMBERED.fullmatch(text, found[1]):
        return found[0]
    for role, words in _KEYWORDS:
        if words.search(text):
            return role
    return found[0] if found and found[1] * 2 >= len(text) else Role.OTHER


def _longest(text: str, place: int) -> tuple[Role, int] | None:
    """Return the role of the longest heading at *place* of a folded text, and where it ends."""
    ends = [(m.end(), role) for role, pattern in _PATTERNS if (m := pattern.match(text, place))]
    if not ends:
        return None
    end, role = max(ends, key=lambda one: one[0])
    return role, end


def scan_labels(text: str) -> tuple[list[Column], float]:
    """Cut a header whose cells stand one after the other into columns, at positions 0, 1, ….

    Words that are no heading go to the column before them. The second value is the share of the
    words that are.
    """
    words = text.split()
    folded = [fold(word) for word in words]
    starts: list[int] = []
    whole = ""
    for word in folded:
        starts.append(len(whole) + bool(whole))
        whole = f"{whole} {word}" if whole else word
    found: list[tuple[Role, list[str]]] = []
    known = i = 0
    while i < len(words):
        match = _longest(whole, starts[i])
        count = 1
        if match:
            count = max(1, sum(starts[i] <= start < match[1] for start in starts))
            known += count
            if found and found[-1][0] is match[0]:
                found[-1][1].extend(words[i : i + count])
            else:
                found.append((match[0], words[i : i + count]))
        elif found:
            found[-1][1].append(words[i])
        else:
            found.append((Role.OTHER, [words[i]]))
        i += count
    columns = [
        Column(role, " ".join(label), place, place + 1) for place, (role, label) in enumerate(found)
    ]
    return columns, known / len(words) if words else 0.0


def settle(columns: Iterable[Column]) -> tuple[Column, ...]:
    """Give every role but OTHER to one column at most, and tell tasks from targets.

    A second column of tasks is what is to be done (CONTENT), a second one of targets the figure.
    Where tasks and targets both have a column, the targets are results of the tasks.
    """
    settled = list(columns)
    if any(column.role is Role.FIGURE for column in settled):
        settled = [
            replace(column, role=Role.UNIT) if fold(column.label) == "đơn vị" else column
            for column in settled
        ]
    roles = [column.role for column in settled]
    if Role.TASK not in roles and Role.TARGET not in roles:
        _turn(settled, (Role.FIGURE,), Role.TARGET)
    measured = bool({Role.UNIT, Role.FIGURE} & set(roles))
    if Role.TASK in roles and Role.TARGET in roles and not measured:
        _turn(settled, (Role.TARGET,), Role.OTHER if Role.RESULT in roles else Role.RESULT)
    elif Role.TASK in roles and measured and Role.TARGET not in roles:
        kinds = {column.role for column in settled}
        if Role.UNIT in kinds and Role.FIGURE in kinds:
            _turn(settled, (Role.TASK,), Role.TARGET)
    elif Role.TARGET in roles and Role.FIGURE not in roles:
        _turn(settled, (Role.RESULT,), Role.FIGURE)
    seen: set[Role] = set()
    for i, column in enumerate(settled):
        role = column.role
        if role in seen:
            second = {Role.TASK: Role.CONTENT, Role.TARGET: Role.FIGURE}.get(role, Role.OTHER)
            role = Role.OTHER if second in seen else second
        seen.add(role)
        settled[i] = replace(column, role=role)
    return tuple(settled)


def _turn(columns: list[Column], wanted: Sequence[Role], into: Role) -> None:
    for i, column in enumerate(columns):
        if column.role in wanted:
            columns[i] = replace(column, role=into)
            return


def is_task_table(columns: Iterable[Column]) -> bool:
    """Tell whether columns have a name of tasks or targets and something said of them."""
    roles = {column.role for column in columns}
    named = bool(roles & {Role.TASK, Role.TARGET})
    return named and len(roles - {Role.NUMBER, Role.OTHER}) > 1
