"""Tables that a PDF flattened to text: rows and cells told apart again.

Such a text has the cells of a row one after the other, each as its broken lines; cells of one line
may share a line with their neighbours::

    1.2 Tổ chức tập huấn          ← number and name
    Tối thiểu 01 lớp              ← deliverable
    Quý IV/2025 Phòng VH-XH       ← deadline and lead

A row begins at its number. Its lines are dealt out to the columns of the header, in their order,
so that the whole fits best: deadlines read as deadlines, names of units begin and end as such, and
a line breaks only where the next word would not have fitted in. How wide the columns are is
learned from the rows themselves.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kehoach.importers.blocks import LeftOut, Line
from kehoach.importers.columns import UNITS, Column, Role, is_task_table, scan_labels, settle
from kehoach.importers.draft import Sureness
from kehoach.importers.rows import Mark, Row, begins_unit, is_whole_unit, line_text, read_mark
from kehoach.language.deadline import read_deadline
from kehoach.language.fold import fold
from kehoach.language.unit import split_units

_HEADER_LINES = 30
_ROLES_OF_A_HEADER = 3
_KNOWN_SHARE = 0.7
_WORDS_TO_TRY = 8
_WORDS_OF_A_HEADER = 120


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a flattened table: its columns and which lines [start, end) it takes."""

    columns: tuple[Column, ...]
    start: int
    end: int


def find_header(lines: Sequence[Line], start: int = 0) -> Header | None:
    """Return the first header of a flattened table in *lines* from *start* on, None without one.

    Its first word heads a column, most of its words are headings, and the number of a first row
    follows it.
    """
    for i in range(start, len(lines)):
        columns, share = scan_labels(" ".join(line_text(lines[i]).split()[:_WORDS_TO_TRY]))
        if not columns or columns[0].role is Role.OTHER or not share:
            continue
        end = _first_row(lines, i + 1)
        if end is None:
            continue
        words = [word for line in lines[i:end] for word in line_text(line).split()]
        if len(words) > _WORDS_OF_A_HEADER:
            continue
        columns, share = scan_labels(" ".join(words))
        settled = settle(columns)
        roles = {column.role for column in settled} - {Role.OTHER}
        if (
            share >= _KNOWN_SHARE
            and len(roles) >= _ROLES_OF_A_HEADER
            and is_task_table(settled)
            and settled[0].role in {Role.NUMBER, Role.TASK, Role.TARGET}
            and (settled[0].role is Role.NUMBER or Role.NUMBER not in roles)
        ):
            return Header(settled, i, end)
    return None


def _first_row(lines: Sequence[Line], start: int) -> int | None:
    for i in range(start, min(len(lines), start + _HEADER_LINES)):
        found = _leading_mark(line_text(lines[i]))
        if found and found[0].value == 1 and set(found[0].above) <= {1}:
            return i
    return None


@dataclass
class Flattened:
    """What a run of lines gave: the lines before the header, its columns, the rows."""

    before: list[Line]
    columns: tuple[Column, ...]
    rows: list[Row]
    left_out: list[LeftOut] = field(default_factory=list)


def read_flattened(lines: Sequence[Line], columns: tuple[Column, ...] = ()) -> Flattened | None:
    """Read a run of lines as a table; None where no header is found and no *columns* are given.

    *columns* are those of the table that the run continues.
    """
    header = find_header(lines)
    left_out: list[LeftOut] = []
    before: list[Line] = []
    rest = list(lines)
    words = ""
    if header:
        before = list(lines[: header.start])
        columns = header.columns
        head = lines[header.start : header.end]
        words = _key(head)
        left_out.extend(LeftOut(line.text, line.origin, "tiêu đề cột của bảng") for line in head)
        rest = list(lines[header.end :])
    elif not is_task_table(columns):
        return None
    chunks = _chunks(rest, words, left_out)
    rows = _deal_out(chunks, [c for c in columns if c.role is not Role.NUMBER])
    return Flattened(before, columns, rows, left_out)


def _key(lines: Iterable[Line]) -> str:
    return fold(" ".join(line_text(line) for line in lines))


# Rows: each a number and its lines, in stretches that page ends part.


@dataclass
class _Chunk:
    """The lines of a row: one list for each page it stands on."""

    number: Line | None
    stretches: list[list[Line]]


