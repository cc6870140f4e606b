"""Comparisons as an official document: a summary, and the table of all items as an annex.

One plan is set against the framework item by item; of many plans each item says how many have it
as asked, and which do not.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kehoach.compare.verdict import Verdict
from kehoach.document.package import write_package
from kehoach.document.profiles import find_profile
from kehoach.document.wording import word_document
from kehoach.model.plan import DocumentInfo
from kehoach.output.comparison_rows import VERDICTS, Row, Rows, say_counts, sum_counts

TEMPLATE = "van-ban/bang-so-sanh.html.j2"
_SUMMED = [verdict for verdict in VERDICTS if verdict is not Verdict.EXTRA]
_NAMED = 20
"""How many communes are named in a cell; the others are counted."""
_REACHED = frozenset({Verdict.EQUAL, Verdict.STRICTER})
_BELOW = frozenset({Verdict.WEAKER, Verdict.LATER})


def comparison_docx(many: Sequence[Rows], project: Path, issuer: DocumentInfo | None) -> bytes:
    """Return the document on *many* plans as the bytes of a DOCX.

    *issuer* is the document of the plan whose issuer makes the table; without one, the header is
    left open in the form of the state. Raises `TemplateFault` where the template is wrong.
    """
    profile = find_profile(issuer.profile if issuer else "nd30")
    variables = {
        "co_quan": issuer.issuer if issuer else "[CƠ QUAN LẬP BẢNG]",
        "cap_tren": issuer.parent_issuer if issuer else "",
        "dia_danh": issuer.place if issuer else "",
        "van_ban_khung": "; ".join(dict.fromkeys(rows.document for rows in many)),
        "ke_hoach": [_plan(rows) for rows in many],
        "ket_qua": [VERDICTS[verdict][0] for verdict in _SUMMED],
        "tom_tat": say_counts(sum_counts(many)),
        "nhom": _groups(many[0]) if len(many) == 1 else [],
        "muc": _items(many) if len(many) > 1 else [],
    }
    return write_package(word_document(TEMPLATE, variables, project), profile)


def _plan(rows: Rows) -> dict[str, Any]:
    counts = rows.counts()
    return {
        "ten": rows.commune,
        "tinh": rows.province,
        "so": [counts[verdict] for verdict in _SUMMED],
    }


def _groups(rows: Rows) -> list[dict[str, Any]]:
    return [
        {"ten": VERDICTS[verdict][1], "muc": [_row(row) for row in found]}
        for verdict, found in rows.grouped().items()
    ]


def _row(row: Row) -> dict[str, Any]:
    return {
        "noi_dung": row.text,
        "cap_xa": row.binding,
        "tin_cay": row.certainty,
        "khung": row.above.stated if row.above else "",
        "ke_hoach": [side.stated or side.text for side in row.below],
        "khac": list(row.messages),
    }


@dataclass(slots=True)
class _Item:
    """An item of a framework and what the plans make of it."""

    row: Row
    reached: int = 0
    below: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)

    def add(self, commune: str, row: Row) -> None:
        if row.verdict in _REACHED:
            self.reached += 1
        elif row.verdict in _BELOW:
            stated = "; ".join(side.stated for side in row.below if side.stated)
            self.below.append(f"{commune} ({stated})" if stated else commune)
        elif row.verdict is Verdict.MISSING:
            self.missing.append(commune)
        elif row.verdict is Verdict.DOUBTFUL:
            self.doubtful.append(commune)


def _items(many: Sequence[Rows]) -> list[dict[str, Any]]:
    """Return the items that bind a commune, in the order of the frameworks."""
    found: dict[tuple[str, str], _Item] = {}
    for rows in many:
        for row in rows.rows:
            if row.above and row.binds:
                key = rows.framework, row.code
                found.setdefault(key, _Item(row)).add(rows.commune, row)
    return [
        {
            "noi_dung": item.row.text,
            "khung": item.row.above.stated if item.row.above else "",
            "dat": item.reached,
            "thap_hon": _named(item.below),
            "thieu": _named(item.missing),
            "chua_ro": _named(item.doubtful),
        }
        for item in found.values()
    ]


def _named(communes: list[str]) -> str:
    if not communes:
        return ""
    rest = len(communes) - _NAMED
    names = "; ".join(communes[:_NAMED]) + (f" và {rest} nơi khác" if rest > 0 else "")
    return f"{len(communes)}: {names}"
