"""Results as bytes: what other processes hand over and what the cache keeps.

JSON of lists: it may come from a shared folder, so that reading it must not be able to do harm, and
lists of plain values are read many times faster than objects are pickled.
"""

import json
from functools import lru_cache
from typing import Any

from kehoach.cli.result import FileResult
from kehoach.output.report import Related, Repair, Reported
from kehoach.rules.finding import Level
from kehoach.source.place import Path, Place, read_path, write_path

_LEVELS = {level.value: level for level in Level}


def encode(result: FileResult) -> bytes:
    """Return *result* without the name of its file, in one line.

    Behind a tab, which JSON does not leave in a text, is what the file accepts, if it was asked
    for: often more than the rest, and few look at it.
    """
    shown = [
        [_record(found) for found in result.findings],
        result.ours,
        result.unreadable,
        result.accepted_count,
    ]
    if result.accepted is None:
        return _json(shown)
    return _json(shown) + b"\t" + _json([_record(found) for found in result.accepted])


def decode(file: str, data: bytes, *, accepted: bool) -> FileResult:
    """Return the result for *file* that `encode` wrote, with what the file accepts if *accepted*.

    Raises ValueError, LookupError or TypeError for what it did not write.
    """
    shown, _, rest = data.partition(b"\t")
    findings, ours, unreadable, count = json.loads(shown)
    found = tuple(_reported(file, record) for record in findings)
    kept = None
    if accepted:
        kept = tuple(_reported(file, record) for record in json.loads(rest))
    return FileResult(file, found, kept, count, ours, unreadable)


def _json(value: list[Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _record(found: Reported) -> list[Any]:
    related, repair = found.related, found.repair
    return [
        found.code,
        found.name,
        found.level.value,
        write_path(found.path),
        found.place,
        found.message,
        found.help,
        found.fingerprint,
        found.line,
        related and [related.place, related.line, related.message],
        found.origin,
        found.confidence,
        repair and [repair.safe, repair.edits],
        found.accepted,
        found.where,
        found.fixable,
    ]


def _reported(file: str, record: list[Any]) -> Reported:
    code, name, level, path, place, message, help_, fingerprint, line = record[:9]
    related, origin, confidence, repair, accepted, where, fixable = record[9:]
    if related:
        related = Related(Place(*related[0]), related[1], related[2])
    if repair:
        repair = Repair(repair[0], tuple((Place(*at), text) for at, text in repair[1]))
    return Reported(
        code,
        name,
        _LEVELS[level],
        file,
        _path(path),
        Place(*place),
        message,
        help_,
        fingerprint,
        line,
        related,
        origin,
        confidence,
        repair,
        accepted,
        where,
        fixable,
    )


@lru_cache(maxsize=65536)
def _path(text: str) -> Path:
    """Return a path; plans have many in common."""
    return read_path(text)
