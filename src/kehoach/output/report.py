"""What is reported of files that were checked: findings with their places."""

from dataclasses import dataclass

from kehoach.importers.trace import Trace
from kehoach.rules.finding import Level, RuleFinding
from kehoach.rules.structural import STRUCTURAL
from kehoach.source.place import Fault, Path, Place, SourceError, write_path
from kehoach.source.tree import SourceFile


@dataclass(frozen=True, slots=True)
class Reported:
    """A finding as people and programs see it.

    ``line`` holds the text of the first line of the place, empty where the file cannot be read.
    ``origin`` says where the value stands in the file that the plan was brought in from.
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
    related: Place | None = None
    origin: str = ""

    def as_json(self) -> dict[str, str | int]:
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
        }


def report_fault(file: str, fault: Fault) -> Reported:
    """Return a fault of reading as it is reported."""
    rule = STRUCTURAL[fault.code]
    return Reported(
        code=rule.code,
        name=rule.name,
        level=rule.level,
        file=file,
        path=fault.path,
        place=fault.place,
        message=fault.message,
        help=fault.help,
        fingerprint=rule.fingerprint(fault.path, fault.message),
    )


def report_error(error: SourceError) -> tuple[Reported, ...]:
    """Return every fault of *error* as it is reported."""
    return tuple(report_fault(error.file, fault) for fault in error.faults)


def report_finding(
    source: SourceFile, found: RuleFinding, lines: list[str], trace: Trace | None = None
) -> Reported:
    """Return a finding of a rule with its place in *source*, whose lines are *lines*."""
    finding, rule = found.finding, found.rule
    place = source.place(finding.path, finding.stretch)
    return Reported(
        code=rule.code,
        name=rule.name,
        level=rule.level,
        file=source.name,
        path=finding.path,
        place=place,
        message=finding.message,
        help=finding.help,
        fingerprint=rule.fingerprint(finding.path, finding.message),
        line=lines[place.line - 1] if place.line <= len(lines) else "",
        related=None if finding.related is None else source.place(finding.related),
        origin=trace.origin(finding.path) if trace else "",
    )
