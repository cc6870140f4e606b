"""Findings of rules and faults of reading turned into what is reported, with places."""

from kehoach.importers.trace import Trace
from kehoach.output.report import Related, Repair, Reported
from kehoach.rules.finding import Finding, Fix, RuleFinding
from kehoach.rules.structural import STRUCTURAL
from kehoach.source.place import Fault, Place, SourceError
from kehoach.source.tree import SourceFile


def report_fault(file: str, fault: Fault, lines: list[str] | None = None) -> Reported:
    """Return a fault of reading as it is reported, with its line where *lines* are known."""
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
        line=_line(lines, fault.place) if lines else "",
    )


def report_error(error: SourceError) -> tuple[Reported, ...]:
    """Return every fault of *error* as it is reported."""
    return tuple(report_fault(error.file, fault) for fault in error.faults)


def report_finding(
    source: SourceFile,
    found: RuleFinding,
    lines: list[str],
    trace: Trace | None = None,
    accepted: str = "",
) -> Reported:
    """Return a finding of a rule with its place in *source*, whose lines are *lines*."""
    finding, rule = found.finding, found.rule
    place = source.place(finding.path, finding.stretch)
    related = None
    if finding.related is not None:
        second = source.place(finding.related)
        related = Related(second, _line(lines, second), finding.related_message)
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
        line=_line(lines, place),
        related=related,
        origin=trace.origin(finding.path) if trace else "",
        confidence=finding.confidence,
        repair=None if finding.fix is None else _repair(source, finding, finding.fix, place),
        accepted=accepted,
    )


def _line(lines: list[str], place: Place) -> str:
    return lines[place.line - 1] if place.line <= len(lines) else ""


def _repair(source: SourceFile, finding: Finding, fix: Fix, place: Place) -> Repair:
    """Return *fix* with places; most replace just what the finding points at, at *place*."""
    return Repair(
        fix.safe,
        tuple(
            (
                place
                if r.stretch == finding.stretch and r.path == finding.path
                else source.place(r.path, r.stretch),
                r.text,
            )
            for r in fix.replacements
        ),
    )
