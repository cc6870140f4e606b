"""Lines and tables of the source as the parts of an outline: paragraphs, and tables in runs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kehoach.importers.blocks import Block, Cell, Line, Table
from kehoach.importers.context import Context
from kehoach.importers.joining import is_capitals, paragraphs
from kehoach.importers.marks import Mark, given_mark, read_mark
from kehoach.importers.outline import Part
from kehoach.importers.passages import Passage
from kehoach.importers.tables.flattened.header import Header, find_header, stands_alone
from kehoach.importers.tables.flattened.numbers import leading_mark

_LEAST_CELLS = 3


def gather(blocks: Sequence[Block], context: Context, *, annex: bool = False) -> Iterator[Part]:
    """Yield paragraphs, and each run of tables as one; a table that a PDF flattened is found.

    Outside an *annex* its header must be no prose for sure: words like "mục tiêu" and "kết quả"
    head sections as well.
    """
    for run in _runs(_with_piped_tables(blocks)):
        if not isinstance(run[0], Line):
            yield [block for block in run if isinstance(block, Table)]
            continue
        lines = [block for block in run if isinstance(block, Line)]
        start = 0
        while header := _header(lines, start, annex=annex):
            yield from _texts(lines[start : header.start], context)
            end = _table_end(lines, header)
            yield [lines[header.start : end]]
            start = end
        yield from _texts(lines[start:], context)


def _header(lines: Sequence[Line], start: int, *, annex: bool) -> Header | None:
    while header := find_header(lines, start):
        text = lines[header.start].text.strip()
        if stands_alone(header, lines) or (annex and not read_mark(text)):
            return header
        start = header.start + 1
    return None


def _with_piped_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield *blocks*, lines of as many cells parted by ``|`` as tables."""
    for count, run in groupby(blocks, key=_cells_of_a_line):
        lines = list(run)
        if count < _LEAST_CELLS or len(lines) == 1:
            yield from lines
        else:
            yield Table(tuple(_piped_row(line) for line in lines if isinstance(line, Line)))


def _cells_of_a_line(block: Block) -> int:
    if not isinstance(block, Line) or block.number:
        return 0
    return block.text.strip().strip("|").count("|") + 1 if "|" in block.text else 0


def _piped_row(line: Line) -> tuple[Cell, ...]:
    texts = line.text.strip().strip("|").split("|")
    return tuple(
        Cell((replace(line, text=text.strip(), broken=False),), column)
        for column, text in enumerate(texts)
    )


def _texts(lines: Sequence[Line], context: Context) -> Iterator[Passage]:
    for text in paragraphs(lines, context.keywords):
        if isinstance(text, Passage):
            yield text


def _runs(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    run: list[Block] = []
    for block in blocks:
        if run and isinstance(block, Line) != isinstance(run[-1], Line):
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def _table_end(lines: Sequence[Line], header: Header) -> int:
    """Return where a flattened table ends: before a part, or the section after the one it is in.

    A number that both a row and a section may have next is that of a section in capitals or bold.
    """
    around = _section_before(lines, header.start)
    row = 1
    for place in range(header.end, len(lines)):
        text = lines[place].text.strip()
        mark = read_mark(text)
        if not mark or len(text.split()) < 2:  # noqa: PLR2004  (a number and a heading)
            leading = leading_mark(text)
            row += bool(leading and leading[0].value == row and not leading[0].above)
            continue
        if mark.kind in {"roman", "part"}:
            return place
        follows = around and (mark.kind, mark.value) == (around.kind, around.value + 1)
        stands_out = lines[place].bold or is_capitals(text)
        if follows and (stands_out or mark.value != row):
            return place
        row += mark.value == row
    return len(lines)


def _section_before(lines: Sequence[Line], end: int) -> Mark | None:
    for place in range(end - 1, -1, -1):
        mark = given_mark(lines[place].number) or read_mark(lines[place].text.strip())
        if mark and not mark.is_dash:
            return mark
    return None
