"""From the XML of a Word file to its paragraphs in reading order."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kehoach.importers.readers.word.numbering import Numbering
from kehoach.importers.readers.word.runs import DELETIONS, MC, WRAPPERS, alternative
from kehoach.importers.readers.word.values import W, number, value
from kehoach.thethuc.reading.cascade import Cascade, TableLook
from kehoach.thethuc.reading.grids import cell_sides, cell_width, is_bordered, special_places
from kehoach.thethuc.reading.looks import whole
from kehoach.thethuc.reading.strokes import box_width, strokes_in
from kehoach.thethuc.reading.text import Cell, Paragraph, Piece, Segment, Table

if TYPE_CHECKING:
    from lxml.etree import _Element

_BOX = f"{W}txbxContent"
_DRAWN = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\u00ad",
}
_MOST_COLUMNS = 63
_RENDERED_BREAK = f"{W}lastRenderedPageBreak"


@dataclass(frozen=True, slots=True)
class _Where:
    part: str
    width: int
    cell: Cell | None = None
    box: int = 0
    box_width: int | None = None
    look: TableLook = TableLook()  # noqa: RUF009  it never changes
    depth: int = 0


class Walker:
    """Reads the containers of one document; paragraphs are numbered anew in each part."""

    def __init__(self, cascade: Cascade, numbering: Numbering, *, paged: bool) -> None:
        """Keep what decides how things look; *paged* where Word noted the ends of pages."""
        self._cascade = cascade
        self._numbering = numbering
        self._paged = paged
        self.tables: list[Table] = []
        self.section_ends: list[tuple[_Element, int]] = []
        self._count = 0
        self._boxes = 0
        self._page = 1
        self._section = 0

    def read(self, container: "_Element", part: str, width: int) -> tuple[Paragraph, ...]:
        """Return the paragraphs of *container*, whose lines are at most *width* twips long."""
        self._count = 0
        return tuple(self._blocks(container, _Where(part, width)))

    def _blocks(self, children: "Iterable[_Element]", where: _Where) -> Iterator[Paragraph]:
        for child in children:
            tag = child.tag
            if tag == f"{W}p":
                yield from self._paragraph(child, where)
            elif tag == f"{W}tbl":
                yield from self._table(child, where)
            elif tag in WRAPPERS:
                yield from self._blocks(child, where)
            elif tag == f"{W}sdt":
                for content in child.findall(f"{W}sdtContent"):
                    yield from self._blocks(content, where)
            elif tag == f"{MC}AlternateContent":
                yield from self._blocks(alternative(child), where)

    def _paragraph(self, element: "_Element", where: _Where) -> Iterator[Paragraph]:
        self._count += 1
        list_id, level, style = self._cascade.list_of(element)
        base = self._cascade.run_base(element, where.look)
        segments: list[Segment] = []
        boxes: list[_Element] = []
        drawn: list[_Element] = []
        page = self._page
        for run, child in _inside(element):
            tag = child.tag
            if tag in _DRAWN:
                drawn.append(child)
                boxes += _boxes_in(child)
            elif tag == _RENDERED_BREAK:
                self._page += 1
                if not segments:
                    page = self._page
            elif text := _text_of(child):
                look = self._cascade.run(run.find(f"{W}rPr"), base)
                segments.append(Segment(text, look, run))
        paragraph = Paragraph(
            element=element,
            part=where.part,
            number=self._count,
            look=self._cascade.paragraph(element, where.look),
            segments=tuple(one for one in segments if not one.look.hidden),
            mark=self._numbering.next(list_id, level, style) if list_id else "",
            section=self._section,
            cell=where.cell,
            box=where.box,
            strokes=tuple(stroke for one in drawn for stroke in strokes_in(one)),
            page=page if self._paged else None,
            room=where.cell.width if where.cell is not None else where.box_width,
        )
        paragraph.pieces = tuple(_pieces(paragraph))
        if where.cell is not None:
            where.cell.table.paragraphs.append(paragraph)
        yield paragraph
        for box in boxes:
            self._boxes += 1
            inside = replace(
                where, box=self._boxes, box_width=box_width(box), cell=None, look=TableLook()
            )
            yield from self._blocks(box, inside)
        ending = element.find(f"{W}pPr/{W}sectPr")
        if ending is not None:
            self.section_ends.append((ending, self._count))
            self._section += 1

    def _table(self, element: "_Element", where: _Where) -> Iterator[Paragraph]:
        properties = element.find(f"{W}tblPr")
        style = "" if properties is None else value(properties.find(f"{W}tblStyle"))
        look = self._cascade.table(style)
        widths = tuple(
            whole(one.get(f"{W}w")) or 0 for one in element.findall(f"{W}tblGrid/{W}gridCol")
        )
        layout = None if properties is None else properties.find(f"{W}tblLayout")
        rows = list(_unwrapped(element, f"{W}tr"))
        table = Table(
            element=element,
            widths=widths,
            bordered=is_bordered(properties, self._cascade.table_borders(style)),
            fixed=layout is not None and layout.get(f"{W}type") == "fixed",
            depth=where.depth,
            section=self._section,
            row_elements=rows,
        )
        self.tables.append(table)
        special = special_places(properties)
        for index, row in enumerate(rows):
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            column = number(value(row.find(f"{W}trPr/{W}gridBefore")), 0, _MOST_COLUMNS)
            cells = list(_unwrapped(row, f"{W}tc"))
            for position, cell in enumerate(cells):
                span = number(value(cell.find(f"{W}tcPr/{W}gridSpan")), 1, _MOST_COLUMNS) or 1
                width = cell_width(cell, widths[column : column + span], where.width)
                places = [
                    name
                    for name, here in (
                        ("lastCol", position == len(cells) - 1),
                        ("firstCol", position == 0),
                        ("lastRow", index == len(rows) - 1),
                        ("firstRow", index == 0),
                    )
                    if here and name in special
                ]
                inside = _Where(
                    part=where.part,
                    width=width,
                    cell=Cell(table, index, column, width - cell_sides(properties)),
                    box=where.box,
                    look=look.at(places),
                    depth=where.depth + 1,
                )
                yield from self._blocks(cell, inside)
                column += span


def _inside(paragraph: "Iterable[_Element]") -> "Iterator[tuple[_Element, _Element]]":
    """Yield each run of *paragraph* that is seen, with each of its contents."""
    for child in paragraph:
        tag = child.tag
        if tag == f"{W}r":
            yield from _contents(child, child)
        elif tag in WRAPPERS or tag == f"{W}sdtContent":
            yield from _inside(child)
        elif tag == f"{W}sdt":
            yield from _inside(child.findall(f"{W}sdtContent"))
        elif tag == f"{MC}AlternateContent":
            yield from _inside(alternative(child))


def _contents(
    run: "_Element", children: "Iterable[_Element]"
) -> "Iterator[tuple[_Element, _Element]]":
    for child in children:
        if child.tag == f"{MC}AlternateContent":
            yield from _contents(run, alternative(child))
        elif child.tag not in DELETIONS:
            yield run, child


def _text_of(element: "_Element") -> str:
    if element.tag == f"{W}t":
        return element.text or ""
    if element.tag == f"{W}br":
        return "\n"
    return _SIGNS.get(element.tag, "")


def _boxes_in(element: "_Element") -> "Iterator[_Element]":
    waiting = list(reversed(element))
    while waiting:
        child = waiting.pop()
        if child.tag == _BOX:
            yield child
        elif child.tag == f"{MC}AlternateContent":
            waiting.extend(reversed(list(alternative(child))))
        else:
            waiting.extend(reversed(child))


def _pieces(paragraph: Paragraph) -> Iterator[Piece]:
    """Cut *paragraph* at tabs and line breaks; stretches without text are left out."""
    found: list[tuple[list[Segment], int, int]] = []
    current: list[Segment] = []
    column = line = 0
    for segment in paragraph.segments:
        start = 0
        for position, char in enumerate(segment.text):
            if char not in "\t\n":
                continue
            current.append(replace(segment, text=segment.text[start:position]))
            found.append((current, column, line))
            current, start = [], position + 1
            column, line = (column + 1, line) if char == "\t" else (0, line + 1)
        current.append(replace(segment, text=segment.text[start:]))
    found.append((current, column, line))
    filled = [
        (segments, at, on)
        for segments, at, on in found
        if any(one.text.strip() for one in segments)
    ]
    on_line = Counter(on for _, _, on in filled)
    for segments, at, on in filled:
        alone = on_line[on] == 1 and at == 0
        yield Piece(paragraph, tuple(one for one in segments if one.text), at, on, alone)


def _unwrapped(parent: "_Element", wanted: str) -> "Iterator[_Element]":
    for child in parent:
        if child.tag == wanted:
            yield child
        elif child.tag in WRAPPERS or child.tag in {f"{W}sdt", f"{W}sdtContent"}:
            yield from _unwrapped(child, wanted)
