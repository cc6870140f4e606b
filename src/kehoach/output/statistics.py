"""How often each rule finds something."""

from collections import Counter
from collections.abc import Iterator

from kehoach.output.findings.text import LEVELS
from kehoach.output.report import Report


def count_findings(report: Report) -> Iterator[str]:
    """Yield a line for each rule that found something, the most frequent first."""
    counts = Counter((found.code, found.name, found.level) for found in report.findings)
    by_code = Counter(code for code, _ in {(f.code, f.file) for f in report.findings})
    safe = {found.code for found in report.findings if found.fix == "safe"}
    width = len(str(max(counts.values(), default=0)))
    for (code, name, level), count in sorted(counts.items(), key=lambda one: (-one[1], one[0])):
        fixable = ", sửa được bằng --fix" if code in safe else ""
        yield f"{count:>{width}}  {code}  {LEVELS[level]:<9}  {name} ({by_code[code]} tệp{fixable})"