_MARK = re.compile(
    r"(?P<mark>[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}|[IVX]{1,6})(?P<close>[.)]?)(?:\s+(?P<rest>\S.*))?\Z"
)
_STAMP = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[+-][0-9]{4}|Z)?")
_PAGE = re.compile(r"-?\s*[0-9]{1,3}\s*-?|[Tt]rang\s+[0-9]{1,3}(?:\s*/\s*[0-9]{1,3})?")
# A count of rows that a source may have left out.
_SKIP = 2


def _leading_mark(text: str) -> tuple[Mark, str, str] | None:
    """Return the number that may begin a row, as written, and the text behind it."""
    match = _MARK.match(text)
    mark = read_mark(match["mark"]) if match else None
    if not match or not mark:
        return None
    rest = match["rest"] or ""
    # "6 tháng đầu năm", "20 lớp" go on from the line before.
    if rest and not (rest[0].isupper() or rest[0] in "“\"'([-+" or rest[0].isdigit()):
        return None
    return mark, match["mark"], rest


def _chunks(lines: Sequence[Line], header: str, left_out: list[LeftOut]) -> list[_Chunk]:
    chunks: list[_Chunk] = []
    numbers = _Numbers()
    i = 0
    while i < len(lines):
        if form := _form(lines, i, header):
            count, reason = form
            left_out.extend(LeftOut(one.text, one.origin, reason) for one in lines[i : i + count])
            if chunks and chunks[-1].stretches[-1]:
                chunks[-1].stretches.append([])
            i += count
            continue
        line = lines[i]
        i += 1
        text = line_text(line)
        if not text:
            continue
        found = _leading_mark(text)
        if found and numbers.accept(found[0]):
            chunks.append(_Chunk(replace(line, text=found[1], number=""), [[]]))
            text = found[2]
            if not text:
                continue
        if not chunks:
            chunks.append(_Chunk(None, [[]]))
        stretch = chunks[-1].stretches[-1]
        if stretch and stretch[-1].origin.page != line.origin.page:
            stretch = []
            chunks[-1].stretches.append(stretch)
        stretch.append(replace(line, text=text, number=""))
    return chunks


def _form(lines: Sequence[Line], place: int, header: str) -> tuple[int, str] | None:
    """Return how many lines from *place* on belong to the page and not to the text, and why."""
    if repeated := _repeated(lines, place, header):
        return repeated, "tiêu đề cột lặp lại ở đầu trang"
    text = line_text(lines[place])
    if _STAMP.fullmatch(text):
        return 1, "dấu thời gian của chữ ký số"
    after = _next(lines, place + 1)
    if _PAGE.fullmatch(text) and _ends_page(lines, place + 1, after, header):
        return 1, "số trang"
    return None


def _next(lines: Sequence[Line], start: int) -> int:
    while start < len(lines) and not line_text(lines[start]):
        start += 1
    return start


def _ends_page(lines: Sequence[Line], here: int, after: int, header: str) -> bool:
    """Tell whether a number alone on its line is that of a page."""
    if after >= len(lines):
        return True
    if _repeated(lines, after, header):
        return True
    page = lines[here - 1].origin.page
    first = here < 2 or lines[here - 2].origin.page != page  # noqa: PLR2004  (no line before it)
    last = lines[after].origin.page != page
    return page > 0 and (last or (first and bool(_leading_mark(line_text(lines[after])))))


def _repeated(lines: Sequence[Line], start: int, header: str) -> int:
    """Return how many lines from *start* on are the header once more; 0 for none."""
    seen = ""
    for i in range(start, len(lines)):
        text = fold(line_text(lines[i]))
        seen = f"{seen} {text}".strip()
        if not header.startswith(seen):
            return 0
        if seen and seen == header:
            return i + 1 - start
    return 0


