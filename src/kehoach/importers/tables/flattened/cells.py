"""The lines of the rows dealt out to the columns of the header, by how the whole fits best."""

from collections.abc import Sequence

from kehoach.importers.draft import Sureness
from kehoach.importers.tables.columns import Column, Role
from kehoach.importers.tables.flattened.atoms import MOST_ATOMS, Atom, cut_lines, joined_lines
from kehoach.importers.tables.flattened.fit import Cut, Fit, name_column
from kehoach.importers.tables.flattened.rows import Chunk
from kehoach.importers.tables.row import Row

_ROUNDS = 3
_SURE_MARGIN = 1.0
_POOR = -12.0
_UNSURE = "Các ô của dòng này được đoán từ chữ; hãy xem lại từng cột theo bản gốc."
_WHOLE = "Không tách được các ô của dòng này; mọi chữ được giữ trong tên."


def deal_out(chunks: Sequence[Chunk], columns: Sequence[Column]) -> list[Row]:
    """Return a row for each of *chunks*; widths of columns are learned from the rows."""
    widths: dict[int, float] = {}
    cuts: list[list[Cut | None]] = []
    stretches = [[cut_lines(lines) for lines in chunk.stretches if lines] for chunk in chunks]
    for _ in range(_ROUNDS):
        cuts = [_fit_row(row, columns, widths) for row in stretches]
        learned = _learn_widths(stretches, cuts, len(columns))
        if learned == widths:
            break
        widths = learned
    return [
        _dealt_row(chunk, atoms, cut, columns)
        for chunk, atoms, cut in zip(chunks, stretches, cuts, strict=True)
    ]


def _dealt_row(
    chunk: Chunk,
    stretches: Sequence[Sequence[Atom]],
    cuts: Sequence[Cut | None],
    columns: Sequence[Column],
) -> Row:
    row = Row(sure=Sureness.LIKELY)
    if chunk.number:
        row.fields[Role.NUMBER] = [chunk.number]
    for atoms, cut in zip(stretches, cuts, strict=True):
        if cut is None or cut.score < _POOR:
            cells: tuple[tuple[int, int, int], ...] = ((name_column(columns), 0, len(atoms)),)
            row.sure, row.note = Sureness.CHECK, _WHOLE
        else:
            cells = cut.cells
            if cut.margin < _SURE_MARGIN and row.sure is not Sureness.CHECK:
                row.sure, row.note = Sureness.CHECK, _UNSURE
        for place, start, end in cells:
            column = columns[place]
            lines = joined_lines(atoms[start:end])
            if column.role is Role.OTHER:
                row.others.append((column.label, lines))
            else:
                row.fields.setdefault(column.role, []).extend(lines)
    return row


def _fit_row(
    stretches: Sequence[Sequence[Atom]], columns: Sequence[Column], widths: dict[int, float]
) -> list[Cut | None]:
    """Deal out each stretch; one on a further page goes on with the cells before."""
    cuts: list[Cut | None] = []
    before: dict[int, list[Atom]] = {}
    for place, atoms in enumerate(stretches):
        if len(atoms) > MOST_ATOMS:
            cuts.append(None)
            continue
        fit = Fit(
            atoms, columns, widths, before, begins=place == 0, ends=place + 1 == len(stretches)
        )
        cut = fit.best()
        cuts.append(cut)
        for column, start, end in cut.cells:
            before[column] = [*before.get(column, []), *atoms[start:end]]
    return cuts


def _learn_widths(
    stretches: Sequence[Sequence[Sequence[Atom]]],
    cuts: Sequence[Sequence[Cut | None]],
    count: int,
) -> dict[int, float]:
    """Return how many characters a line of each column takes, from the lines that were broken."""
    lengths: dict[int, list[int]] = {column: [] for column in range(count)}
    for row, row_cuts in zip(stretches, cuts, strict=True):
        for atoms, cut in zip(row, row_cuts, strict=True):
            for column, start, end in cut.cells if cut else ():
                lines = joined_lines(atoms[start:end])
                lengths[column].extend(len(line.text) for line in lines[:-1])
    widths: dict[int, float] = {}
    for column, seen in lengths.items():
        if len(seen) >= _LINES_TO_LEARN:
            seen.sort()
            widths[column] = float(seen[int(len(seen) * _COMMON_LENGTH)])
    return widths


_LINES_TO_LEARN = 4
_COMMON_LENGTH = 0.9
