"""Findings written out: one format a file, registered by being there.

A format has ``write(report)``, which yields lines without their line breaks, and a docstring
whose first sentence says what it is for.
"""

import importlib
import pkgutil
from collections.abc import Iterator

from kehoach.output.report import Report


def formats() -> list[str]:
    """Return the names of all formats."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


def write_findings(report: Report, name: str) -> Iterator[str]:
    """Yield the lines of *report* in the format *name*, one of `formats`."""
    lines: Iterator[str] = importlib.import_module(f"{__name__}.{name}").write(report)
    return lines
