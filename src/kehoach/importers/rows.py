"""Rows of a table of tasks or targets as nodes of a plan file.

A row that only names something is a group, a section whose tasks are the rows below it. Rows keep
their numbers where these are not those that a table is numbered with by order.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from kehoach.importers.blocks import LeftOut, Line, Origin
from kehoach.importers.codes import code
from kehoach.importers.columns import Role
from kehoach.importers.draft import Piece, Sureness
from kehoach.language.fold import fold, strip_marks
from kehoach.language.numbering import Style, read_number
from kehoach.language.unit import split_units

Node = dict[str, Any]


@dataclass
class Row:
    """A row: the lines of its cells by what their columns hold.

    ``others`` are the cells of columns without a role, each with the heading. ``merged`` says that
    one cell goes over all columns.
    """

    fields: dict[Role, list[Line]] = field(default_factory=dict)
    others: list[tuple[str, list[Line]]] = field(default_factory=list)
    merged: bool = False
    sure: Sureness = Sureness.SURE
    note: str = ""

    @property
    def number(self) -> str:
        """The number as written, without what closes it."""
        return join(self.fields.get(Role.NUMBER, ())).strip(_CLOSING)

    def is_prose(self, *, groups_numbered: bool) -> bool:
        """Whether a cell over all columns is a text between the rows and no heading of a group."""
        lines = [line for role in _NAMES for line in self.fields.get(role, ())]
        if not self.merged or self.number or not has_words(lines):
            return False
        if all(line.bold for line in lines if line_text(line)):
            return False
        text = join(lines)
        return (
            groups_numbered or text[-1] in ".;" or len(text.split()) > _HEADING_WORDS
        ) and Role.REMARK not in self.fields

    def has_only_name(self) -> bool:
        """Whether nothing is said but a number and a name."""
        filled = {role for role, lines in self.fields.items() if has_words(lines)}
        named = filled & _NAMES
        return bool(named) and not filled - _NAMES - {Role.NUMBER} and not self.others


_NAMES = {Role.TASK, Role.TARGET}
_CLOSING = " .)/-–:"
_NUMBER_LENGTH = 20
_HEADING_WORDS = 30
_WORDS = re.compile(r"\w")
_CUT_SYMBOL = re.compile(r"[\w/]-\Z")
_ENDS_OPEN = re.compile(r"[,;:.(/–-]\Z")
_ITEM = re.compile(r"[-+•*–]\s*\w")
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
_LABEL = re.compile(
    r"(?:(?:cơ quan|đơn vị)(?:, đơn vị)? )?(?P<role>chủ trì|phối hợp)(?: thực hiện)?\s*:",
    re.IGNORECASE,
)


def has_words(lines: Iterable[Line]) -> bool:
    """Tell whether *lines* say anything but punctuation."""
    return any(_WORDS.search(line.number + line.text) for line in lines)


def line_text(line: Line) -> str:
    """Return the text with the number that Word gives it; white space collapsed."""
    return " ".join(f"{line.number} {line.text}".split())


def join(lines: Iterable[Line]) -> str:
    """Return *lines* as one text: what was broken goes on, a new paragraph follows a semicolon."""
    whole = ""
    goes_on = True
    for line in lines:
        text = line_text(line)
        if not text:
            continue
        whole += _between(whole, text, goes_on=goes_on) + text if whole else text
        goes_on = line.broken
    return whole


def _between(before: str, after: str, *, goes_on: bool) -> str:
    """Return what stands between two lines of a cell."""
    if goes_on and _CUT_SYMBOL.search(before) and (after[0].isupper() or after[0].isdigit()):
        return ""  # 57-/NQ/TW, 02-/KH/BCĐTW
    if goes_on or after[0].islower() or _ENDS_OPEN.search(before):
        return " "
    return "; "


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
    goes_on = True
    for line in lines:
        text = line_text(line)
        if not text:
            continue
        if whole and text[0].isupper() and is_whole_unit(whole) and begins_unit(text):
            whole += f"; {text}"
        else:
            whole += _between(whole, text, goes_on=goes_on) + text if whole else text
        goes_on = line.broken
    return whole


_HEAD_ALONE = re.compile(
    r"(?:\A|[\s,;])(?<!các )(?:văn phòng|vp|phòng|trung tâm|tt|ban|tổ|công an|sở|cục|chi cục"
    r"|chi nhánh|đoàn|đội|(?<!xã )hội|trạm|trường|thôn|các|đài|viện|ủy ban|uỷ ban|bộ|thường trực"
    r"|ban chỉ huy|ban chỉ đạo|(?:cơ quan|phòng|ban|ngành), (?:đơn|ban|ngành))\Z"
)


def is_whole_unit(text: str) -> bool:
    """Tell whether the list of units *text* may end here: no comma, no head without a name."""
    key = fold(text)
    whole = key.endswith("công an") or not _HEAD_ALONE.search(key)
    return bool(key) and whole and not _UNIT_LINK.search(key) and key.count("(") <= key.count(")")


def origins(lines: Iterable[Line]) -> tuple[Origin, ...]:
    """Return where *lines* stand, each place once."""
    return tuple(dict.fromkeys(line.origin for line in lines if line_text(line)))


# Numbers of rows


@dataclass(frozen=True, slots=True)
class Mark:
    """The number of a row: ``kind`` tells I from 1 from 1.1 from a, ``above`` is what 1.1 is in."""

    kind: str
    value: int
    above: tuple[int, ...] = ()


def read_mark(text: str) -> Mark | None:
    """Read the number of a row; None where it is none."""
    text = text.strip(_CLOSING)
    number = read_number(text)
    if number and number.style is Style.ARABIC:
        return Mark(f"arabic {len(number.parent)}", number.value, number.parent)
    if number:
        return Mark(number.style.value, number.value)
    if len(text) == 1 and "A" <= text <= "H":
        return Mark("capital", ord(text) - ord("A") + 1)
    return None


def _is_below(mark: Mark | None, above: Mark | None) -> bool:
    """Tell whether 1.1 follows 1, or 1.1.1 follows 1.1."""
    return bool(
        mark
        and above
        and mark.kind.startswith("arabic")
        and above.kind.startswith("arabic")
        and mark.above == (*above.above, above.value)
    )


def find_groups(rows: Sequence[Row]) -> list[bool]:
    """Tell for each row whether it is a group and not a task of which nothing more is said."""
    marks = [read_mark(row.number) for row in rows]
    name_only = [row.has_only_name() for row in rows]
    kinds = {mark.kind for mark, only in zip(marks, name_only, strict=True) if mark and not only}
    said = not all(name_only)
    bold = {_is_bold(row) for row, only in zip(rows, name_only, strict=True) if not only}
    groups = []
    for i, row in enumerate(rows):
        mark, after = marks[i], marks[i + 1] if i + 1 < len(rows) else None
        if not name_only[i]:
            groups.append(row.merged and bool(row.fields))
            continue
        follows = _is_below(after, mark)
        restarts = bool(mark and after and after.value == 1 and mark.kind == after.kind)
        other_kind = mark is not None and bool(kinds) and mark.kind not in kinds
        told = said and bold == {False} and _is_bold(row)
        unnumbered = said and mark is None and bool(kinds)
        groups.append(
            row.merged or follows or (said and (other_kind or restarts)) or told or unnumbered
        )
    return groups


def _is_bold(row: Row) -> bool:
    lines = [line for role in _NAMES for line in row.fields.get(role, ()) if line_text(line)]
    return bool(lines) and all(line.bold for line in lines)


# Nodes


@dataclass
class Builder:
    """Makes nodes of rows; collects what is left out and what a person should know."""

    taken: set[str]
    left_out: list[LeftOut] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    numbered: bool = True

    def sections(self, rows: Sequence[Row], *, targets: bool) -> list[Node]:
        """Return the sections of a table whose rows are *rows*."""
        found: list[Node] = []
        self.numbered = any(row.number for row in rows)
        open_groups: list[tuple[Mark | None, Node]] = []
        tasks: list[tuple[Mark | None, Node]] = []
        key = "chi_tieu" if targets else "nhiem_vu"
        groups = find_groups(rows)
        numbered = any(row.number for row, group in zip(rows, groups, strict=True) if group)
        for row, is_group in zip(rows, groups, strict=True):
            mark = read_mark(row.number)
            if is_group and row.is_prose(groups_numbered=numbered):
                if open_groups:
                    where = open_groups[-1][1]
                else:
                    where = {}
                    found.append(where)
                lines = [line for lines in row.fields.values() for line in lines]
                where.setdefault("doan", []).extend(self.prose(row, lines))
                continue
            if is_group:
                node = self._group(row)
                _close(open_groups, mark)
                (open_groups[-1][1].setdefault("muc", []) if open_groups else found).append(node)
                open_groups.append((mark, node))
                tasks = []
                continue
            if open_groups and _leaves(mark, open_groups, tasks):
                open_groups = []
                tasks = []
            node = self.target(row) if targets else self.task(row)
            while tasks and not _is_inside(mark, tasks[-1][0]):
                tasks.pop()
            if tasks:
                parent = tasks[-1][1]
            elif open_groups:
                parent = _open_for_rows(open_groups[-1][1])
            else:
                if not found or "de_muc" in found[-1]:
                    found.append({})
                parent = found[-1]
            parent.setdefault(key, []).append(node)
            tasks.append((mark, node))
        return found

    def _group(self, row: Row) -> Node:
        lines = [line for role in (Role.TASK, Role.TARGET) for line in row.fields.get(role, ())]
        number = row.fields.get(Role.NUMBER, [])
        if not has_words(lines):
            lines, number = number, []
        node: Node = {"de_muc": self._piece(row, lines)}
        self._number(node, row, number)
        rest = {
            role: lines for role, lines in row.fields.items() if role not in {*_NAMES, Role.NUMBER}
        }
        remark = self._remark(replace(row, fields=rest), rest)
        return {**node, **({"ghi_chu": remark} if remark else {})}

    def _number(self, node: Node, row: Row, lines: Sequence[Line]) -> None:
        number = join(lines).strip(_CLOSING)
        if number and len(number) <= _NUMBER_LENGTH:
            node["so_muc"] = Piece(number, origins(lines), row.sure)
        elif number:
            row.others.insert(0, ("", list(lines)))
            node["so_muc"] = Piece("")
        elif self.numbered:
            node["so_muc"] = Piece("")

    def task(self, row: Row) -> Node:
        """Return the task of a row."""
        cells = dict(row.fields)
        name = _take(cells, Role.TASK, Role.TARGET)
        content = cells.pop(Role.CONTENT, [])
        if not has_words(name):
            name = _take(cells, Role.RESULT, Role.REMARK, Role.DEADLINE, Role.LEAD, Role.SUPPORT)
            row = replace(
                row,
                sure=Sureness.CHECK,
                note="Dòng này không có tên nhiệm vụ; chữ của ô khác được lấy làm tên.",
            )
        if not has_words(name):
            name = [line for _, lines in row.others for line in lines] or content
            row = replace(row, others=[])
            content = [] if name is content else content
        if not has_words(name):
            name = cells.pop(Role.NUMBER, [])
        node: Node = {}
        self._number(node, row, cells.pop(Role.NUMBER, []))
        first, rest = _first_and_rest(name)
        node["ten"] = self._piece(row, first)
        node = {"ma": Piece(code(str(node["ten"].text), self.taken)), **node}
        if said := [*self.prose(row, rest), *self.prose(row, content)]:
            node["noi_dung"] = said
        self._units(node, row, cells)
        self._put(node, row, "thoi_han", cells.pop(Role.DEADLINE, []))
        self._put(node, row, "san_pham", cells.pop(Role.RESULT, []))
        remark = self._remark(row, cells)
        if remark:
            node["ghi_chu"] = remark
        return node

    def target(self, row: Row) -> Node:
        """Return the target of a row."""
        cells = dict(row.fields)
        name = _take(cells, Role.TARGET, Role.TASK)
        if not has_words(name):
            name = _take(
                cells, Role.FIGURE, Role.RESULT, Role.REMARK, Role.DEADLINE, Role.LEAD, Role.UNIT
            )
            row = replace(
                row,
                sure=Sureness.CHECK,
                note="Dòng này không có tên chỉ tiêu; chữ của ô khác được lấy làm tên.",
            )
        if not has_words(name):
            name = [line for _, lines in row.others for line in lines]
            row = replace(row, others=[])
        if not has_words(name):
            name = cells.pop(Role.NUMBER, [])
        node: Node = {}
        self._number(node, row, cells.pop(Role.NUMBER, []))
        node["noi_dung"] = self._piece(row, name)
        node = {"ma": Piece(code(str(node["noi_dung"].text), self.taken)), **node}
        figure, unit = cells.pop(Role.FIGURE, []), cells.pop(Role.UNIT, [])
        if has_words(figure) and has_words_or_percent(unit):
            text = join(figure)
            measure = join(unit)
            if measure != "%":
                text = f"{text} {measure}"
            elif "%" not in text:
                text = f"{text}%"
            node["muc_dat"] = Piece(text, origins([*figure, *unit]), row.sure, row.note)
        else:
            self._put(node, row, "muc_dat", figure)
            if has_words_or_percent(unit):
                row = replace(row, others=[("Đơn vị tính", unit), *row.others])
        self._put(node, row, "han", cells.pop(Role.DEADLINE, []))
        self._units(node, row, cells)
        remark = self._remark(row, cells)
        if remark:
            node["ghi_chu"] = remark
        return node

    def prose(self, row: Row, lines: Sequence[Line]) -> list[Any]:
        """Return *lines* as paragraphs, and lists for those with dashes."""
        said: list[Any] = []
        for paragraph in _paragraphs(lines):
            piece = self._piece(row, paragraph)
            text = str(piece.text)
            item = _ITEM.match(text)
            if not item:
                said.append(piece)
                continue
            piece = replace(piece, text=text.lstrip("-+•*– "))
            if said and isinstance(said[-1], list):
                said[-1].append(piece)
            else:
                said.append([piece])
        return said

    def _piece(self, row: Row, lines: Sequence[Line]) -> Piece:
        return Piece(join(lines), origins(lines), row.sure, row.note)

    def _put(self, node: Node, row: Row, key: str, lines: Sequence[Line]) -> None:
        if has_words_or_percent(lines):
            node[key] = self._piece(row, lines)

    def _units(self, node: Node, row: Row, cells: dict[Role, list[Line]]) -> None:
        lead, support = cells.pop(Role.LEAD, []), cells.pop(Role.SUPPORT, [])
        both = cells.pop(Role.LEAD_AND_SUPPORT, [])
        if both:
            lead_too, support_too = self._told_apart(both)
            lead, support = [*lead, *lead_too], [*support, *support_too]
            if not support_too and len(split_units(join_units(lead_too))) > 1:
                row = replace(
                    row,
                    sure=Sureness.CHECK,
                    note="Ô gồm cả chủ trì và phối hợp; bản gốc không ghi đơn vị nào chủ trì.",
                )
        for key, lines in (("chu_tri", lead), ("phoi_hop", support)):
            if units := self._unit_list(row, lines):
                node[key] = units

    def _told_apart(self, lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
        """Cut "Chủ trì: … Phối hợp: …" into both; all of it leads where nothing is said."""
        text = join_units(lines)
        labels = list(_LABEL.finditer(text))
        if not labels or text[: labels[0].start()].strip(" -+•"):
            return list(lines), []
        parts: dict[str, list[Line]] = {"chủ trì": [], "phối hợp": []}
        for label, after in zip(labels, [*labels[1:], None], strict=True):
            said = text[label.end() : after.start() if after else len(text)].strip(" ;-+•")
            where = replace(lines[0], number="")
            parts[fold(label["role"])].append(replace(where, text=said, broken=False))
            self.left_out.append(
                LeftOut(label[0], where.origin, "nhãn trong ô, đã thành khóa của tệp")
            )
        return parts["chủ trì"], parts["phối hợp"]

    def _unit_list(self, row: Row, lines: Sequence[Line]) -> list[Piece]:
        if not has_words(lines):
            return []
        text = join_units(lines)
        places = origins(lines)
        units = split_units(text)
        rest = text
        for unit in units:
            before, _, rest = rest.partition(unit)
            self._leave_links(before, places)
        self._leave_links(rest, places)
        return [Piece(unit, places, row.sure, row.note) for unit in units]

    def _leave_links(self, between: str, places: tuple[Origin, ...]) -> None:
        """Name the words between two units ("và") as left out."""
        for word in re.findall(r"\w+", between):
            self.left_out.append(LeftOut(word, places[0], "chữ nối các đơn vị trong danh sách"))

    def _remark(self, row: Row, cells: dict[Role, list[Line]]) -> Piece | None:
        """Return the remark with all that has no key of its own, each after its heading."""
        said = [lines for role, lines in cells.items() if has_words_or_percent(lines)]
        texts = [join(lines) for lines in said]
        for label, lines in row.others:
            if has_words_or_percent(lines):
                said.append(lines)
                texts.append(f"{label}: {join(lines)}" if label else join(lines))
        if not texts:
            return None
        where = origins([line for lines in said for line in lines])
        return Piece("; ".join(texts), where, row.sure, row.note)


def has_words_or_percent(lines: Iterable[Line]) -> bool:
    """Tell whether *lines* say anything: words, or the sign of a percentage."""
    lines = list(lines)
    return has_words(lines) or any("%" in line.text for line in lines)


def _take(cells: dict[Role, list[Line]], *roles: Role) -> list[Line]:
    """Take the first cell of *roles* that has words out of *cells*."""
    for role in roles:
        if has_words(cells.get(role, ())):
            return cells.pop(role)
    return []


def _first_and_rest(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Part the name of a task from the paragraphs and dashes below it in the same cell."""
    for i, line in enumerate(lines):
        if i == 0 or not has_words(lines[:i]):
            continue
        text = line_text(line)
        before = lines[i - 1]
        if text and not before.broken and (_ITEM.match(text) or not text[0].islower()):
            return list(lines[:i]), list(lines[i:])
        if _ITEM.match(text) and before.text.rstrip().endswith(":"):
            return list(lines[:i]), list(lines[i:])
    return list(lines), []


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Join broken lines: each paragraph with its lines."""
    paragraphs: list[list[Line]] = []
    goes_on = False
    for line in lines:
        text = line_text(line)
        if not text:
            continue
        if goes_on and not _ITEM.match(text):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
        goes_on = line.broken
    return paragraphs


def _close(groups: list[tuple[Mark | None, Node]], mark: Mark | None) -> None:
    """Close the groups that a group with *mark* is not in."""
    kinds = [group.kind if group else "" for group, _ in groups]
    kind = mark.kind if mark else ""
    if kind in kinds:
        del groups[kinds.index(kind) :]
        return
    # A first group inside another stands right below it, before any row.
    has_rows = bool(groups) and bool(groups[-1][1].keys() & {"nhiem_vu", "chi_tieu"})
    if has_rows and mark is not None and not _is_below(mark, groups[-1][0]):
        groups.clear()


def _leaves(
    mark: Mark | None,
    groups: Sequence[tuple[Mark | None, Node]],
    tasks: Sequence[tuple[Mark | None, Node]],
) -> bool:
    """Tell whether a task is numbered like the groups and so stands beside them."""
    outer = groups[0][0]
    if mark is None or outer is None or mark.kind != outer.kind or not tasks:
        return False
    inner = tasks[0][0]
    return inner is not None and inner.kind != mark.kind and mark.value > outer.value


def _is_inside(mark: Mark | None, above: Mark | None) -> bool:
    """Tell whether a task belongs to the task above: 1.1.1 to 1.1, a) to 1."""
    if mark is None or above is None:
        return False
    letter = mark.kind == Style.LETTER and above.kind != Style.LETTER
    return letter or _is_below(mark, above)


def _open_for_rows(group: Node) -> Node:
    """Return where rows of *group* go: behind its own groups they need a node of their own."""
    if not group.get("muc"):
        return group
    last: Node = group["muc"][-1]
    if "de_muc" in last:
        last = {}
        group["muc"].append(last)
    return last


def plain_key(text: str) -> str:
    """Return the words of *text* without marks and signs, to compare headings by."""
    return " ".join(re.findall(r"\w+", strip_marks(text)))
