"""One progress log checked beside its plan and against what the last commit had."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from kehoach.cli.progress_settings import read_settings
from kehoach.model.plan import Plan
from kehoach.model.reading import read_plan
from kehoach.output.report import Reported
from kehoach.output.reporting import report_fault
from kehoach.progress.checking import check_log, lost_entries
from kehoach.progress.log import Log, load_log, parse_log, plan_file
from kehoach.progress.timing import Settings
from kehoach.rules.selection import Selection
from kehoach.rules.structural import STRUCTURAL
from kehoach.source.place import Fault, SourceError
from kehoach.source.revision import load_revision
from kehoach.source.tree import load


def check_log_file(file: Path, selection: Selection) -> list[Reported]:
    """Check the log *file* by the rules of *selection*.

    Raises `SourceError` where the log, its plan or the settings cannot be read.
    """
    name = file.as_posix()
    log = load_log(file, name)
    faults = [*_lost(file, log), *check_log(log, _plan_of(file), _settings())]
    return [
        report_fault(name, fault, list(log.lines))
        for fault in faults
        if selection.covers(fault.code, STRUCTURAL[fault.code].name)
    ]


def _plan_of(log: Path) -> Plan:
    plan = plan_file(log)
    if not plan.is_file():
        message = f"không có kế hoạch {plan.as_posix()} của nhật ký này"
        fault = Fault("KH058", message, "đặt nhật ký cạnh kế hoạch, cùng tên")
        raise SourceError(log.as_posix(), (fault,))
    try:
        return read_plan(load(plan, plan.as_posix()))
    except SourceError:
        message = f"kế hoạch {plan.as_posix()} của nhật ký này không đọc được"
        fault = Fault("KH058", message, "sửa kế hoạch trước: kehoach validate")
        raise SourceError(log.as_posix(), (fault,)) from None


def _lost(file: Path, log: Log) -> Iterator[Fault]:
    """Yield the entries that the last commit has and the file has not."""
    try:
        before = load_revision(file, "HEAD").text
        yield from lost_entries(parse_log(before, log.name), log)
    except SourceError:
        return  # no repository, no such file in it, or what it holds is not to be read


@lru_cache
def _settings() -> Settings:
    return read_settings(Path())
