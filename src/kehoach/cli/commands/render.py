"""``kehoach render``: the official document."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kehoach.cli import exits
from kehoach.cli.options import ConfigurationFile, Plans
from kehoach.cli.rendering import REPORTS_ONLY, Format

if TYPE_CHECKING:
    from kehoach.cli.rendering import Job, Rendered


def run(  # noqa: PLR0913  an option of the command is an argument
    *,
    plans: Plans,
    folder: Annotated[
        Path, typer.Option("-o", "--output", metavar="THƯ_MỤC", help="Nơi ghi tệp.")
    ] = Path(),
    report: Annotated[
        bool, typer.Option("--report", help="Báo cáo tiến độ của một kỳ; cần --period.")
    ] = False,
    period: Annotated[
        str,
        typer.Option(
            metavar="KỲ",
            help="2025-W42, 2025-10, 2025-Q4, 2025-H1 (6 tháng), 2025-9T (9 tháng), 2025.",
        ),
    ] = "",
    format_: Annotated[
        Format,
        typer.Option(
            "--format", metavar="DẠNG", help="docx, html, pdf; báo cáo có thêm xlsx, ics, txt."
        ),
    ] = Format.DOCX,
    preview: Annotated[
        bool,
        typer.Option("--preview", help="Ghi thêm ảnh PNG từng trang."),
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Với --report: chỉ kê những gì còn thiếu.")
    ] = False,
    slips: Annotated[
        bool, typer.Option("--slips", help="Với --report: phiếu giao việc của từng đơn vị.")
    ] = False,
    summary: Annotated[
        bool, typer.Option("--summary", help="Với --report: một báo cáo cho mọi kế hoạch.")
    ] = False,
    config: ConfigurationFile = None,
) -> int:
    """Kết xuất văn bản đúng thể thức: kế hoạch, hoặc báo cáo tiến độ của nó.

    plans/huong-phung.yaml thành THƯ_MỤC/huong-phung.docx, ảnh là huong-phung-trang-1.png, báo cáo
    là huong-phung-bao-cao-2025-10.docx. PDF cần LibreOffice, ảnh cần thêm poppler.

    Mã thoát: 0 đã ghi đủ, 1 --check thấy còn thiếu, 2 có tệp không dùng được hoặc không ghi được.
    """
    if report:
        from kehoach.cli.reporting import Request, write_reports  # noqa: PLC0415  few need it

        return write_reports(
            Request(
                tuple(plans), folder, period, format_.value, preview, check, slips, summary, config
            )
        )
    if period or check or slips or summary or format_ in REPORTS_ONLY:
        only = "--period, --check, --slips, --summary, --format xlsx, ics, txt"
        typer.echo(f"kehoach: {only} chỉ dùng với --report", err=True)
        return exits.UNUSABLE
    from kehoach.cli.failing import report_unusable  # noqa: PLC0415
    from kehoach.cli.files import expand  # noqa: PLC0415
    from kehoach.cli.rendering import clashing, name_targets  # noqa: PLC0415
    from kehoach.source.place import SourceError  # noqa: PLC0415
    from kehoach.source.resources import project_root  # noqa: PLC0415

    try:
        files = [file for file, _ in expand(plans)]
    except SourceError as error:
        return report_unusable(error)
    jobs = name_targets(files, folder, format_.value, project_root(Path()))
    clashes = clashing(jobs)
    for job, earlier in clashes.items():
        typer.echo(
            f"kehoach: {job.file.as_posix()} và {earlier.file.as_posix()} cùng ra "
            f"{job.target.as_posix()}; chỉ tệp nêu sau được kết xuất",
            err=True,
        )
    jobs = [job for job in jobs if job not in clashes]
    status = _write(jobs, format_, preview=preview)
    return exits.UNUSABLE if clashes else status


def _write(jobs: "list[Job]", format_: Format, *, preview: bool) -> int:
    from kehoach.cli.rendering import render_all  # noqa: PLC0415

    pdf = format_ is Format.PDF
    if not pdf and not preview:
        return _report(render_all(jobs), jobs)
    from kehoach.cli.paging import check_programs, page_all  # noqa: PLC0415
    from kehoach.output.office import OfficeError  # noqa: PLC0415

    try:
        check_programs(preview=preview)
        if pdf:
            return _report(page_all(jobs, pdf=True, preview=preview), jobs)
        status = _report(render_all(jobs), jobs)
        pages = page_all(jobs, pdf=False, preview=True)
        return status or _report(pages, jobs, "ảnh từng trang của ")
    except OfficeError as error:
        typer.echo(f"kehoach: {error}", err=True)
        return exits.UNUSABLE


def _report(results: "Iterator[Rendered]", jobs: "Sequence[Job]", what: str = "") -> int:
    """Say what came of each job, or of many how many were written; return the exit status."""
    from kehoach.cli.rendering import is_many  # noqa: PLC0415

    many = is_many(jobs)
    written = 0
    with typer.progressbar(
        results,
        length=len(jobs),
        label="Kết xuất",
        hidden=not many or not typer.get_text_stream("stderr").isatty(),
        file=typer.get_text_stream("stderr"),
    ) as bar:
        for result in bar:
            for line in result.problems:
                typer.echo(line, err=True)
            if not result.problems:
                written += 1
                if not many:
                    typer.echo(f"đã ghi {what}{result.job.target.as_posix()}")
    if many and written:
        typer.echo(f"đã ghi {what}{written} tệp vào {jobs[0].target.parent.as_posix()}")
    return 0 if written == len(jobs) else exits.UNUSABLE
