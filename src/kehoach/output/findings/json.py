"""A list of findings for other programs; its schema is ``kehoach schema phat-hien``."""

import json
from collections.abc import Iterator

from kehoach.output.report import Report


def write(report: Report) -> Iterator[str]:
    """Yield the list."""
    # The encoder indents ten times slower than it writes; the objects hold plain values only.
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",\n    ", ": ")).encode
    objects = [f"  {{\n    {encode(found.as_json())[1:-1]}\n  }}" for found in report.findings]
    yield "[\n" + ",\n".join(objects) + "\n]" if objects else "[]"
