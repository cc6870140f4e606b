"""Files checked one after the other; one that cannot be read does not stop the others."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kehoach.cli.files import expand
from kehoach.importers.trace import read_trace
from kehoach.model.library import Library
from kehoach.model.reading import PLAN_SCHEMA, read_framework, read_plan, schema_of
from kehoach.output.report import Reported, report_error, report_finding
from kehoach.rules.checking import check_framework, check_plan
from kehoach.source.place import SourceError
from kehoach.source.resources import project_root
from kehoach.source.tree import SourceFile, load


@dataclass
class Checked:
    """What came of checking files; ``unreadable`` is set when one could not be read at all."""

    findings: list[Reported] = field(default_factory=list)
    files: int = 0
    accepted: int = 0
    unreadable: bool = False
    passed_over: list[str] = field(default_factory=list)


def check_files(paths: Iterable[Path]) -> Checked:
    """Check every plan and framework in *paths*."""
    library = Library(project_root(Path()))
    checked = Checked()
    files = expand(paths)
    while True:
        try:
            file, named = next(files)
            source = load(file, file.as_posix())
            if not named and not _is_ours(source):
                checked.passed_over.append(source.name)
                continue
            checked.files += 1
            _check(file, source, library, checked)
        except StopIteration:
            return checked
        except SourceError as error:
            checked.findings.extend(report_error(error))
            checked.unreadable |= any(fault.code == "KH001" for fault in error.faults)


def _is_ours(source: SourceFile) -> bool:
    try:
        schema_of(source)
    except SourceError:
        return False
    return True


def _check(file: Path, source: SourceFile, library: Library, checked: Checked) -> None:
    if schema_of(source) == PLAN_SCHEMA:
        result = check_plan(read_plan(source), library.framework)
        findings = result.findings
        checked.accepted += len(result.accepted)
    else:
        findings = check_framework(read_framework(source), library.framework)
    lines = source.text.splitlines()
    trace = read_trace(file)
    found = [report_finding(source, one, lines, trace) for one in findings]
    checked.findings.extend(sorted(found, key=lambda one: (one.place, one.code)))