class _Numbers:
    """Tells the number of a next row from figures that begin a line."""

    def __init__(self) -> None:
        self._last: Mark | None = None
        self._roman = 0

    def accept(self, mark: Mark) -> bool:
        """Tell whether *mark* may follow the numbers accepted so far, and if so take it in."""
        if not self._follows(mark):
            return False
        if mark.kind == "roman":
            self._roman = mark.value
        self._last = mark
        return True

    def _follows(self, mark: Mark) -> bool:
        last = self._last
        if mark.kind == "roman":
            return mark.value == self._roman + 1
        if not mark.kind.startswith("arabic"):
            return False
        if last is None or last.kind == "roman":
            return mark.value == 1 or (last is not None and not mark.above)
        before, now = (*last.above, last.value), (*mark.above, mark.value)
        if len(now) > len(before):
            # The first below the last; 2.1 may follow 1.4 where the line of 2 is missing.
            return now == (*before, *[1] * (len(now) - len(before)))
        shared = len(now) - 1
        if now[:shared] == before[:shared]:
            # The same number twice is a fault of the source, not another cell.
            twice = bool(shared) and now[shared] == before[shared] and len(now) == len(before)
            return twice or before[shared] < now[shared] <= before[shared] + _SKIP
        return len(now) > 1 and now[-1] == 1 and now[0] == before[0] + 1


# Cells: the lines of a row dealt out to columns.


@dataclass(frozen=True, slots=True)
class _Atom:
    """A line, or a part of one where a cell may end inside it."""

    text: str
    line: Line
    begins_line: bool


@dataclass(frozen=True, slots=True)
class _Cut:
    """Columns given to stretches of atoms; how well they fit, and how much better than others."""

    cells: tuple[tuple[int, int, int], ...]  # (column, start, end)
    score: float
    margin: float


_MOST_ATOMS = 120
_WORDS_OF_A_LINE = 40
_WORDS_OF_A_SHORT_CELL = 60
_ROUNDS = 3
_SURE_MARGIN = 1.0
_POOR = -12.0
_UNSURE = "Các ô của dòng này được đoán từ chữ; hãy xem lại từng cột theo bản gốc."
_WHOLE = "Không tách được các ô của dòng này; mọi chữ được giữ trong tên."


def _deal_out(chunks: Sequence[_Chunk], columns: Sequence[Column]) -> list[Row]:
    widths: dict[int, float] = {}
    cuts: list[list[_Cut | None]] = []
    stretches = [[_atoms(lines) for lines in chunk.stretches if lines] for chunk in chunks]
    for _ in range(_ROUNDS):
        cuts = [_fit_row(row, columns, widths) for row in stretches]
        learned = _learn_widths(stretches, cuts, len(columns))
        if learned == widths:
            break
        widths = learned
    return [
        _row(chunk, atoms, cut, columns)
        for chunk, atoms, cut in zip(chunks, stretches, cuts, strict=True)
    ]


def _row(
    chunk: _Chunk,
    stretches: Sequence[Sequence[_Atom]],
    cuts: Sequence[_Cut | None],
    columns: Sequence[Column],
) -> Row:
    row = Row(sure=Sureness.LIKELY)
    if chunk.number:
        row.fields[Role.NUMBER] = [chunk.number]
    for atoms, cut in zip(stretches, cuts, strict=True):
        if cut is None or cut.score < _POOR:
            cells: tuple[tuple[int, int, int], ...] = ((_name_column(columns), 0, len(atoms)),)
            row.sure, row.note = Sureness.CHECK, _WHOLE
        else:
            cells = cut.cells
            if cut.margin < _SURE_MARGIN and row.sure is not Sureness.CHECK:
                row.sure, row.note = Sureness.CHECK, _UNSURE
        for place, start, end in cells:
            column = columns[place]
            lines = _joined_lines(atoms[start:end])
            if column.role is Role.OTHER:
                row.others.append((column.label, lines))
            else:
                row.fields.setdefault(column.role, []).extend(lines)
    return row


def _joined_lines(atoms: Sequence[_Atom]) -> list[Line]:
    """Return atoms as lines again; parts of one line come together."""
    lines: list[Line] = []
    for atom in atoms:
        if lines and not atom.begins_line:
            lines[-1] = replace(lines[-1], text=f"{lines[-1].text} {atom.text}")
        else:
            lines.append(replace(atom.line, text=atom.text, broken=True))
    return lines


def _name_column(columns: Sequence[Column]) -> int:
    for i, column in enumerate(columns):
        if column.role in {Role.TASK, Role.TARGET}:
            return i
    return 0


_TIME = re.compile(
    r"(?:Tháng|Quý|Ngày|Trước|Thường|Hằng|Hàng|Định|Năm|Trong|Theo|Khi|Từ|Đến|Cuối|Đầu|Hết|Hoàn"
    r"|Liên|Ngay|Chậm|Sau|Giai|Thực|Đột|[0-9]{1,2}/[0-9])"
)


