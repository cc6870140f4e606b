"""What ``kehoach render --report`` does: plans and logs read, a report of each or of all."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import typer

from kehoach.cli import exits
from kehoach.cli.configuration import Configuration, read_configuration
from kehoach.cli.failing import report_unusable
from kehoach.cli.files import expand
from kehoach.cli.progress_settings import read_settings
from kehoach.cli.report_settings import chosen_scoring, read_rules, summary_issuer
from kehoach.document import TemplateFault
from kehoach.language.fold import strip_marks
from kehoach.model.holidays import calendar
from kehoach.model.reading import PLAN_SCHEMA, read_plan, schema_of
from kehoach.output.writing import WriteError, write_beside
from kehoach.progress.log import load_log, log_file
from kehoach.reporting.gaps import find_gaps
from kehoach.reporting.report import Report, make_report
from kehoach.reporting.rollup import Standing, make_rollup, make_standing
from kehoach.reporting.windows import Window, read_window
from kehoach.source.place import SourceError
from kehoach.source.resources import project_root
from kehoach.source.tree import load

FORMATS = ("docx", "html", "xlsx", "ics", "txt")
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Request:
    """The options of the command as they were given.

    ``check`` lists what is missing instead of writing; ``slips`` writes task slips, ``summary``
    one report over all plans.
    """

    plans: tuple[Path, ...]
    folder: Path
    period: str
    format: str
    check: bool
    slips: bool
    summary: bool
    config: Path | None = None


class MisuseError(Exception):
    """Options that do not go together; the message says what to write."""


def write_reports(request: Request) -> int:
    """Write what *request* asks for and return the exit status."""
    try:
        _refuse_misuse(request)
        reader = _Reader(request)
        files = list(expand(request.plans))
        if request.summary:
            reader.warn_if_open()
            return _write_summary(request, reader, files)
    except SourceError as error:
        return report_unusable(error)
    except (MisuseError, ValueError, TemplateFault, WriteError) as error:
        typer.echo(f"kehoach: {error}", err=True)
        return exits.UNUSABLE
    reader.warn_if_open()
    status = 0
    for file, named in files:
        try:
            if not named and not _is_plan(file):
                continue
            report = reader.read(file)
            if request.check:
                status = max(status, _list_gaps(file, report))
            else:
                _write(request, file, report, reader.project)
        except SourceError as error:
            status = report_unusable(error)
        except (TemplateFault, WriteError) as error:
            typer.echo(f"kehoach: {error}", err=True)
            status = exits.UNUSABLE
    return status


def _refuse_misuse(request: Request) -> None:
    if not request.period:
        raise MisuseError("--report cần --period, ví dụ --period 2025-10")
    if request.format not in FORMATS:
        raise MisuseError(f"với --report, --format phải là một trong: {', '.join(FORMATS)}")
    if sum((request.check, request.slips, request.summary)) > 1:
        raise MisuseError("--check, --slips, --summary không dùng cùng nhau")
    if (request.slips or request.summary) and request.format != "docx":
        raise MisuseError("--slips và --summary chỉ có dạng docx")


class _Reader:
    """Reads reports of one period by the settings of the project."""

    def __init__(self, request: Request) -> None:
        self.period = request.period
        self.project = project_root(Path())
        self.chosen: Configuration = read_configuration(Path(), request.config)
        self.settings = read_settings(Path(), request.config)
        self.windows: dict[str, Window] = {}
        self.window("nd30")  # what is wrong with the period is wrong for all

    def window(self, profile: str) -> Window:
        """Return the window of the period for plans in the form *profile*."""
        if profile not in self.windows:
            rules = read_rules(self.chosen, profile, calendar(self.project))
            self.windows[profile] = read_window(self.period, rules)
        return self.windows[profile]

    def warn_if_open(self) -> None:
        """Say that the report may still change, where notes for its period still count."""
        known = max(window.known for window in self.windows.values())
        if dt.datetime.now().astimezone().date() <= known:
            typer.echo(
                f"kỳ {self.period} chưa chốt: mục ghi đến hết ngày {known:%d/%m/%Y} còn được tính",
                err=True,
            )

    def read(self, file: Path, window: Window | None = None) -> Report:
        """Return the report of the plan *file*; raises `SourceError`.

        Without *window* it is that of the period for plans in its form.
        """
        plan = read_plan(load(file, file.as_posix()))
        log = load_log(log_file(file))
        window = window or self.window(plan.document.profile)
        return make_report(plan, log.entries, window, self.settings)


def _is_plan(file: Path) -> bool:
    """Tell whether *file*, found in a folder, is a plan; what cannot be read is left to reading."""
    try:
        return schema_of(load(file, file.as_posix())) == PLAN_SCHEMA
    except SourceError:
        return True


def _list_gaps(file: Path, report: Report) -> int:
    gaps = find_gaps(report)
    for gap in gaps:
        typer.echo(f"{file.as_posix()}: {f'{gap.code}: ' if gap.code else ''}{gap.message}")
    if not gaps:
        typer.echo(f"{file.as_posix()}: đủ để báo cáo kỳ {report.window.name}")
    return exits.FOUND if gaps else 0


def _write(request: Request, file: Path, report: Report, project: Path) -> None:
    for name, data in _outputs(request, report, project):
        target = request.folder / f"{file.stem}-{name}"
        write_beside(target, data)
        typer.echo(f"đã ghi {target.as_posix()}")
    if missing := len(find_gaps(report)):
        typer.echo(f"{file.as_posix()}: còn thiếu {missing} điều, kê bằng --check", err=True)


def _outputs(request: Request, report: Report, project: Path) -> Iterator[tuple[str, bytes]]:
    """Yield what is to be written: the end of a file's name, and its bytes."""
    name = report.window.name
    if request.slips:
        from kehoach.output.status_report.slips import slips  # noqa: PLC0415  one of several

        for number, (unit, data) in enumerate(slips(report, project), 1):
            yield f"phieu-{name}-{number}-{_for_name(unit)}.docx", data
    elif request.format == "xlsx":
        from kehoach.output.status_report.xlsx import report_xlsx  # noqa: PLC0415  the same

        yield f"bao-cao-{name}.xlsx", report_xlsx(report)
    elif request.format == "ics":
        from kehoach.output.status_report.ics import report_ics  # noqa: PLC0415  the same

        yield f"thoi-han-{name}.ics", report_ics(report)
    elif request.format == "html":
        from kehoach.output.status_report.docx import report_html  # noqa: PLC0415  the same

        yield f"bao-cao-{name}.html", report_html(report, project)
    elif request.format == "txt":
        from kehoach.output.status_report.docx import report_document  # noqa: PLC0415  the same
        from kehoach.output.status_report.text import document_text  # noqa: PLC0415  the same

        yield f"bao-cao-{name}.txt", document_text(report_document(report, project)).encode()
    else:
        from kehoach.output.status_report.docx import report_docx  # noqa: PLC0415  the same

        yield f"bao-cao-{name}.docx", report_docx(report, project)


def _for_name(unit: str) -> str:
    return _NOT_IN_NAMES.sub("-", strip_marks(unit)).strip("-")


def _write_summary(request: Request, reader: _Reader, files: list[tuple[Path, bool]]) -> int:
    from kehoach.output.status_report.rollup import rollup_docx  # noqa: PLC0415  one of several

    issuer = summary_issuer(reader.chosen)
    scoring = chosen_scoring(reader.chosen, reader.project)
    window = reader.window(issuer.profile)  # the same days for all, or figures cannot be added
    standings: list[Standing] = []
    status = 0
    for file, named in files:
        try:
            if named or _is_plan(file):
                standings.append(make_standing(reader.read(file, window)))
        except SourceError as error:
            status = report_unusable(error)
    if not standings:
        return status
    rollup = make_rollup(window, standings)
    target = request.folder / f"tong-hop-{rollup.window.name}.docx"
    write_beside(target, rollup_docx(rollup, issuer, scoring, reader.project))
    typer.echo(f"đã ghi {target.as_posix()}: {len(standings)} kế hoạch")
    return status
