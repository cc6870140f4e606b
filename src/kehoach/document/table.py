"""Tables drawn with a pen: widths and looks of cells, and which rows may break over pages."""

from collections.abc import Iterable
from math import ceil
from typing import NamedTuple

from kehoach.document.affixes import dashed, numbered
from kehoach.document.blocks import Item, Paragraph, Row, Run, Table, Text, plain
from kehoach.document.lines import Typesetter
from kehoach.document.pen import CELL_SIDE
from kehoach.document.profile import TWIPS_PER_PT, Part, Profile

_TALL_ROW = 0.6
"""A row higher than this share of the page may break: kept whole it would leave the page before
it nearly empty, and one higher than a page would lose text in some readers."""
_MEAN_WIDTH, _LINE_HEIGHT = 0.46, 1.15
"""Mean width of a character and height of a line in sizes of type, to estimate a row's height."""
_HERE = "\0"
"""Where a text is to stand; no text of a document has this character."""

Ends = tuple[str, str, str]
"""What stands before, between and after the texts of a cell."""


class _Cell(NamedTuple):
    """A cell of every row whose cells span alike; ``per_line`` is how many characters it takes."""

    width: int
    span: int
    per_line: float
    centred: bool


def draw_table(table: Table, setter: Typesetter, height: int, *, keep_next: bool) -> Iterable[str]:
    """Draw *table* on pages with text *height* high; *keep_next*: its end stays with what follows.

    Most tables have rows of one or two kinds, so what is the same in a kind is made once.
    """
    pen = setter.pen
    rows = _Rows(table, setter, height)
    head = [
        pen.heading_cell(width, [pen.paragraph(Part.COLUMN, column.heading)])
        for width, column in zip(rows.widths, table.columns, strict=True)
    ]
    last = len(table.rows) - 1 if keep_next else -1
    drawn = [rows.draw(row, keep_next=place == last) for place, row in enumerate(table.rows)]
    return pen.table(rows.widths, head, drawn)


class _Rows:
    """Draws the rows of one table."""

    def __init__(self, table: Table, setter: Typesetter, height: int) -> None:
        shares = [column.share for column in table.columns]
        self.widths = [setter.width * share // sum(shares) for share in shares]
        self._centred = [column.centred for column in table.columns]
        self._profile = setter.profile
        self._pen = setter.pen
        self._size = setter.profile.looks[Part.CELL].size * TWIPS_PER_PT
        self._tall = _TALL_ROW * height
        self._cells: dict[tuple[int, ...], list[_Cell]] = {}
        self._ends: dict[tuple[tuple[int, ...], bool, bool], list[Ends]] = {}

    def draw(self, row: Row, *, keep_next: bool) -> str:
        """Draw a row; *keep_next* holds if it is low enough to be kept whole."""
        inline, profile = self._pen.inline, self._profile
        spans = tuple([cell.span for cell in row.cells])
        cells = self._cells.get(spans) or self._place(spans)
        contents, tallest = [], 0
        for (blocks, _), cell in zip(row.cells, cells, strict=True):
            lines, texts = 0, []
            for block in blocks:
                text = block.text
                length = len(text[0].text) if len(text) == 1 else len(plain(text))
                lines += ceil(length / cell.per_line)
                bare = not block.number and isinstance(block, Paragraph)
                texts.append(inline(text if bare else _affixed(block, profile)))
            tallest = max(tallest, lines)
            contents.append(texts)
        group = row.group
        whole = tallest * self._size * _LINE_HEIGHT <= self._tall
        kept = keep_next and whole
        kind = (spans, group, kept)
        ends = self._ends.get(kind)
        if ends is None:
            ends = self._ends[kind] = [self._end(cell, group=group, kept=kept) for cell in cells]
        drawn = [
            f"{start}{texts[0] if len(texts) == 1 else between.join(texts)}{end}"
            for texts, (start, between, end) in zip(contents, ends, strict=True)
        ]
        return self._pen.row(drawn, whole=whole, keep_next=kept or (group and whole))

    def _place(self, spans: tuple[int, ...]) -> list[_Cell]:
        """Return the cells of rows with these *spans*."""
        cells, first = [], 0
        for span in spans:
            width = sum(self.widths[first : first + span])
            per_line = max((width - 2 * CELL_SIDE) / (self._size * _MEAN_WIDTH), 1)
            cells.append(_Cell(width, span, per_line, span == 1 and self._centred[first]))
            first += span
        self._cells[spans] = cells
        return cells

    def _end(self, cell: _Cell, *, group: bool, kept: bool) -> Ends:
        pen, here = self._pen, (Run(_HERE),)
        part = Part.GROUP if group else Part.CENTRED_CELL if cell.centred else Part.CELL
        paragraph = pen.paragraph(part, here, keep_next=kept, centred=group and cell.centred)
        before, after = paragraph.split(pen.inline(here))
        start, end = pen.cell(cell.width, [_HERE], span=cell.span, middle=True).split(_HERE)
        return f"{start}{before}", f"{after}{before}", f"{after}{end}"


def _affixed(block: Paragraph | Item, profile: Profile) -> Text:
    if isinstance(block, Item):
        return dashed(block, profile)
    return numbered(block.number, block.text, profile)