def _atoms(lines: Sequence[Line]) -> list[_Atom]:
    """Cut lines where a deadline or the name of a unit may begin or end inside them."""
    atoms: list[_Atom] = []
    for line in lines:
        words = line_text(line).split()
        start = 0
        # A line of so many words is a paragraph, not a line of a cell.
        for i in range(1, len(words) if len(words) <= _WORDS_OF_A_LINE else 0):
            if len(atoms) < _MOST_ATOMS and _may_cut(words, start, i):
                atoms.append(_Atom(" ".join(words[start:i]), line, start == 0))
                start = i
        atoms.append(_Atom(" ".join(words[start:]), line, start == 0))
    return atoms


# "Theo chỉ đạo" goes on with whose it is.
_OPEN_TIME = re.compile(r"theo (?:sự )?(?:chỉ đạo|hướng dẫn|yêu cầu|đề nghị|phân công|quy định)\Z")


def _may_cut(words: Sequence[str], start: int, i: int) -> bool:
    before, after = " ".join(words[start:i]), " ".join(words[i:])
    if (not after[0].isupper() and not after[0].isdigit()) or _OPEN_TIME.search(fold(before)):
        return False
    if not is_whole_unit(before) or _OPEN.search(fold(before)):
        return False
    if after[0].isupper() and begins_unit(after):
        return True
    if _TIME.match(after) and _begins_deadline(words[i : i + _DEADLINE_WORDS]):
        return True
    if after[0].isupper() and is_deadline(before):
        return True
    return bool(_DOCUMENT.match(after)) and not _OPEN_VERB.search(fold(before))


def _begins_deadline(words: Sequence[str]) -> bool:
    return any(is_deadline(" ".join(words[:count])) for count in range(1, len(words) + 1))


_DEADLINE_WORDS = 6
# What a deliverable begins with, and words that it cannot follow in a line.
_DOCUMENT = re.compile(
    r"(?:Nghị quyết|Quyết định|Quy chế|Quy định|Quy trình|Kế hoạch|Báo cáo|Danh mục|Văn bản"
    r"|Tờ trình|Hồ sơ|Đề án|Phương án|Công văn|Thông báo|Biên bản|Tài liệu|Hội nghị|Hệ thống"
    r"|Tỷ lệ|Bộ chỉ số|[0-9]+(?:,[0-9]+)? ?%)(?!\w)"
)
_OPEN = re.compile(r"(?:ngày|thứ|tháng|năm|quý|đến|trước|từ|hết|và|số|đạt|trên|theo)\Z")
_OPEN_VERB = re.compile(
    r"(?:xây dựng|ban hành|triển khai|thực hiện|tham mưu|lập|trình|rà soát|tối thiểu|ít nhất"
    r"|khoảng|duy trì|bảo đảm|đảm bảo|hoàn thành|tổ chức|cập nhật|phê duyệt|các|những|một)\Z"
)


_TIME_WORD = re.compile(
    r"(?:[0-9]+|thứ|hai|ba|tư|sáu|bảy|chủ|nhật"
    r"|ngày|tháng|quý|năm|tuần|trước|sau|trong|đến|hết|hoàn|thành|xong|thường|xuyên"
    r"|định|kỳ|hằng|hàng|mỗi|lần|theo|kế|hoạch|kh|chỉ|đạo|yêu|cầu|hướng|dẫn|lộ|trình|tiến|độ|quy"
    r"|khi|có|phát|sinh|chậm|nhất|liên|tục|đầu|cuối|giữa|thời|gian|hạn|từ|ngay|và|triển|khai"
    r"|thực|hiện|đột|xuất|là|giai|đoạn|vòng|kể|của|tỉnh|trung|ương|cấp|trên|i|ii|iii|iv|duy|trì"
    r"|suốt|cả|hoặc|các|báo|cáo|vào|bắt|kết|thúc|làm|việc|giờ|được|ban|hành|đề|nghị|nhu|tế)"
)
_LINKS = frozenset({"các", "và", "của", "là", "được", "có", "hoặc", "tỉnh", "trung"})
_WORD = re.compile(r"\w+")


def is_deadline(text: str) -> bool:
    """Tell whether *text* says nothing but when."""
    return time_share(text) >= 1.0


def time_share(text: str) -> float:
    """Return how much of *text* is about time; 0.0 where no deadline can be read."""
    return float(_time_share(text))


