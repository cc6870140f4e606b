"""One line a finding, for editors and for searching."""

from collections.abc import Iterator

from kehoach.output.findings.text import LEVELS, name_place, summarize
from kehoach.output.report import Report


def write(report: Report) -> Iterator[str]:
    """Yield every finding, then the summary."""
    for found in report.findings:
        yield f"{name_place(found)}: {LEVELS[found.level]} {found.code} {found.message}"
    yield summarize(report)
