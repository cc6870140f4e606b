"""Paragraphs and tables of a Word document, in the order of reading."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kehoach.importers.blocks import Block, Cell, LeftOut, Line, Origin, Table
from kehoach.importers.readers.word.numbering import Numbering
from kehoach.importers.readers.word.runs import (
    DELETIONS,
    MC,
    WRAPPERS,
    Inside,
    Runs,
    Segment,
    alternative,
    deleted_text,
)
from kehoach.importers.readers.word.styles import Look, Styles, read_paragraph_look
from kehoach.importers.readers.word.values import W, number, switched, value

if TYPE_CHECKING:
    from lxml.etree import _Element

CONTENTS = "mục lục tự động của Word"
HIDDEN = "chữ ẩn"
DELETED = "chữ đã xóa trong chế độ theo dõi thay đổi"
COVERED = "ô bị ô gộp che mất"

_NO_LIST = "0"
_BODY_TEXT = 9
_MOST_COLUMNS = 63  # of a table in Word
_SPACES_ONLY = re.compile(r"\s*")


@dataclass(slots=True)
class Found:
    """What a person must know of a document beside its text."""

    left_out: list[LeftOut] = field(default_factory=list)
    pictures: int = 0
    unread: set[str] = field(default_factory=set)
    note_count: int = 0


@dataclass(slots=True)
class _OpenCell:
    column: int
    columns: int
    lines: list[Line]
    rows: int = 1


class Body:
    """Turns the XML of one document into blocks."""

    def __init__(  # noqa: PLR0913, PLR0917  the parts of a Word file that decide what is seen
        self,
        name: str,
        styles: Styles,
        numbering: Numbering,
        runs: Runs,
        notes: "dict[tuple[str, str], _Element]",
        found: Found,
    ) -> None:
        """Keep the parts; *notes* are footnotes and endnotes by kind and id."""
        self._name = name
        self._styles = styles
        self._numbering = numbering
        self._runs = runs
        self._notes = notes
        self._found = found
        self._paragraph = 0
        self._waiting: list[_Element] = []

    def read(self, container: "_Element") -> list[Block]:
        """Return the blocks of *container*, a body, header or footer; paragraphs count from 1.

        Footnotes follow the paragraph or table that points to them, numbered ``[1]``.
        """
        self._paragraph = 0
        blocks: list[Block] = []
        for child in container:
            blocks += self._blocks([child], in_cell=False)
            for note in self._waiting:
                blocks += self._note(note)
        return blocks

    def _note(self, note: "_Element") -> Iterator[Block]:
        self._found.note_count += 1
        mark = f"[{self._found.note_count}]"
        paragraph, self._waiting = self._paragraph, []
        for block in self._blocks(note, in_cell=False):
            if isinstance(block, Line):
                origin = Origin(self._name, 0, paragraph)
                yield Line(block.text, origin, mark or block.number, italic=block.italic)
                mark = ""
            else:
                yield block
        self._paragraph = paragraph

    def _blocks(self, children: "Iterable[_Element]", *, in_cell: bool) -> list[Block]:
        blocks: list[Block] = []
        for child in children:
            tag = child.tag
            if tag == f"{W}p":
                blocks += self._lines(child, in_cell=in_cell)
            elif tag == f"{W}tbl":
                blocks += self._table(child)
            elif tag in WRAPPERS:
                blocks += self._blocks(child, in_cell=in_cell)
            elif tag == f"{W}sdt":
                blocks += self._control(child, in_cell=in_cell)
            elif tag in DELETIONS:
                self._leave_out(deleted_text(child), DELETED)
            elif tag == f"{MC}AlternateContent":
                blocks += self._blocks(alternative(child), in_cell=in_cell)
            elif tag == f"{W}altChunk":
                self._found.unread.add("tài liệu nhúng (altChunk)")
        return blocks

    def _control(self, control: "_Element", *, in_cell: bool) -> list[Block]:
        content = control.find(f"{W}sdtContent")
        if content is None:
            return []
        gallery = control.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        blocks = self._blocks(content, in_cell=in_cell)
        if value(gallery) != "Table of Contents":
            return blocks
        for line in lines_of(blocks):
            self._found.left_out.append(LeftOut(visible(line), line.origin, CONTENTS))
        return []

    def _lines(self, paragraph: "_Element", *, in_cell: bool) -> list[Block]:
        self._paragraph += 1
        properties = paragraph.find(f"{W}pPr")
        style = "" if properties is None else value(properties.find(f"{W}pStyle"))
        look = read_paragraph_look(properties).over(self._styles.paragraph(style))
        inside = self._runs.read(paragraph, look)
        self._found.pictures += inside.pictures
        for text in inside.deleted:
            self._leave_out(text, DELETED)
        blocks: list[Block] = []
        lines = self._visible_lines(inside)
        mark = ""
        if look.list_id and look.list_id != _NO_LIST:
            mark = self._numbering.next(look.list_id, look.list_level, style)
        if mark and not lines and in_cell:
            lines = [Line("", Origin(self._name, 0, self._paragraph))]  # a column of numbers
        joined = properties is not None and properties.find(f"{W}rPr/{W}del") is not None
        for index, line in enumerate(lines):
            numbered = Line(
                line.text,
                line.origin,
                mark if index == 0 else "",
                self._level(look),
                line.bold,
                line.italic,
                look.justify == "center",
                joined or index < len(lines) - 1,
                line.named,
                typed=True,
            )
            if self._styles.is_contents(style):
                self._leave_out(visible(numbered), CONTENTS)
            else:
                blocks.append(numbered)
        for box in inside.boxes:
            blocks += self._blocks(box, in_cell=in_cell)
        self._waiting += [self._notes[note] for note in inside.notes if note in self._notes]
        return blocks

    def _visible_lines(self, inside: Inside) -> list[Line]:
        hidden = "".join(one.text for one in inside.segments if one.look.hidden)
        self._leave_out(hidden, HIDDEN)
        lines: list[Line] = []
        for segments in _split([one for one in inside.segments if not one.look.hidden]):
            text = "".join(one.text for one in segments).strip()
            if text:
                origin = Origin(self._name, 0, self._paragraph)
                shown = [one.look for one in segments if not _SPACES_ONLY.fullmatch(one.text)]
                bold, italic = all(one.bold for one in shown), all(one.italic for one in shown)
                named = tuple(_named(segments, text))
                lines.append(Line(text, origin, bold=bold, italic=italic, named=named))
        return lines

    @staticmethod
    def _level(look: Look) -> int:
        return 0 if look.level is None or look.level >= _BODY_TEXT else look.level + 1

    def _table(self, table: "_Element") -> list[Block]:
        """Return the table and, behind it, those inside its cells."""
        rows: list[list[_OpenCell]] = []
        inner: list[Block] = []
        above: dict[int, _OpenCell] = {}
        for row in _unwrapped(table, f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                self._leave_out(deleted_text(row), DELETED)
                continue
            cells, above, nested = self._row(row, above)
            rows.append(cells)
            inner += nested
        if not any(cell.lines for cells in rows for cell in cells):
            return inner
        made = Table(
            tuple(
                tuple(Cell(tuple(one.lines), one.column, one.columns, one.rows) for one in cells)
                for cells in rows
            )
        )
        return [made, *inner]

    def _row(
        self, row: "_Element", above: dict[int, _OpenCell]
    ) -> tuple[list[_OpenCell], dict[int, _OpenCell], list[Block]]:
        cells: list[_OpenCell] = []
        open_: dict[int, _OpenCell] = {}
        inner: list[Block] = []
        column = number(value(row.find(f"{W}trPr/{W}gridBefore")), 0, _MOST_COLUMNS)
        for cell in _unwrapped(row, f"{W}tc"):
            blocks = self._blocks(cell, in_cell=True)
            lines = [block for block in blocks if isinstance(block, Line)]
            inner += [block for block in blocks if not isinstance(block, Line)]
            properties = cell.find(f"{W}tcPr")
            span = 1
            merge = beside = None
            if properties is not None:
                span = number(value(properties.find(f"{W}gridSpan")), 1, _MOST_COLUMNS) or 1
                merge = properties.find(f"{W}vMerge")
                beside = properties.find(f"{W}hMerge")
            upper = above.get(column)
            if beside is not None and value(beside) != "restart" and cells:
                cells[-1].columns += span
                cells[-1].lines += lines
            elif merge is not None and value(merge) != "restart" and upper is not None:
                upper.rows += 1
                open_[column] = upper
                for line in lines:
                    self._found.left_out.append(LeftOut(visible(line), line.origin, COVERED))
            else:
                cells.append(_OpenCell(column, span, lines))
                if merge is not None:
                    open_[column] = cells[-1]
            column += span
        return cells, open_, inner

    def _leave_out(self, text: str, reason: str) -> None:
        if text.strip():
            origin = Origin(self._name, 0, self._paragraph)
            self._found.left_out.append(LeftOut(text.strip(), origin, reason))


def lines_of(blocks: Iterable[Block]) -> Iterator[Line]:
    """Yield all lines of *blocks*, those of cells included."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from cell.lines