@lru_cache(maxsize=8192)
def _time_share(text: str) -> float:
    if read_deadline(text) is None:
        return 0.0
    words = _WORD.findall(fold(text))
    if not words or not _TIME_WORD.fullmatch(words[0]) or words[0] in _LINKS:
        return 0.0
    known = sum(bool(_TIME_WORD.fullmatch(word)) for word in words)
    return known / len(words)


def _fit_row(
    stretches: Sequence[Sequence[_Atom]], columns: Sequence[Column], widths: dict[int, float]
) -> list[_Cut | None]:
    """Deal out each stretch; one on a further page goes on with the cells before."""
    cuts: list[_Cut | None] = []
    before: dict[int, list[_Atom]] = {}
    for place, atoms in enumerate(stretches):
        if len(atoms) > _MOST_ATOMS:
            cuts.append(None)
            continue
        fit = _Fit(
            atoms, columns, widths, before, begins=place == 0, ends=place + 1 == len(stretches)
        )
        cut = fit.best()
        cuts.append(cut)
        for column, start, end in cut.cells:
            before[column] = [*before.get(column, []), *atoms[start:end]]
    return cuts


def _learn_widths(
    stretches: Sequence[Sequence[Sequence[_Atom]]],
    cuts: Sequence[Sequence[_Cut | None]],
    count: int,
) -> dict[int, float]:
    """Return how many characters a line of each column takes, from the lines that were broken."""
    lengths: dict[int, list[int]] = {column: [] for column in range(count)}
    for row, row_cuts in zip(stretches, cuts, strict=True):
        for atoms, cut in zip(row, row_cuts, strict=True):
            for column, start, end in cut.cells if cut else ():
                lines = _joined_lines(atoms[start:end])
                lengths[column].extend(len(line.text) for line in lines[:-1])
    widths: dict[int, float] = {}
    for column, seen in lengths.items():
        if len(seen) >= _LINES_TO_LEARN:
            seen.sort()
            widths[column] = float(seen[int(len(seen) * _COMMON_LENGTH)])
    return widths


_LINES_TO_LEARN = 4
_COMMON_LENGTH = 0.9
_ROOM = 0.15
_NOTHING = float("-inf")
_MISSING = {
    Role.TASK: -6.0,
    Role.TARGET: -6.0,
    Role.CONTENT: -1.0,
    Role.RESULT: -1.5,
    Role.DEADLINE: -2.5,
    Role.LEAD: -2.5,
    Role.LEAD_AND_SUPPORT: -2.5,
    Role.SUPPORT: -1.0,
    Role.FIGURE: -2.0,
    Role.UNIT: -1.0,
    Role.REMARK: 0.0,
    Role.OTHER: 0.0,
}
_RARE = {Role.REMARK: -3.0, Role.OTHER: -1.0}
_CUT_INSIDE = -0.7
_CUT_TEXT = -0.6
_DOCUMENT_FIT = 0.5
_VERB = re.compile(
    r"(?<!\w)(?:tổng hợp|báo cáo|xây dựng|triển khai|được|đạt|bảo đảm|đảm bảo|hướng dẫn|tập trung"
    r"|chủ trì|phối hợp|thực hiện|hoàn thành|ban hành|đưa|sử dụng|theo|trước|thường xuyên|tháng"
    r"|quý|năm [0-9]|ngày [0-9])(?!\w)"
)
_LONG_UNIT = 10
_LINES_OF_A_NAME = 3
_LONG_DEADLINE = 8
_LONG_FIGURE = 6


def _early(needed: int, width: float) -> float:
    """Return what a break costs where a line of *needed* characters would have fitted in."""
    room = width - needed
    return min(2.5, 0.8 + 2.5 * room / width) if room > _ROOM * width else 0.0


def _overlong(length: int, width: float) -> float:
    """Return what a line costs that is longer than its column; nothing where that is not known."""
    over = length - width * (1 + _ROOM) - 2
    return min(6.0, 1.5 + 3.0 * over / width) if width and over > 0 else 0.0


