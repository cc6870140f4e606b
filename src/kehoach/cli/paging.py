"""Documents as pages: PDF files and pictures, through programs that the machine may have."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kehoach.cli.rendering import Job, Rendered, render_all
from kehoach.output.office import find_office, find_poppler, to_pdf, to_png
from kehoach.output.office_keeping import kept_for_office
from kehoach.output.writing import WriteError, write_beside


def check_programs(*, preview: bool) -> None:
    """Raise `OfficeError` where a program that is needed is missing."""
    find_office()
    if preview:
        find_poppler()


def page_all(jobs: Sequence[Job], *, pdf: bool, preview: bool) -> Iterator[Rendered]:
    """Write of each of *jobs* the PDF, or with *preview* a PNG of each page, or both.

    A picture is named after the target: ``huong-phung-trang-1.png``. Yields what came of each job,
    in order. Raises `OfficeError` where a program does not do its work.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # Names of the user's files may be anything; what LibreOffice gets are numbers.
        inner = [
            replace(job, target=folder / f"{position}.docx") for position, job in enumerate(jobs)
        ]
        drawn = list(render_all(inner))
        files = [one.job.target for one in drawn if not one.problems]
        for file in files:
            file.write_bytes(kept_for_office(file.read_bytes()))
        made = to_pdf(files, folder)
        for job, one in zip(jobs, drawn, strict=True):
            if one.problems:
                yield Rendered(job, one.problems)
                continue
            file = next(made)
            pages = [(file, job.target)] if pdf else []
            pages += _pictures(file, job) if preview else []
            yield Rendered(job, tuple(_moved(pages)))


def _pictures(pdf: Path, job: Job) -> list[tuple[Path, Path]]:
    pages = to_png(pdf, pdf.parent)
    return [
        (page, job.target.with_name(page.name.replace(pdf.stem, job.target.stem, 1)))
        for page in pages
    ]


def _moved(files: Iterable[tuple[Path, Path]]) -> Iterator[str]:
    """Put files where they belong; yield what is wrong."""
    for file, target in files:
        try:
            write_beside(target, file.read_bytes())
        except WriteError as error:
            yield f"kehoach: {error}"
