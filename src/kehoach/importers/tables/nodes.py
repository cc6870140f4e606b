"""One row as a node of a plan file: a section, a task, a target, a text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kehoach.importers.blocks import LeftOut, Line, Origin
from kehoach.importers.codes import code
from kehoach.importers.draft import Piece, Sureness
from kehoach.importers.tables.cell_text import ITEM, first_and_rest, paragraphs
from kehoach.importers.tables.columns import Role
from kehoach.importers.tables.row import (
    CLOSING,
    NAMES,
    Row,
    has_words,
    has_words_or_percent,
    join,
    origins,
)
from kehoach.importers.tables.units import join_units
from kehoach.language.fold import fold
from kehoach.language.unit import split_units

Node = dict[str, Any]
_NUMBER_LENGTH = 20
_LABEL = re.compile(
    r"(?:(?:cơ quan|đơn vị)(?:, đơn vị)? )?(?P<role>chủ trì|phối hợp)(?: thực hiện)?\s*:",
    re.IGNORECASE,
)


@dataclass
class Builder:
    """Makes nodes of rows; collects what is left out and what a person should know."""

    taken: set[str]
    left_out: list[LeftOut] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    numbered: bool = True

    def group(self, row: Row) -> Node:
        """Return the section that a row heads."""
        lines = [line for role in (Role.TASK, Role.TARGET) for line in row.fields.get(role, ())]
        number = row.fields.get(Role.NUMBER, [])
        if not has_words(lines):
            lines, number = number, []
        node: Node = {"de_muc": self._piece(row, lines)}
        self._number(node, row, number)
        rest = {
            role: lines for role, lines in row.fields.items() if role not in {*NAMES, Role.NUMBER}
        }
        remark = self._remark(replace(row, fields=rest), rest)
        return {**node, **({"ghi_chu": remark} if remark else {})}

    def _number(self, node: Node, row: Row, lines: Sequence[Line]) -> None:
        number = join(lines).strip(CLOSING)
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
        first, rest = first_and_rest(name)
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
        for paragraph in paragraphs(lines):
            piece = self._piece(row, paragraph)
            text = str(piece.text)
            item = ITEM.match(text)
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


def _take(cells: dict[Role, list[Line]], *roles: Role) -> list[Line]:
    """Take the first cell of *roles* that has words out of *cells*."""
    for role in roles:
        if has_words(cells.get(role, ())):
            return cells.pop(role)
    return []
