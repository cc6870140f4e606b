"""Findings of the official form of Word files, as objects of ``--format json`` and as text.

The object has the keys of every other finding: ``line`` is the number of the paragraph, counted
from 1 in reading order with cells and text boxes, ``path`` is ``doan/12``, columns span the text.
"""

from collections.abc import Iterable, Iterator

from kehoach.output.findings_text import LEVELS
from kehoach.thethuc.checking import FormatFinding


def word_json(finding: FormatFinding, file: str) -> dict[str, str | int]:
    """Return *finding* of *file* as the object of ``--format json``."""
    return {
        "code": finding.rule.number,
        "name": finding.rule.name,
        "level": finding.level.value,
        "file": file,
        "path": f"doan/{finding.paragraph}",
        "line": finding.paragraph,
        "column": 1,
        "end_line": finding.paragraph,
        "end_column": len(finding.text) + 1,
        "message": finding.message,
        "help": finding.help,
        "fingerprint": finding.fingerprint,
        "origin": "",
    }


def word_lines(findings: Iterable[FormatFinding], file: str) -> Iterator[str]:
    """Yield the lines of every finding of *file*, for people."""
    for finding in findings:
        page = f", trang {finding.page}" if finding.page else ""
        text = f" “{finding.text}”" if finding.text else ""
        level = LEVELS[finding.level]
        yield f"{file}: đoạn {finding.paragraph}{page}{text}:"
        yield f"       {level} {finding.rule.number}: {finding.message}"
        yield f"       = {finding.help}"
