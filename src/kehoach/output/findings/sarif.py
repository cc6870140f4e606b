"""SARIF 2.1.0, which code scanning services and editors read.

OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0". Accepted findings are
results with a suppression, so that their reasons are kept.
"""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import kehoach
from kehoach.output.report import Repair, Report, Reported
from kehoach.rules.catalogue import Entry, entries
from kehoach.source.place import Place

if TYPE_CHECKING:
    from kehoach.thethuc.registry import FormatRule

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def write(report: Report) -> Iterator[str]:
    """Yield the log, one run."""
    rules = [*map(_rule, entries())]
    if any(one.where for one in report.findings):
        from kehoach.thethuc.registry import all_format_rules  # noqa: PLC0415  for Word files only

        rules += map(_format_rule, all_format_rules())
    index = {rule["id"]: i for i, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "kehoach",
                "version": kehoach.__version__,
                "language": "vi-VN",
                "rules": rules,
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, index) for one in (*report.findings, *report.accepted)],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(log, ensure_ascii=False, indent=2)


def _rule(entry: Entry) -> dict[str, Any]:
    text = entry.text.replace("``", "")
    return {
        "id": entry.rule.code,
        "name": entry.rule.name,
        "shortDescription": {"text": entry.summary},
        "fullDescription": {"text": f"{entry.summary}\n\n{text}".strip()},
        "help": {"text": text or entry.summary},
        "defaultConfiguration": {"level": entry.rule.level.value},
    }


def _format_rule(rule: "FormatRule") -> dict[str, Any]:
    return {
        "id": rule.number,
        "name": rule.name,
        "shortDescription": {"text": rule.words},
        "help": {"text": rule.clause or "thông lệ"},
        "defaultConfiguration": {"level": rule.level.value},
    }


def _result(found: Reported, index: dict[str, int]) -> dict[str, Any]:
    words = f"{found.message}; {found.help}" if found.help else found.message
    result: dict[str, Any] = {
        "ruleId": found.code,
        "level": found.level.value,
        "message": {"text": words},
        "locations": [{"physicalLocation": _location(found.file, found.place, found.line)}],
        "partialFingerprints": {"kehoach/v1": found.fingerprint},
        "rank": round(found.confidence * 100, 1),
    }
    if found.code in index:
        result["ruleIndex"] = index[found.code]
    if found.related:
        place = _location(found.file, found.related.place, found.related.line)
        message = {"text": found.related.message}
        result["relatedLocations"] = [{"id": 0, "physicalLocation": place, "message": message}]
    if found.repair:
        result["fixes"] = [_fix(found.file, found.repair)]
    if found.accepted:
        result["suppressions"] = [{"kind": "external", "justification": found.accepted}]
    return result


def _location(file: str, place: Place, line: str) -> dict[str, Any]:
    region = _region(place)
    if line:
        region["snippet"] = {"text": line}
    return {"artifactLocation": _artifact(file), "region": region}


def _fix(file: str, repair: Repair) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(place), "insertedContent": {"text": text}}
        for place, text in repair.edits
    ]
    words = "sửa không đổi nội dung" if repair.safe else "sửa có thể đổi nội dung"
    changes = [{"artifactLocation": _artifact(file), "replacements": replacements}]
    return {"description": {"text": words}, "artifactChanges": changes}


def _artifact(file: str) -> dict[str, str]:
    return {"uri": quote(file, safe="/:")}


def _region(place: Place) -> dict[str, Any]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
