"""The grid of a table: every row with all the cells that cover it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kehoach.importers.blocks import Cell, Line, Table
from kehoach.importers.tables.row import line_text


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell in a row that it covers; ``first`` where that row is its own."""

    cell: Cell
    start: int
    end: int
    first: bool

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the cell."""
        return self.cell.lines


def grid_of(table: Table) -> list[list[Placed]]:
    """Return the rows of *table* from left to right, with the cells that reach down into them."""
    grid: list[list[Placed]] = []
    reaching: list[tuple[Placed, int]] = []
    for cells in table.rows:
        own = [
            Placed(cell, cell.column, cell.column + max(1, cell.columns), first=True)
            for cell in cells
        ]
        # Where a broken file has both, the row's own cell stands.
        taken = {(one.start, one.end) for one in own}
        from_above = [
            replace(placed, first=False)
            for placed, left in reaching
            if left > 0 and (placed.start, placed.end) not in taken
        ]
        grid.append(sorted([*own, *from_above], key=lambda placed: placed.start))
        reaching = [(placed, left - 1) for placed, left in reaching if left > 1]
        reaching.extend((one, one.cell.rows - 1) for one in own if one.cell.rows > 1)
    return grid


def own_lines(row: Iterable[Placed]) -> list[Line]:
    """Return the lines of the cells that begin in *row*."""
    return [line for placed in row if placed.first for line in placed.lines]


def label_of(placed: Placed) -> str:
    """Return the text of a cell in one line."""
    return " ".join(text for line in placed.lines if (text := line_text(line)))
