"""Comparisons for programs: a list of items, each with both sides and both places."""

from typing import Any

from kehoach.compare.difference import Difference, Item
from kehoach.compare.verdict import Compared, Comparison
from kehoach.compare.versions import Versions
from kehoach.model.plan import Target
from kehoach.source.place import write_path
from kehoach.source.tree import SourceFile


def comparison_objects(
    comparison: Comparison, plan_file: SourceFile, framework_file: SourceFile
) -> list[dict[str, Any]]:
    """Return the objects of ``--format json``, one an item."""
    return [_object(item, comparison, plan_file, framework_file) for item in comparison.items]


def version_objects(
    versions: Versions, old_file: SourceFile, new_file: SourceFile
) -> list[dict[str, Any]]:
    """Return the objects of ``--format json`` for two states of a plan, one a change."""
    return [
        {
            **_item(change.new or change.old, versions.new.name, old_file.name),
            "verdict": change.verdict.value,
            "differences": [_difference(one, "bản trước") for one in change.differences],
            "above": _side(change.old, old_file) if change.old else None,
            "below": [_side(change.new, new_file)] if change.new else [],
        }
        for change in versions.changes
    ]


def _object(
    item: Compared, comparison: Comparison, plan_file: SourceFile, framework_file: SourceFile
) -> dict[str, Any]:
    above, terms = item.above, item.terms
    return {
        **_item(above or item.below[0], comparison.plan.name, comparison.framework.code),
        "verdict": item.verdict.value,
        "binding": terms.binding.value if terms else None,
        "certainty": terms.certainty if terms else None,
        "likeness": round(item.likeness, 1) or None,
        "differences": [_difference(difference, "khung") for difference in item.differences],
        "above": _side(above, framework_file) if above else None,
        "below": [_side(below, plan_file) for below in item.below],
    }


def _item(item: Item | None, plan: str, other: str) -> dict[str, Any]:
    """Return what every object begins with; what only a framework says is null."""
    return {
        "item": item and item.code,
        "kind": "chi_tieu" if isinstance(item, Target) else "nhiem_vu",
        "plan": plan,
        "other": other,
        "verdict": None,
        "binding": None,
        "certainty": None,
        "likeness": None,
    }


def _difference(difference: Difference, other: str) -> dict[str, str]:
    return {
        "code": difference.kind.code,
        "name": difference.kind.name,
        "direction": difference.kind.direction.value,
        "message": difference.message(other),
    }


def _side(item: Item, file: SourceFile) -> dict[str, Any]:
    place = file.place(item.path)
    target = item if isinstance(item, Target) else None
    return {
        "code": item.code,
        "text": item.content if isinstance(item, Target) else item.title,
        "figure": target and target.figure,
        "scope": target and target.scope,
        "deadline": item.deadline,
        "file": file.name,
        "path": write_path(item.path),
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
