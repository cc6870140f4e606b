"""Findings for people: a line each, the source line under it with a caret, one summary."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from kehoach.output.report import Reported
from kehoach.rules.finding import Level

LEVELS = {Level.ERROR: "lỗi", Level.WARNING: "cảnh báo", Level.NOTE: "ghi chú"}


def format_findings(findings: Iterable[Reported]) -> Iterator[str]:
    """Yield the lines of every finding."""
    for found in findings:
        place = found.place
        where = f"{found.file}:{place.line}:{place.column}"
        yield f"{where}: {LEVELS[found.level]} {found.code}: {found.message}"
        if found.line:
            yield from _frame(found)
        if found.related:
            yield f"       | lần đầu ở dòng {found.related.line}"
        if found.origin:
            yield f"       | nguồn: {found.origin}"
        if found.help:
            yield f"       = {found.help}"


def summarize(findings: Iterable[Reported], files: int, accepted: int) -> str:
    """Return the last line: how many files, errors, warnings, notes, accepted findings."""
    counts = Counter(found.level for found in findings)
    parts = [f"{counts[level]} {word}" for level, word in LEVELS.items() if counts[level]]
    said = ", ".join(parts) or "không phát hiện gì"
    extra = f" ({accepted} phát hiện đã được chấp nhận)" if accepted else ""
    return f"{files} tệp: {said}{extra}"


def _frame(found: Reported) -> Iterator[str]:
    place, line = found.place, found.line.expandtabs(1)
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line.rstrip())
    yield f"{place.line:>6} | {line}"
    yield f"       | {' ' * _width(line[:start])}{'^' * max(1, _width(line[start:end]))}"


def _width(text: str) -> int:
    """Return how many terminal columns *text* takes: marks of NFD none, wide letters two."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
