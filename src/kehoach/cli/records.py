"""Results as bytes: what other processes hand over and what the cache keeps.

JSON of lists: it may come from a shared folder, so that reading it must not be able to do harm, and
lists of plain values are read many times faster than objects are pickled.
"""

import json
import zlib
from binascii import a2b_base64, b2a_base64
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from kehoach.cli.result import FileResult
from kehoach.output.report import Later, Related, Repair, Reported
from kehoach.rules.finding import Level
from kehoach.source.place import Path, Place, read_path, write_path

_LEVELS = {level.value: level for level in Level}


def encode(result: FileResult) -> bytes:
    """Return *result* without the name of its file, in one line.

    Behind a tab, which JSON does not leave in a text, is what the file accepts, made small: often
    ten times as much as the rest, which few look at.
    """
    shown = [
        [_record(found) for found in result.findings],
        result.ours,
        result.unreadable,
        len(result.accepted),
    ]
    accepted = _json([_record(found) for found in result.accepted])
    return _json(shown) + b"\t" + b2a_base64(zlib.compress(accepted, level=1), newline=False)


def decode(file: str, data: bytes) -> FileResult:
    """Return the result for *file* that `encode` wrote.

    Raises ValueError, LookupError or TypeError for what it did not write.
    """
    shown, _, rest = data.partition(b"\t")
    findings, ours, unreadable, count = json.loads(shown)

    def accepted() -> Iterator[Reported]:
        for record in json.loads(zlib.decompress(a2b_base64(rest))):
            yield _reported(file, record)

    found = tuple(_reported(file, record) for record in findings)
    return FileResult(file, found, Later(count, accepted), ours, unreadable)


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
