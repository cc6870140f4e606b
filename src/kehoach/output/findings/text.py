"""For people: each finding with its source line and a caret under it, one summary."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from kehoach.output.report import Report, Reported
from kehoach.rules.finding import Level
from kehoach.source.place import Place

LEVELS = {Level.ERROR: "lỗi", Level.WARNING: "cảnh báo", Level.NOTE: "ghi chú"}


def write(report: Report) -> Iterator[str]:
    """Yield every finding, then the summary."""
    yield from format_findings(report.findings)
    yield summarize(report)


def format_findings(findings: Iterable[Reported]) -> Iterator[str]:
    """Yield the lines of every finding."""
    for found in findings:
        yield f"{name_place(found)}: {LEVELS[found.level]} {found.code}: {found.message}"
        if found.line:
            yield from _frame(found.place, found.line)
        if found.related:
            yield from _frame(found.related.place, found.related.line, found.related.message)
        if found.origin:
            yield f"       | nguồn: {found.origin}"
        if found.help:
            yield f"       = {found.help}"


def name_place(found: Reported) -> str:
    """Return file, line and column, or file and paragraph."""
    if found.where:
        return f"{found.file}, {found.where}"
    return f"{found.file}:{found.place.line}:{found.place.column}"


def summarize(report: Report) -> str:
    """Return the last line: how many files, errors, warnings, notes, accepted findings."""
    counts = Counter(found.level for found in report.findings)
    parts = [f"{counts[level]} {word}" for level, word in LEVELS.items() if counts[level]]
    said = ", ".join(parts) or "không phát hiện gì"
    accepted = report.accepted_count
    extra = f" ({accepted} phát hiện đã được chấp nhận)" if accepted else ""
    safe = sum(found.fix == "safe" for found in report.findings)
    fixable = f"; {safe} chỗ sửa được bằng --fix" if safe else ""
    return f"{len(report.files)} tệp: {said}{extra}{fixable}"


def _frame(place: Place, text: str, words: str = "") -> Iterator[str]:
    line = text.expandtabs(1)
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line.rstrip())
    yield f"{place.line:>6} | {line}"
    caret = "^" * max(1, _width(line[start:end]))
    yield f"       | {' ' * _width(line[:start])}{caret} {words}".rstrip()


def _width(text: str) -> int:
    """Return how many terminal columns *text* takes: marks of NFD none, wide letters two."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
