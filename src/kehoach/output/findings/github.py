"""Workflow commands of GitHub Actions, which show findings on the changed lines.

GitHub, "Workflow commands for GitHub Actions": ``::error file=…,line=…,col=…::message``.
"""

from collections.abc import Iterator

from kehoach.output.findings.text import summarize
from kehoach.output.report import Report, Reported
from kehoach.rules.finding import Level

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def write(report: Report) -> Iterator[str]:
    """Yield a command for each finding, then the summary as plain text."""
    for found in report.findings:
        properties = ",".join(f"{k}={_escape(v, _PROPERTY)}" for k, v in _properties(found))
        words = f"{found.message}\n{found.help}" if found.help else found.message
        yield f"::{_COMMANDS[found.level]} {properties}::{_escape(words, _DATA)}"
    yield summarize(report)


def _properties(found: Reported) -> Iterator[tuple[str, str]]:
    place = found.place
    yield "file", found.file
    yield "line", str(place.line)
    yield "endLine", str(place.end_line)
    # Columns are shown for a stretch of one line only.
    if place.line == place.end_line:
        yield "col", str(place.column)
        yield "endColumn", str(place.end_column)
    yield "title", f"{found.code} {found.name}"


def _escape(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)
