"""JUnit's XML, which most CI systems read as test results: a suite a file, a case a finding."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from kehoach.output.findings.text import LEVELS
from kehoach.output.report import Report, Reported
from kehoach.rules.finding import Level


def write(report: Report) -> Iterator[str]:
    """Yield the document; a file without findings is one case that passed.

    Notes are cases that passed with a word to the reader, as they ask for nothing.
    """
    by_file: dict[str, list[Reported]] = {file: [] for file in report.files}
    for found in report.findings:
        by_file.setdefault(found.file, []).append(found)
    failures = sum(found.level is not Level.NOTE for found in report.findings)
    cases = sum(len(found) or 1 for found in by_file.values())
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<testsuites name="kehoach" tests="{cases}" failures="{failures}">'
    for file, findings in by_file.items():
        failed = sum(found.level is not Level.NOTE for found in findings)
        tests = len(findings) or 1
        yield f'  <testsuite name={_quoted(file)} tests="{tests}" failures="{failed}">'
        for found in findings:
            yield from _case(found)
        if not findings:
            yield f'    <testcase name={_quoted(file)} classname="kehoach"/>'
        yield "  </testsuite>"
    yield "</testsuites>"


def _case(found: Reported) -> Iterator[str]:
    name = f"{found.code} {found.name} {found.place.line}:{found.place.column}"
    words = f"{found.file}:{found.place.line}:{found.place.column}: {found.message}"
    if found.help:
        words += f"\n{found.help}"
    yield f'    <testcase name={_quoted(name)} classname="kehoach" file={_quoted(found.file)}>'
    if found.level is Level.NOTE:
        yield f"      <system-out>{_text(words)}</system-out>"
    else:
        kind = _quoted(LEVELS[found.level])
        message = _quoted(found.message)
        yield f"      <failure type={kind} message={message}>{_text(words)}</failure>"
    yield "    </testcase>"


def _quoted(text: str) -> str:
    return quoteattr(_printable(text), {"\n": "&#10;"})


def _text(text: str) -> str:
    return escape(_printable(text))


def _printable(text: str) -> str:
    """Return *text* without the characters that XML 1.0 does not allow."""
    return "".join(
        c
        for c in text
        if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff" and not "\ud800" <= c <= "\udfff")
    )
