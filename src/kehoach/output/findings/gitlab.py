"""The code quality report of GitLab, which shows findings in merge requests.

GitLab, "Code Quality", report format: an array of objects with unique fingerprints.
"""

import hashlib
import json
from collections.abc import Iterator

from kehoach.output.report import Report
from kehoach.rules.finding import Level

_SEVERITIES = {Level.ERROR: "critical", Level.WARNING: "major", Level.NOTE: "info"}


def write(report: Report) -> Iterator[str]:
    """Yield the array."""
    issues = [
        {
            "description": f"{found.message}; {found.help}" if found.help else found.message,
            "check_name": f"{found.code} {found.name}",
            "fingerprint": hashlib.sha256(
                f"{found.file}\0{found.fingerprint}".encode()
            ).hexdigest(),
            "severity": _SEVERITIES[found.level],
            "location": {
                "path": found.file,
                "lines": {"begin": found.place.line, "end": found.place.end_line},
            },
        }
        for found in report.findings
    ]
    yield json.dumps(issues, ensure_ascii=False, indent=2)
