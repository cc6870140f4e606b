"""A list of findings for other programs; its schema is ``kehoach schema phat-hien``."""

import json
from collections.abc import Iterator

from kehoach.output.report import Report


def write(report: Report) -> Iterator[str]:
    """Yield the list."""
    objects = [found.as_json() for found in report.findings]
    yield json.dumps(objects, ensure_ascii=False, indent=2)
