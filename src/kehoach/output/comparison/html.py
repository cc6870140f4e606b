"""Comparisons as one HTML page that needs no network: a list for each plan, a matrix of many.

The page holds the rows as JSON in which every text stands once, as thousands of plans share most
of their texts; a script of its own draws what is looked at. The script sets texts, never markup.
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kehoach.compare.verdict import Verdict
from kehoach.compare.wording import ACCEPTED, COUNTED, say_counts
from kehoach.document.wording import fill_template
from kehoach.output.comparison.rows import Row, Rows, Side

TEMPLATE = "so-sanh/trang.html.j2"
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
    variables = {
        "tieu_de": data.title(),
        "tom_tat": data.summary(),
        "ket_qua": [
            {"ma": name, "dau": sign, "ten": _RESULTS[name]} for name, sign in _SIGNS.items()
        ],
        "du_lieu": data.values(),
    }
    return fill_template(TEMPLATE, variables, project)


class _Data:
    """The rows of all plans as lists of numbers, which name texts by their position."""

    def __init__(self) -> None:
        self._texts: dict[str, int] = {"": 0}
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
                *map(self._text, (rows.plan, rows.commune, rows.province)),
                list(self._frameworks).index(rows.framework),
                self._text(next((side.file for row in rows.rows for side in row.below), "")),
                [self._row(row, rows.framework) for row in rows.rows],
                self._text(rows.title),
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
            "chu": list(self._texts),
            "khung": list(self._frameworks.values()),
            "ke_hoach": self._plans,
        }

    def _row(self, row: Row, framework: str) -> list[Any]:
        item = -1 if row.above is None else self._item(row, row.above, framework)
        return [
            item,
            _ORDER["accepted" if row.accepted else row.verdict.value],
            [self._side(side) for side in row.below],
            [self._text(note) for note in row.notes],
            int(row.binds),
            self._text(row.word),
        ]

    def _item(self, row: Row, above: Side, framework: str) -> int:
        known = self._items[framework]
        if row.code not in known:
            known[row.code] = len(known)
            self._frameworks[framework]["muc"].append(
                [
                    *self._side(above),
                    self._text(above.file),
                    int(row.target),
                    self._text(row.binding),
                    self._text(row.certainty),
                ]
            )
        return known[row.code]

    def _side(self, side: Side) -> list[int]:
        return [*map(self._text, (side.code, side.text, side.stated)), side.line]

    def _text(self, text: str) -> int:
        return self._texts.setdefault(text, len(self._texts))