class _Fit:
    """The best way to deal out the atoms of one stretch."""

    def __init__(  # noqa: PLR0913  (what a fit depends on)
        self,
        atoms: Sequence[_Atom],
        columns: Sequence[Column],
        widths: dict[int, float],
        before: dict[int, list[_Atom]],
        *,
        begins: bool,
        ends: bool,
    ) -> None:
        self._atoms = atoms
        self._columns = columns
        self._widths = widths
        self._before = before
        self._begins = begins
        self._ends = ends

    def best(self) -> _Cut:
        """Return the best cut; its margin is the distance to the second best."""
        count = len(self._atoms)
        # reached[i]: the two best ways to have dealt out the first i atoms, for the last column.
        start: _Way = (0.0, ())
        reached: list[list[_Way]] = [[] for _ in range(count + 1)]
        reached[0] = [start]
        for place, column in enumerate(self._columns):
            missing = _MISSING[column.role] if self._begins else 0.0
            is_text = column.role not in UNITS and column.role is not Role.DEADLINE
            further: list[list[_Way]] = [
                [(score + missing, cells) for score, cells in ways] for ways in reached
            ]
            for i in range(count):
                if not reached[i]:
                    continue
                begun_inside = not self._atoms[i].begins_line
                for j, fit in self._cells(place, i):
                    inside = j < count and not self._atoms[j].begins_line
                    value = fit + (_CUT_INSIDE if inside else 0.0)
                    if begun_inside and is_text and not _told_by(reached[i], self._columns):
                        value += _CUT_TEXT
                    further[j].extend(
                        (score + value, (*cells, (place, i, j))) for score, cells in reached[i]
                    )
            reached = [_two_best(ways) for ways in further]
        ways = reached[count]
        if not ways:
            return _Cut(((_name_column(self._columns), 0, count),), _NOTHING, 0.0)
        margin = ways[0][0] - ways[1][0] if len(ways) > 1 else 10.0
        return _Cut(ways[0][1], ways[0][0], margin)

    def _cells(self, place: int, start: int) -> list[tuple[int, float]]:
        """Return where a cell of a column that begins at *start* may end, and how well it fits."""
        role = self._columns[place].role
        wraps = self._breaks(place, start)
        found = []
        short = role in UNITS or role is Role.DEADLINE
        count = 0
        for j in range(start + 1, len(self._atoms) + 1):
            atoms = self._atoms[start:j]
            count += len(atoms[-1].text.split())
            if short and count > _WORDS_OF_A_SHORT_CELL:
                break
            fit = wraps[j - start - 1]
            if role in UNITS:
                fit += self._unit_fit(place, atoms)
            elif role is Role.DEADLINE:
                fit += self._deadline_fit(place, atoms)
            elif role in {Role.FIGURE, Role.UNIT}:
                fit += self._figure_fit(atoms)
            else:
                fit += self._text_fit(place, atoms, role)
            found.append((j, fit))
        return found

    def _breaks(self, place: int, start: int) -> list[float]:
        """Return for each end of a cell from *start* on what its broken lines cost.

        A line that had room for the next word, or that is longer than the column, does not belong.
        """
        width = self._widths.get(place, 0.0)
        costs = []
        needed: list[int] = []  # of each break: how wide the line is with the next word
        too_long = 0.0
        length = longest = 0
        goes_on = self._before.get(place)
        if goes_on:
            length = len(_joined_lines(goes_on)[-1].text)
            longest = max(len(atom.text) for atom in goes_on)
        for i in range(start, len(self._atoms)):
            atom = self._atoms[i]
            if i > start and not atom.begins_line:
                length += 1 + len(atom.text)
            else:
                if i > start or goes_on:
                    needed.append(length + 1 + len(atom.text.split(" ", 1)[0]))
                    too_long += _overlong(length, width)
                length = len(atom.text)
            longest = max(longest, length)
            early = sum(_early(one, width or longest) for one in needed)
            costs.append(-early - too_long - _overlong(length, width))
        return costs

    def _first_letter(self, place: int, atoms: Sequence[_Atom], *, cost: float) -> float:
        """Return *cost* where a cell begins with a small letter and goes on with no other."""
        goes_on = place in self._before or not self._begins
        return cost if atoms[0].text[0].islower() and not goes_on else 0.0

    def _text_fit(self, place: int, atoms: Sequence[_Atom], role: Role) -> float:
        fit = _RARE.get(role, 0.0) if self._begins else -1.0
        fit += self._first_letter(place, atoms, cost=-4.0)
        if role is Role.RESULT and _DOCUMENT.match(atoms[0].text):
            fit += _DOCUMENT_FIT
        for i, atom in enumerate(atoms):
            whole_line = atom.begins_line and (i + 1 == len(atoms) or atoms[i + 1].begins_line)
            if is_deadline(atom.text) and atom.text[0].isupper() | atom.text[0].isdigit():
                fit -= 2.0 if "lần" in atom.text else 3.0
            elif (
                i
                and whole_line
                and atom.text[0].isupper()
                and begins_unit(atom.text)
                and not _VERB.search(fold(atom.text))
                and is_whole_unit(atoms[i - 1].text)
            ):
                fit -= 1.0
        if atoms[-1].text[-1] in ",(":
            fit -= 1.0
        if not self._begins and place not in self._before:
            fit -= 2.0
        return fit

    def _deadline_fit(self, place: int, atoms: Sequence[_Atom]) -> float:
        earlier = " ".join(atom.text for atom in self._before.get(place, ()))
        text = " ".join(atom.text for atom in atoms)
        text = f"{earlier} {text}" if earlier else text
        words = len(text.split())
        share = time_share(text)
        if not share:
            return -9.0
        # What goes on with a deadline must not make it worse.
        fit = 5.0 * (share - time_share(earlier)) - 2.0 if earlier else 5.0 * share
        fit -= 0.25 * max(0, words - _LONG_DEADLINE)
        fit -= 0.25 * words * (1 - share)
        if not is_whole_unit(text) or _OPEN.search(fold(text)):
            fit -= 3.0
        fit += self._first_letter(place, atoms, cost=-2.0)
        for i in range(1, len(atoms)):
            so_far = " ".join(atom.text for atom in atoms[:i])
            ended = so_far[-1] not in ",;.:" and is_deadline(so_far)
            if ended and atoms[i].text[0].isupper() and is_deadline(atoms[i].text):
                fit -= 2.0
            if ended and atoms[i].text[0].isupper() and begins_unit(atoms[i].text):
                fit -= 2.0
        return fit

    def _unit_fit(self, place: int, atoms: Sequence[_Atom]) -> float:
        earlier = self._before.get(place, [])
        # A list of many words costs by each; no need to read it to its end.
        text = " ".join(atom.text for atom in [*earlier, *atoms])
        fit = 0.0
        if earlier:
            whole = is_whole_unit(" ".join(atom.text for atom in earlier))
            fit += -3.0 if whole else 1.0
        elif begins_unit(text):
            fit += 4.0
        elif _known_body(text):
            fit += 0.5
        else:
            return -6.0
        fit += self._first_letter(place, atoms, cost=-3.0)
        whole = is_whole_unit(text)
        units = split_units(text)
        for i, unit in enumerate(units):
            words = len(unit.split())
            fit -= 0.4 * max(0, words - _LONG_UNIT)
            cut_off = i + 1 == len(units) and not whole
            if not cut_off and not begins_unit(unit) and not _known_body(unit):
                fit -= 2.0
        fit -= 3.0 * len(_VERB.findall(fold(text)))
        if not whole:
            fit -= 3.0 if self._ends else 0.5
        for i in range(1, len(atoms)):
            after = " ".join(atom.text for atom in atoms[i : i + _LINES_OF_A_NAME])
            if not after[0].isupper():
                continue
            so_far = " ".join(atom.text for atom in [*earlier, *atoms[:i]])
            if is_whole_unit(so_far) and begins_unit(after):
                fit -= 3.0
        return fit

    def _figure_fit(self, atoms: Sequence[_Atom]) -> float:
        text = " ".join(atom.text for atom in atoms)
        words = len(text.split())
        figure = 2.0 if any(letter.isdigit() for letter in text) or "%" in text else -1.0
        return figure - 0.5 * max(0, words - _LONG_FIGURE)


def _told_by(ways: "Sequence[_Way]", columns: Sequence[Column]) -> bool:
    """Tell whether the cell before is a deadline or names units: text behind it is another cell."""
    roles = {columns[cells[-1][0]].role for _, cells in ways if cells}
    return bool(roles) and roles <= UNITS | {Role.DEADLINE}


_Way = tuple[float, tuple[tuple[int, int, int], ...]]


def _two_best(ways: list[_Way]) -> list[_Way]:
    return sorted(ways, key=lambda way: -way[0])[:2]


def _known_body(text: str) -> bool:
    """Tell whether *text* is an abbreviation as units have: LĐ UBND, MTTQ, VNPT."""
    words = text.split()
    return bool(words) and all(word.strip(",;.&-").isupper() for word in words[:1])
