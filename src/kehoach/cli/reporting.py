"""What ``kehoach render --report`` does: reports of plans and what is drawn from them."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import typer

from kehoach.cli import exits
from kehoach.cli.failing import report_unusable
from kehoach.cli.files import expand
from kehoach.cli.report_reading import Terms, read_report, read_terms
from kehoach.document import TemplateFault
from kehoach.language.fold import strip_marks
from kehoach.output.office import OfficeError
from kehoach.output.writing import WriteError, write_beside
from kehoach.reporting.gaps import find_gaps
from kehoach.reporting.report import Report
from kehoach.source.place import SourceError

_PAGED = ("docx", "pdf")
"""Formats with pages that a picture can be made of."""
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Request:
    """The options of the command as they were given.

    ``check`` lists what is missing instead of writing; ``slips`` writes task slips, ``summary``
    one report over all plans; ``preview`` adds a picture of each page.
    """

    plans: tuple[Path, ...]
    folder: Path
    period: str
    format: str
    preview: bool
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
        terms = read_terms(request.period, request.config)
        files = list(expand(request.plans))
        out = _Out(request)
        _warn_if_open(request, terms)
        if request.summary:
            status = _summarize(request, files, terms, out)
        else:
            status = max([_report(request, file, terms, out, named=n) for file, n in files])
        out.draw_pages()
    except SourceError as error:
        return report_unusable(error)
    except (MisuseError, ValueError, TemplateFault, WriteError, OfficeError) as error:
        typer.echo(f"kehoach: {error}", err=True)
        return exits.UNUSABLE
    return max(status, out.status)


def _refuse_misuse(request: Request) -> None:
    if not request.period:
        raise MisuseError("--report cần --period, ví dụ --period 2025-10")
    if sum((request.check, request.slips, request.summary)) > 1:
        raise MisuseError("--check, --slips, --summary không dùng cùng nhau")
    if request.slips and request.format not in _PAGED:
        raise MisuseError("--slips chỉ có dạng docx, pdf")
    if request.summary and request.format not in {*_PAGED, "xlsx"}:
        raise MisuseError("--summary chỉ có dạng docx, pdf, xlsx")
    if request.preview and (request.check or request.format not in _PAGED):
        raise MisuseError("--preview chỉ dùng với dạng docx, pdf, không dùng với --check")


def _warn_if_open(request: Request, terms: Terms) -> None:
    """Say that the report may still change, where notes for its period still count."""
    known = max(window.known for window in terms.windows.values())
    if dt.datetime.now().astimezone().date() <= known:
        said = f"kỳ {request.period} chưa chốt: mục ghi đến hết ngày {known:%d/%m/%Y} còn được tính"
        typer.echo(said, err=True)


class _Out:
    """Writes documents, each name once; pages are drawn together at the end."""

    def __init__(self, request: Request) -> None:
        self.folder = request.folder
        self.pdf = request.format == "pdf"
        self.preview = request.preview
        self.status = 0
        self._written: set[str] = set()
        self._to_draw: list[tuple[Path, bytes]] = []
        if self.pdf or self.preview:
            from kehoach.cli.paging import check_programs  # noqa: PLC0415  few need it

            check_programs(preview=self.preview)

    def put(self, name: str, data: bytes, *, of: str) -> None:
        """Write *data* as the file *name* in the folder; for PDF, keep it to be drawn.

        A name that was there before is refused, and told to be *of* another plan.
        """
        target = self.folder / name
        if str(target).casefold() in self._written:
            typer.echo(
                f"kehoach: {target.as_posix()} đã là của kế hoạch khác, bỏ qua {of}", err=True
            )
            self.status = exits.UNUSABLE
            return
        self._written.add(str(target).casefold())
        if not self.pdf:
            write_beside(target, data)
            typer.echo(f"đã ghi {target.as_posix()}")
        if self.pdf or self.preview:
            self._to_draw.append((target, data))

    def draw_pages(self) -> None:
        """Turn what was kept into PDF files and pictures; raises `OfficeError`."""
        if not self._to_draw:
            return
        from kehoach.cli.paging import page_documents  # noqa: PLC0415  few need it

        results = page_documents(self._to_draw, pdf=self.pdf, preview=self.preview)
        for target, problems in results:
            for line in problems:
                typer.echo(line, err=True)
                self.status = exits.UNUSABLE
            if not problems:
                what = "" if self.pdf else "ảnh từng trang của "
                typer.echo(f"đã ghi {what}{target.as_posix()}")


def _report(request: Request, file: Path, terms: Terms, out: _Out, *, named: bool) -> int:
    """Write what is asked of one plan and return the exit status; other plans go on."""
    try:
        report = read_report(file, named=named, windows=terms.windows, settings=terms.settings)
        if report is None:
            return 0
        if request.check:
            return _list_gaps(file, report)
        outputs = list(_outputs(request, report, terms.project))
        for name, data in outputs:
            out.put(f"{file.stem}-{name}", data, of=file.as_posix())
    except SourceError as error:
        return report_unusable(error)
    except (TemplateFault, WriteError) as error:
        typer.echo(f"kehoach: {error}", err=True)
        return exits.UNUSABLE
    if not outputs:
        said = "không có phiếu nào: không đơn vị chủ trì nào được nêu tên mà còn việc"
        typer.echo(f"{file.as_posix()}: {said}", err=True)
    if missing := len(find_gaps(report)):
        typer.echo(f"{file.as_posix()}: còn thiếu {missing} điều, kê bằng --check", err=True)
    return 0


def _list_gaps(file: Path, report: Report) -> int:
    gaps = find_gaps(report)
    for gap in gaps:
        typer.echo(f"{file.as_posix()}: {f'{gap.code}: ' if gap.code else ''}{gap.message}")
    if not gaps:
        typer.echo(f"{file.as_posix()}: đủ để báo cáo kỳ {report.window.name}")
    return exits.FOUND if gaps else 0


def _outputs(request: Request, report: Report, project: Path) -> Iterator[tuple[str, bytes]]:
    """Yield what is to be written: the end of a file's name, and its bytes."""
    name = report.window.name
    ending = request.format
    if request.slips:
        from kehoach.output.status_report.slips import slips  # noqa: PLC0415  one of several

        for number, (unit, data) in enumerate(slips(report, project), 1):
            yield f"phieu-{name}-{number}-{_for_name(unit)}.{ending}", data
    elif ending == "xlsx":
        from kehoach.output.status_report.xlsx import report_xlsx  # noqa: PLC0415  the same

        yield f"bao-cao-{name}.xlsx", report_xlsx(report)
    elif ending == "ics":
        from kehoach.output.status_report.ics import report_ics  # noqa: PLC0415  the same

        yield f"thoi-han-{name}.ics", report_ics(report)
    else:
        from kehoach.output.status_report import docx  # noqa: PLC0415  the same

        write = {"html": docx.report_html, "txt": docx.report_text}.get(ending, docx.report_docx)
        yield f"bao-cao-{name}.{ending}", write(report, project)


def _for_name(unit: str) -> str:
    return _NOT_IN_NAMES.sub("-", strip_marks(unit)).strip("-")


def _summarize(request: Request, files: list[tuple[Path, bool]], terms: Terms, out: _Out) -> int:
    from kehoach.cli.summarizing import summarize  # noqa: PLC0415  one of several

    data, status = summarize(files, request.format, terms)
    if data is not None:
        out.put(f"tong-hop-{terms.windows['nd30'].name}.{request.format}", data, of="")
    return status
