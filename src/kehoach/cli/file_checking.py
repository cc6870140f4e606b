"""One file checked as what it is: a plan, a framework, a log beside its plan, a Word file."""

from functools import lru_cache
from pathlib import Path

from kehoach.cli.files import is_log
from kehoach.cli.result import FileResult
from kehoach.importers.trace import read_trace
from kehoach.model.library import Library
from kehoach.model.reading import PLAN_SCHEMA, read_framework, read_plan, schema_of
from kehoach.output.report import Reported, tell_apart
from kehoach.output.reporting import report_error, report_finding
from kehoach.rules.checking import check_plan
from kehoach.rules.framework_checking import check_framework
from kehoach.rules.selection import Selection
from kehoach.source.place import SourceError
from kehoach.source.resources import project_root
from kehoach.source.tree import SourceFile, load
from kehoach.thethuc import WORD_ENDINGS


def check_file(
    file: Path, selection: Selection, profile: str = "", *, accepted: bool = True
) -> FileResult:
    """Check *file* by the rules of *selection*; what cannot be read is a finding.

    A Word file is held against the form *profile*, or that which it shows. Unless *accepted*, the
    findings that the file accepts are only counted.
    """
    if is_log(file):
        return _check_log(file, selection)
    if file.suffix.lower() in WORD_ENDINGS:
        return _check_word(file, selection, profile)
    return _check_yaml(file, selection, accepted=accepted)


def _check_yaml(file: Path, selection: Selection, *, accepted: bool) -> FileResult:
    name = file.as_posix()
    try:
        source = load(file, name)
    except SourceError as error:
        return _refused(name, error, ours=True)
    try:
        schema = schema_of(source)
    except SourceError as error:
        return _refused(name, error, ours=False)
    try:
        if schema == PLAN_SCHEMA:
            return _check_plan(file, source, selection, accepted=accepted)
        return _check_framework(source, selection)
    except SourceError as error:
        return _refused(name, error, ours=True)


def _check_word(file: Path, selection: Selection, profile: str) -> FileResult:
    # Reading Word files takes libraries that plans do without.
    from kehoach.output.word_reporting import report_format  # noqa: PLC0415
    from kehoach.thethuc.checking import check_docx  # noqa: PLC0415

    name = file.as_posix()
    try:
        found = check_docx(file, profile or None, name).findings
    except SourceError as error:
        return _refused(name, error, ours=True)
    chosen = [one for one in found if selection.covers(one.rule.number, one.rule.name)]
    return FileResult(name, tuple(tell_apart(report_format(one, name) for one in chosen)))


def _check_framework(source: SourceFile, selection: Selection) -> FileResult:
    lines = source.text.splitlines()
    found = check_framework(read_framework(source), _library().framework, selection)
    return FileResult(source.name, _in_order([report_finding(source, f, lines) for f in found]))


def _check_plan(
    file: Path, source: SourceFile, selection: Selection, *, accepted: bool
) -> FileResult:
    result = check_plan(read_plan(source), _library().framework, selection)
    lines = source.text.splitlines()
    trace = read_trace(file)
    found = [report_finding(source, one, lines, trace) for one in result.findings]
    count = len(result.accepted)
    if not accepted:
        return FileResult(source.name, _in_order(found), None, count)
    kept = [report_finding(source, one, lines, trace, reason) for one, reason in result.accepted]
    return FileResult(source.name, _in_order(found), _in_order(kept), count)


def _check_log(file: Path, selection: Selection) -> FileResult:
    # Judging progress takes calendars, measures and writing, which plans do without.
    from kehoach.cli.log_checking import check_log_file  # noqa: PLC0415

    name = file.as_posix()
    try:
        return FileResult(name, _in_order(check_log_file(file, selection)))
    except SourceError as error:
        return _refused(name, error, ours=True)


def _in_order(found: list[Reported]) -> tuple[Reported, ...]:
    return tuple(tell_apart(sorted(found, key=lambda one: (one.place, one.code))))


@lru_cache
def _library() -> Library:
    return Library(project_root(Path()))


def _refused(name: str, error: SourceError, *, ours: bool) -> FileResult:
    unreadable = any(fault.code == "KH001" for fault in error.faults)
    return FileResult(name, report_error(error), ours=ours, unreadable=unreadable)
