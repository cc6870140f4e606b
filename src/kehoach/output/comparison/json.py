"""Comparisons for programs: a list of rows, each with both sides and both places."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kehoach.compare.marking import Mark
from kehoach.compare.sheet import ITEMS, Row, Sheet, Side
from kehoach.source.place import write_path


def write_sheets(sheets: Iterable[Sheet]) -> Iterator[str]:
    """Yield the text of ``--format json`` piece by piece: one list of the rows of all sheets."""
    before = "[\n"
    for sheet in sheets:
        for row in sheet.rows:
            yield before + json.dumps(row_object(row, sheet), ensure_ascii=False, indent=2)
            before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def row_object(row: Row, sheet: Sheet) -> dict[str, Any]:
    """Return the object of one row."""
    return {
        "item": row.item,
        "kind": row.kind,
        "plan": sheet.below.code,
        "commune": sheet.below.commune,
        "province": sheet.below.province,
        "other": sheet.above.file if sheet.versions else sheet.above.code,
        "verdict": row.verdict.value,
        "word": row.word,
        "binding": row.binding or None,
        "binds": row.binds,
        "certainty": row.certainty or None,
        "sources": list(row.sources),
        "how": row.how.value,
        "likeness": round(row.likeness, 1) or None,
        "sure": row.sure,
        "link": row.link or None,
        "accepted": row.accepted,
        "differences": [_mark(mark, sheet.other) for mark in row.marks],
        "above": row.above and _side(row.above, row),
        "below": [_side(side, row) for side in row.below],
        "other_side": row.other and _side(row.other, row),
    }


def _mark(mark: Mark, other: str) -> dict[str, Any]:
    difference, accepted = mark.difference, mark.accepted
    return {
        "code": difference.kind.code,
        "name": difference.kind.name,
        "direction": difference.kind.direction.value,
        "message": difference.message(other),
        "ours": difference.ours,
        "theirs": difference.theirs,
        "fingerprint": mark.fingerprint,
        "accepted": accepted
        and {
            "reason": accepted.acceptance.reason,
            "text": accepted.acceptance.text,
            "suspect": accepted.suspect,
        },
    }


def _side(side: Side, row: Row) -> dict[str, Any]:
    place = side.place
    target = row.kind == "chi_tieu"
    return {
        "code": side.code,
        "text": side.text,
        "figure": side.figure if target else None,
        "scope": side.scope if target else None,
        "deadline": side.deadline if row.kind in ITEMS else "",
        "leads": list(side.leads),
        "deliverable": side.deliverable,
        "heading": side.heading,
        "file": side.file,
        "path": write_path(side.path),
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
