"""Many plans by the items of what stands above them: holes, sums by province, sorted, filtered.

Of each plan only a line is kept: a verdict and a few words for each item.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from kehoach.compare.difference import Direction
from kehoach.compare.party import Party
from kehoach.compare.sheet import ITEMS, REQUIRED, Row, Sheet
from kehoach.compare.verdict import Verdict
from kehoach.compare.words import item_text
from kehoach.language.fold import fold
from kehoach.model.plan import Target

_FIGURES = {"SS101", "SS106"}
_LESS = {Direction.WEAKER}
_ABOUT = {"SS2": "phạm vi", "SS3": "thời hạn", "SS5": "sản phẩm"}
"""What differences are about, by how their codes begin."""


@dataclass(frozen=True, slots=True)
class Head:
    """An item above, as a column or row of the matrix is headed."""

    code: str
    kind: str
    text: str
    figure: str
    binding: str


@dataclass(frozen=True, slots=True)
class Cell:
    """How one plan stands to one item; ``note`` is the figure that is lower, if one is."""

    verdict: Verdict
    binds: bool
    note: str = ""
    accepted: bool = False

    @property
    def is_hole(self) -> bool:
        """Tell whether something that binds is missing and not accepted."""
        return self.verdict is Verdict.MISSING and self.binds and not self.accepted


@dataclass(frozen=True, slots=True)
class Line:
    """One plan: its cells by the code of the item, and the verdicts that count.

    ``binding`` is set where the side above says what binds a commune.
    """

    code: str
    commune: str
    province: str
    above: str
    cells: dict[str, Cell]
    counts: Counter[Verdict]
    accepted: int = 0
    binding: bool = True


@dataclass(frozen=True, slots=True)
class Matrix:
    """Lines under the heads of one side above."""

    above: str
    heads: tuple[Head, ...]
    lines: tuple[Line, ...]

    def by_item(self) -> dict[str, Counter[Verdict]]:
        """Return for each item that binds how many plans have which verdict."""
        found: dict[str, Counter[Verdict]] = {head.code: Counter() for head in self.heads}
        for line in self.lines:
            for code, cell in line.cells.items():
                if cell.binds and not cell.accepted:
                    found[code][cell.verdict] += 1
        return found

    def by_province(self) -> dict[str, tuple[int, Counter[Verdict]]]:
        """Return for each province, by name, the number of plans and the sum of their verdicts."""
        found: dict[str, tuple[int, Counter[Verdict]]] = {}
        for line in sorted(self.lines, key=lambda line: fold(line.province)):
            plans, counts = found.get(line.province, (0, Counter()))
            found[line.province] = plans + 1, counts + line.counts
        return found


def line_of(sheet: Sheet) -> Line:
    """Return the line of *sheet*; what the plan has beyond the side above is left out."""
    cells = {
        row.item: Cell(row.verdict, row.binds, _note(row), row.accepted)
        for row in sheet.rows
        if row.above and row.kind in ITEMS
    }
    below = sheet.below
    name = below.commune or below.title
    binding = any(row.binding for row in sheet.rows)
    return Line(
        below.code,
        name,
        below.province,
        sheet.above.code,
        cells,
        sheet.counts(),
        sheet.accepted(),
        binding,
    )


def heads_of(above: Party) -> tuple[Head, ...]:
    """Return the heads of all items of *above*, in its order."""
    return tuple(
        Head(
            item.code,
            "chi_tieu" if position < len(above.targets) else "nhiem_vu",
            item_text(item),
            item.figure if isinstance(item, Target) else "",
            above.terms[item.code].binding.value if item.code in above.terms else REQUIRED,
        )
        for position, item in enumerate(above.items())
    )


def build(above: str, heads: Iterable[Head], lines: Iterable[Line], sort: str, kept: str) -> Matrix:
    """Return the matrix of *lines*, sorted by a key of `SORTS` and filtered by *kept*.

    *kept* is a verdict, which keeps the plans and the items that have it, or words that stand in
    the name of the commune or of the province; empty keeps all. Items that no plan needs and none
    has are left out.
    """
    chosen = sorted((line for line in lines if _keeps(line, kept)), key=SORTS[sort])
    found = {code for line in chosen for code, cell in line.cells.items() if _shows(cell, kept)}
    shown = tuple(head for head in heads if head.code in found)
    return Matrix(above, shown, tuple(chosen))


SORTS: dict[str, Callable[[Line], Any]] = {
    "file": lambda _: 0,
    "commune": lambda line: (fold(line.commune), fold(line.province)),
    "province": lambda line: (fold(line.province), fold(line.commune)),
    "weaker": lambda line: -line.counts[Verdict.WEAKER] - line.counts[Verdict.LATER],
    "missing": lambda line: -line.counts[Verdict.MISSING],
}
"""What lines are sorted by; ``file`` keeps the order in which they came."""


def _keeps(line: Line, kept: str) -> bool:
    if not kept:
        return True
    if kept in VERDICTS:
        return line.counts[Verdict(kept)] > 0
    return fold(kept) in fold(f"{line.commune}, {line.province}")


def _shows(cell: Cell, kept: str) -> bool:
    return kept not in VERDICTS or (cell.verdict.value == kept and cell.binds)


VERDICTS = frozenset(verdict.value for verdict in Verdict)


def _note(row: Row) -> str:
    if row.verdict is not Verdict.WEAKER:
        return ""
    lower = any(mark.difference.kind.code in _FIGURES for mark in row.marks)
    if lower and row.below and row.below[0].figure:
        return row.below[0].figure
    codes = (m.difference.kind.code for m in row.marks if m.difference.kind.direction in _LESS)
    return _ABOUT.get(next(codes, "")[:3], "")
