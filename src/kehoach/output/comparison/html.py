"""Comparisons with what stands above as a page: a list for each plan, a matrix of many."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kehoach.compare.verdict import Verdict
from kehoach.compare.wording import ACCEPTED, COUNTED, say_counts
from kehoach.output.comparison.page import PageData, page
from kehoach.output.comparison.rows import Row, Rows, Side

_SIGNS = {
    "weaker": "−",
    "later": "»",
    "missing": "○",
    "doubtful": "?",
    "stricter": "+",
    "equal": "=",
    "accepted": "✓",
    "extra": "·",
}
"""A sign for a cell of the matrix: colours alone tell nothing on paper."""
_RESULTS = {verdict.value: word for verdict, word in COUNTED.items()} | {"accepted": ACCEPTED}
_ORDER = {name: position for position, name in enumerate(_SIGNS)}


def comparison_html(many: Iterable[Rows], project: Path) -> str:
    """Return the page on *many* plans, drawn by the template of *project* or of the program.

    Raises `TemplateFault` where the template is wrong.
    """
    data = _Data()
    for rows in many:
        data.add(rows)
    results = [(name, sign, _RESULTS[name]) for name, sign in _SIGNS.items()]
    return page(data.title(), data.summary(), results, data.values(), project)


class _Data:
    """What the page's script reads: plans, frameworks, and their rows as lists of numbers."""

    def __init__(self) -> None:
        self._data = PageData()
        self._frameworks: dict[str, dict[str, Any]] = {}
        self._items: dict[str, dict[str, int]] = {}
        self._plans: list[list[Any]] = []
        self._counts: Counter[Verdict] = Counter()
        self._accepted = 0
        self._binding = False
        self._names: dict[str, None] = {}

    def add(self, rows: Rows) -> None:
        """Take in a plan; its items without a like in the framework stand after the others."""
        self._frameworks.setdefault(rows.framework, {"ten": rows.document, "muc": []})
        self._items.setdefault(rows.framework, {})
        self._counts += rows.counts()
        self._accepted += rows.accepted()
        self._binding |= rows.binding
        self._names.setdefault(rows.title)
        self._plans.append(
            [
                *self._data.texts((rows.plan, rows.commune, rows.province)),
                list(self._frameworks).index(rows.framework),
                self._data.text(next((side.file for row in rows.rows for side in row.below), "")),
                [self._row(row, rows.framework) for row in rows.rows],
                self._data.text(rows.title),
            ]
        )

    def title(self) -> str:
        """Return what was compared with what."""
        above = "; ".join(one["ten"] for one in self._frameworks.values())
        names = list(self._names)
        plans = (
            names[0] if len(names) == 1 else f"{len({plan[0] for plan in self._plans})} kế hoạch"
        )
        return f"{plans} so với {above}"

    def summary(self) -> str:
        """Return the counts of all plans in a sentence."""
        return say_counts(self._counts, self._accepted, binding=self._binding)

    def values(self) -> dict[str, Any]:
        """Return what the page's script reads."""
        return {
            **self._data.values(),
            "khung": list(self._frameworks.values()),
            "ke_hoach": self._plans,
        }

    def _row(self, row: Row, framework: str) -> int:
        return self._data.row(
            -1 if row.above is None else self._item(row, row.above, framework),
            _ORDER["accepted" if row.accepted else row.verdict.value],
            tuple(map(self._data.side, row.below)),
            self._data.texts(row.notes),
            int(row.binds),
            self._data.text(row.word),
        )

    def _item(self, row: Row, above: Side, framework: str) -> int:
        known = self._items[framework]
        if row.code not in known:
            known[row.code] = len(known)
            self._frameworks[framework]["muc"].append(
                [
                    *self._data.side(above),
                    self._data.text(above.file),
                    int(row.target),
                    *self._data.texts((row.binding, row.certainty)),
                ]
            )
        return known[row.code]
