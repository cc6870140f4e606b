"""What came of checking one file."""

from typing import NamedTuple

from kehoach.output.report import Reported


class FileResult(NamedTuple):
    """Findings on a file in the order of its lines, and those that the file itself accepts.

    Of the latter all formats but one show only how many they are, ``accepted_count``;
    ``accepted`` is None where they were not asked for.
    ``ours`` is False for a file that is neither plan nor framework, which matters only where
    someone named it; ``unreadable`` is set when the file could not be read at all.
    """

    file: str
    findings: tuple[Reported, ...]
    accepted: tuple[Reported, ...] | None = ()
    accepted_count: int = 0
    ours: bool = True
    unreadable: bool = False
