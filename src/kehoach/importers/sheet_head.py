"""The rows above the header of a sheet, which are its title: ``PHỤ LỤC II``, ``DANH MỤC …``."""

from collections.abc import Iterator, Sequence

from kehoach.importers.blocks import Block, Cell, Line, Table

_LEAST_COLUMNS = 3


def with_title_lines(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield *blocks*; of a sheet that comes first, rows with one text above the table as lines."""
    for place, block in enumerate(blocks):
        if isinstance(block, Table) and place == 0:
            count = _title_rows(block.rows)
            for row in block.rows[:count]:
                yield from _lines(row)
            yield Table(block.rows[count:])
        else:
            yield block


def _title_rows(rows: Sequence[Sequence[Cell]]) -> int:
    """Return how many rows stand above the header; none where no table follows them."""
    count = 0
    while count < len(rows) and len(_texts(rows[count])) <= 1:
        count += 1
    wide = count < len(rows) and len(_texts(rows[count])) >= _LEAST_COLUMNS
    return count if wide else 0


def _texts(row: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in row if any(line.text.strip() for line in cell.lines)]


def _lines(row: Sequence[Cell]) -> Iterator[Line]:
    return (line for cell in row for line in cell.lines)
