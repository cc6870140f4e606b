"""Findings accepted once in a file of their own, keyed by fingerprint.

A project that takes kehoach up has findings in plans that are signed already. The file keeps each
with its reason; as a fingerprint does not hold lines, it stays valid when lines move, and when
the words it was given for change, the finding shows again.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kehoach.output.report import Report, Reported
from kehoach.output.writing import write_beside
from kehoach.rules.structural import STRUCTURAL
from kehoach.source.place import Fault, Place, SourceError


def accept(report: Report, file: Path, ran: Callable[[str], bool]) -> Report:
    """Return *report* without what *file* accepts, and with what *file* accepts for nothing.

    *ran* tells whether the rule of a code ran: an entry of another rule, or of a file that was not
    checked, is left alone. Raises `SourceError` where *file* cannot be read.
    """
    text, entries = _read(file)
    by_key = {(entry["tep"], entry["dau_vet"]): entry for entry in entries}
    standing: list[Reported] = []
    accepted: list[Reported] = []
    for found in report.findings:
        entry = by_key.pop((found.file, found.fingerprint), None)
        if entry is None:
            standing.append(found)
        else:
            accepted.append(found._replace(accepted=entry["ly_do"]))
    checked = set(report.files)
    standing += [
        _unused(file, text, entry)
        for entry in by_key.values()
        if entry["tep"] in checked and ran(entry["ma"])
    ]
    return report._replace(
        findings=tuple(standing),
        accepted=(*report.accepted, *accepted),
        accepted_count=report.accepted_count + len(accepted),
    )


def write_baseline(report: Report, file: Path, reason: str) -> int:
    """Write *file* anew with every finding of *report*, and return how many there are.

    Findings that *file* accepts already keep their reasons. Raises `SourceError` where a file
    stands there that is no such list, `WriteError` where it cannot be written.
    """
    old = {(e["tep"], e["dau_vet"]): e["ly_do"] for e in _read(file)[1]} if file.exists() else {}
    entries = [
        {
            "tep": found.file,
            "ma": found.code,
            "dau_vet": found.fingerprint,
            "ly_do": old.get((found.file, found.fingerprint), reason),
            "phat_hien": found.message,
        }
        for found in report.findings
    ]
    data = {"chap_nhan": 1, "muc": entries}
    write_beside(file, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())
    return len(entries)


def _read(file: Path) -> tuple[str, list[dict[str, Any]]]:
    try:
        text = file.read_text(encoding="utf-8-sig")
        entries = json.loads(text)["muc"]
        if not all(
            isinstance(e[k], str) for e in entries for k in ("tep", "ma", "dau_vet", "ly_do")
        ):
            raise TypeError  # noqa: TRY301  one sentence for all that is no such list
    except OSError as error:
        message = f"không đọc được danh sách chấp nhận: {error.strerror}"
        raise SourceError(file.as_posix(), (Fault("KH001", message),)) from None
    except (ValueError, TypeError, LookupError):
        fault = Fault(
            "KH001",
            "tệp không phải danh sách phát hiện được chấp nhận",
            "lập lại bằng kehoach validate --write-baseline",
        )
        raise SourceError(file.as_posix(), (fault,)) from None
    return text, entries


def _unused(file: Path, text: str, entry: dict[str, Any]) -> Reported:
    rule = STRUCTURAL["KH004"]
    offset = text.find(f'"{entry["dau_vet"]}"')
    line = text.count("\n", 0, offset) + 1
    start = offset - (text.rfind("\n", 0, offset) + 1) + 1
    message = f"không còn phát hiện {entry['ma']} này trong {entry['tep']}"
    return Reported(
        code=rule.code,
        name=rule.name,
        level=rule.level,
        file=file.as_posix(),
        path=(),
        place=Place(line, start, line, start + len(entry["dau_vet"]) + 2),
        message=message,
        help="bỏ mục này khỏi danh sách",
        fingerprint=rule.fingerprint((), f"{message} {entry['dau_vet']}"),
        line=text.splitlines()[line - 1],
    )
