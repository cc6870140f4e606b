"""Comparisons as an official report: the sums, and the table of all items as an annex.

One plan is set against the framework item by item; of many plans each item says how many have it
as asked, and which do not.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kehoach.compare.verdict import Verdict
from kehoach.compare.wording import ACCEPTED, COUNTED, say_counts
from kehoach.model.plan import DocumentInfo
from kehoach.output.comparison.letterhead import write_report
from kehoach.output.comparison.rows import Row, Rows

TEMPLATE = "van-ban/bang-so-sanh.html.j2"
_SUMMED = [verdict for verdict in COUNTED if verdict is not Verdict.EXTRA]
_NAMED = 20
"""How many communes are named in a cell; the others are counted."""
_REACHED = frozenset({Verdict.EQUAL, Verdict.STRICTER})
_BELOW = frozenset({Verdict.WEAKER, Verdict.LATER})


def comparison_docx(many: Iterable[Rows], project: Path, issuer: DocumentInfo | None) -> bytes:
    """Return the document on *many* plans as the bytes of a DOCX.

    *issuer* is the document of the plan whose issuer makes the table; without one, the header is
    left open in the form of the state. Raises `TemplateFault` where the template is wrong.
    """
    table = _Table()
    for rows in many:
        table.add(rows)
    return write_report(TEMPLATE, table.variables(), project, issuer)


class _Table:
    """What the document says of all plans; of many, no plan's rows are kept."""

    def __init__(self) -> None:
        self._only: Rows | None = None
        self._called = ""
        self._documents: dict[str, str] = {}
        self._plans: list[dict[str, Any]] = []
        self._counts: Counter[Verdict] = Counter()
        self._accepted = 0
        self._binding = False
        self._items: dict[tuple[str, str], _Item] = {}

    def add(self, rows: Rows) -> None:
        """Take in a plan."""
        counts, accepted = rows.counts(), rows.accepted()
        self._only = None if self._plans else rows
        self._called = rows.called
        self._documents.setdefault(rows.document, rows.cited)
        self._counts += counts
        self._accepted += accepted
        self._binding |= rows.binding
        numbers = [*(counts[verdict] for verdict in _SUMMED), accepted]
        called = f"kế hoạch của {rows.title}" if rows.province else rows.title
        self._plans.append(
            {"ten": rows.title, "goi": called, "khung": rows.document, "so": numbers}
        )
        for row in rows.rows:
            if row.above and row.binds:
                key = rows.framework, row.code
                self._items.setdefault(key, _Item(row)).add(rows.commune, row)

    def variables(self) -> dict[str, Any]:
        """Return what the template is filled with."""
        only = self._only
        return {
            "van_ban_khung": "; ".join(self._documents.values()),
            "goi_la": self._called if len(self._documents) == 1 else "các văn bản cấp trên",
            "nhieu_khung": len(self._documents) > 1,
            "ke_hoach": self._plans,
            "ket_qua": [*(COUNTED[verdict] for verdict in _SUMMED), ACCEPTED],
            "tom_tat": say_counts(self._counts, self._accepted, binding=self._binding),
            "cap_xa": self._binding,
            "nhom": [_group(*block) for block in only.blocks()] if only else [],
            "muc": [] if only else [item.values() for item in self._items.values()],
        }


def _group(heading: str, rows: Sequence[Row]) -> dict[str, Any]:
    return {"ten": heading, "muc": [_row(row) for row in rows]}


def _row(row: Row) -> dict[str, Any]:
    return {
        "noi_dung": row.text,
        "cap_xa": row.binding,
        "tin_cay": row.certainty,
        "khung": row.above.stated if row.above else "",
        "ke_hoach": [side.stated or side.text for side in row.below],
        "khac": list(row.notes),
    }


@dataclass(slots=True)
class _Named:
    """Communes of which the first are named and the others counted."""

    first: list[str] = field(default_factory=list)
    count: int = 0

    def add(self, commune: str) -> None:
        self.count += 1
        if self.count <= _NAMED:
            self.first.append(commune)

    def __str__(self) -> str:
        if not self.count:
            return ""
        rest = self.count - len(self.first)
        return f"{self.count}: {'; '.join(self.first)}" + (f" và {rest} nơi khác" if rest else "")


@dataclass(slots=True)
class _Item:
    """An item from above and what the plans make of it."""

    row: Row
    reached: int = 0
    below: _Named = field(default_factory=_Named)
    missing: _Named = field(default_factory=_Named)
    doubtful: _Named = field(default_factory=_Named)
    accepted: _Named = field(default_factory=_Named)

    def add(self, commune: str, row: Row) -> None:
        if row.accepted:
            self.accepted.add(commune)
        elif row.verdict in _REACHED:
            self.reached += 1
        elif row.verdict in _BELOW:
            stated = "; ".join(side.stated for side in row.below if side.stated)
            self.below.add(f"{commune} ({stated})" if stated else commune)
        elif row.verdict is Verdict.MISSING:
            self.missing.add(commune)
        elif row.verdict is Verdict.DOUBTFUL:
            self.doubtful.add(commune)

    def values(self) -> dict[str, Any]:
        """Return what the template reads."""
        return {
            "noi_dung": self.row.text,
            "khung": self.row.above.stated if self.row.above else "",
            "dat": self.reached,
            "thap_hon": str(self.below),
            "thieu": str(self.missing),
            "chua_ro": str(self.doubtful),
            "chap_nhan": str(self.accepted),
        }
