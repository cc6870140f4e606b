"""Many plans by the items of what stands above them: holes, sums by province, sorted, filtered.

Of each plan only a line is kept: a verdict and a few words for each item.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from kehoach.compare.difference import Direction
from kehoach.compare.marking import is_accepted, marks_of
from kehoach.compare.party import Party
from kehoach.compare.verdict import Compared, Comparison, Verdict
from kehoach.compare.words import item_text
from kehoach.language.fold import fold
from kehoach.model.framework import Binding
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


@dataclass(frozen=True, slots=True)
class Line:
    """One plan: its cells by the code of the item, and the verdicts that count.

    ``binding`` is set for a commune where the side above says what binds one.
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


def line_of(comparison: Comparison) -> Line:
    """Return the line of *comparison*; what the plan has beyond the side above is left out."""
    below, above = comparison.below, comparison.above
    cells: dict[str, Cell] = {}
    for item in comparison.items:
        if item.above:
            code = item.above.code
            accepted = bool(below.acceptances) and is_accepted(
                item.verdict, marks_of(item, f"{above.code}/{code}", below.acceptances)
            )
            cells[code] = Cell(item.verdict, item.binds, _note(item), accepted)
    open_cells = [cell for cell in cells.values() if cell.binds and not cell.accepted]
    return Line(
        code=below.code,
        commune=below.commune or below.title,
        province=below.province,
        above=above.code,
        cells=cells,
        counts=Counter(cell.verdict for cell in open_cells),
        accepted=sum(cell.binds and cell.accepted for cell in cells.values()),
        binding=bool(above.terms) and below.is_commune,
    )


def heads_of(above: Party) -> tuple[Head, ...]:
    """Return the heads of all items of *above*, in its order."""
    return tuple(
        Head(
            item.code,
            "chi_tieu" if position < len(above.targets) else "nhiem_vu",
            item_text(item),
            item.figure if isinstance(item, Target) else "",
            above.terms[item.code].binding.value
            if item.code in above.terms
            else Binding.REQUIRED.value,
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
    if not any(line.binding for line in chosen):
        shown = tuple(replace(head, binding=Binding.REQUIRED.value) for head in shown)
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


def _note(item: Compared) -> str:
    if item.verdict is not Verdict.WEAKER:
        return ""
    first = item.below[0]
    if isinstance(first, Target) and any(d.kind.code in _FIGURES for d in item.differences):
        return first.figure
    codes = (d.kind.code for d in item.differences if d.kind.direction in _LESS)
    return _ABOUT.get(next(codes, "")[:3], "")
