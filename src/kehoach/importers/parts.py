"""Lines and tables of the source as the parts of an outline: paragraphs, and tables in runs."""

import re
from collections.abc import Iterable, Iterator, Sequence

from kehoach.importers.blocks import Block, Line, Table
from kehoach.importers.context import Context
from kehoach.importers.joining import paragraphs
from kehoach.importers.marks import read_mark
from kehoach.importers.outline import Part
from kehoach.importers.passages import Passage
from kehoach.importers.tables.flattened.header import Header, find_header

_COUNT = re.compile(r"(?:S?TT|Số TT|Số thứ tự)\b", re.IGNORECASE)


def gather(blocks: Sequence[Block], context: Context, *, annex: bool = False) -> Iterator[Part]:
    """Yield paragraphs, and each run of tables as one; a table that a PDF flattened is found.

    Outside an *annex* such a table begins with the heading of its number column: words like
    "mục tiêu" and "kết quả" head sections as well.
    """
    for run in _runs(blocks):
        if not isinstance(run[0], Line):
            yield [block for block in run if isinstance(block, Table)]
            continue
        lines = [block for block in run if isinstance(block, Line)]
        start = 0
        while header := _header(lines, start, annex=annex):
            yield from _texts(lines[start : header.start], context)
            end = _table_end(lines, header.end)
            yield [lines[header.start : end]]
            start = end
        yield from _texts(lines[start:], context)


def _header(lines: Sequence[Line], start: int, *, annex: bool) -> Header | None:
    while header := find_header(lines, start):
        text = lines[header.start].text.strip()
        if _COUNT.match(text) or (annex and not read_mark(text)):
            return header
        start = header.start + 1
    return None


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


def _table_end(lines: Sequence[Line], start: int) -> int:
    """Return where a flattened table ends: before the next section in Roman figures."""
    for place in range(start, len(lines)):
        mark = read_mark(lines[place].text.strip())
        if mark and mark.kind in {"roman", "part"} and len(lines[place].text.split()) > 1:
            return place
    return len(lines)