def visible(line: Line) -> str:
    """Return the line as it is seen, with its number."""
    return f"{line.number} {line.text}".strip()


def outline_root(root: "_Element") -> "_Element":
    """Return the body of a document, or *root* itself where it has none (headers)."""
    body = root.find(f"{W}body")
    return root if body is None else body


def is_on(element: "_Element | None") -> bool:
    """Whether a property such as ``w:titlePg`` is there and not switched off."""
    return bool(switched(element))


def _unwrapped(parent: "_Element", wanted: str) -> "Iterator[_Element]":
    """Yield the rows of a table or the cells of a row, those in content controls included."""
    for child in parent:
        if child.tag == wanted:
            yield child
        elif child.tag in WRAPPERS or child.tag in {f"{W}sdt", f"{W}sdtContent"}:
            yield from _unwrapped(child, wanted)


def _named(segments: Iterable[Segment], text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the stretches of *text*, which *segments* make without the spaces around it."""
    whole = "".join(one.text for one in segments)
    place = whole.find(text) * -1
    for one in segments:
        start, end = max(place, 0), min(place + len(one.text), len(text))
        if one.look.key and text[start:end].strip():
            yield start, end, one.look.key
        place += len(one.text)


def _split(segments: list[Segment]) -> Iterator[list[Segment]]:
    """Yield the segments of each line of a paragraph with line breaks."""
    line: list[Segment] = []
    for segment in segments:
        first, *rest = segment.text.split("\n")
        line.append(Segment(first, segment.look))
        for text in rest:
            yield line
            line = [Segment(text, segment.look)]
    yield line
