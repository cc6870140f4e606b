"""What is reported of files that were checked: findings with their places."""

from collections.abc import Iterable
from typing import NamedTuple

from kehoach.rules.finding import Level
from kehoach.source.place import Path, Place, write_path


class Related(NamedTuple):
    """A second place that explains a finding, with the text of its first line."""

    place: Place
    line: str
    message: str


class Repair(NamedTuple):
    """What mends a finding: for each place the text that comes there."""

    safe: bool
    edits: tuple[tuple[Place, str], ...]


class Reported(NamedTuple):
    """A finding as people and programs see it.

    ``line`` holds the text of the first line of the place, empty where the file cannot be read.
    ``origin`` says where the value stands in the file that the plan was brought in from.
    ``accepted`` is the reason with which the finding is accepted, empty where it stands.
    ``where`` words the place in a file that has no lines. ``fixable`` is set where ``--fix`` mends
    what no ``repair`` describes.
    """

    code: str
    name: str
    level: Level
    file: str
    path: Path
    place: Place
    message: str
    help: str
    fingerprint: str
    line: str = ""
    related: Related | None = None
    origin: str = ""
    confidence: float = 1.0
    repair: Repair | None = None
    accepted: str = ""
    where: str = ""
    fixable: bool = False

    @property
    def fix(self) -> str:
        """``safe`` where ``--fix`` mends it, ``unsafe`` where that takes ``--unsafe``, or empty."""
        if self.repair is not None:
            return "safe" if self.repair.safe else "unsafe"
        return "safe" if self.fixable else ""

    def as_json(self) -> dict[str, str | int | float]:
        """Return the object of ``--format json``."""
        return {
            "code": self.code,
            "name": self.name,
            "level": self.level.value,
            "file": self.file,
            "path": write_path(self.path),
            "line": self.place.line,
            "column": self.place.column,
            "end_line": self.place.end_line,
            "end_column": self.place.end_column,
            "message": self.message,
            "help": self.help,
            "fingerprint": self.fingerprint,
            "origin": self.origin,
            "confidence": self.confidence,
            "fix": self.fix,
        }


class Report(NamedTuple):
    """What came of checking files, in the order in which they were given.

    ``files`` are the names of all that were checked, ``accepted`` the findings that someone
    accepted with a reason, where they were asked for, ``accepted_count`` how many they are.
    """

    files: tuple[str, ...]
    findings: tuple[Reported, ...]
    accepted: tuple[Reported, ...] = ()
    accepted_count: int = 0


def tell_apart(findings: Iterable[Reported]) -> list[Reported]:
    """Return the *findings* of one file with fingerprints that are all different.

    The second of two findings with the same words under the same keys gets ``-2`` behind it.
    """
    seen: dict[str, int] = {}
    told: list[Reported] = []
    for found in findings:
        count = seen[found.fingerprint] = seen.get(found.fingerprint, 0) + 1
        if count > 1:
            told.append(found._replace(fingerprint=f"{found.fingerprint}-{count}"))
        else:
            told.append(found)
    return told
