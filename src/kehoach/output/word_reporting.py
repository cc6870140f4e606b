"""Findings of the official form of Word files turned into what is reported.

A Word file has no lines: ``line`` is the number of the paragraph, counted from 1 in reading order
with cells and text boxes, columns span the beginning of its text, the path is ``doan/12``.
"""

from kehoach.output.report import Reported
from kehoach.source.place import Place
from kehoach.thethuc.checking import FormatFinding


def report_format(found: FormatFinding, file: str) -> Reported:
    """Return *found* of *file* as it is reported."""
    page = f", trang {found.page}" if found.page else ""
    return Reported(
        code=found.rule.number,
        name=found.rule.name,
        level=found.level,
        file=file,
        path=("doan", found.paragraph),
        place=Place(found.paragraph, 1, found.paragraph, len(found.text) + 1),
        message=found.message,
        help=found.help,
        fingerprint=found.fingerprint,
        line=found.text,
        where=f"đoạn {found.paragraph}{page}",
        fixable=bool(found.edits),
    )
