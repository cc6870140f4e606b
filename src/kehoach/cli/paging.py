"""Documents as pages: PDF files and pictures, through programs that the machine may have."""

import tempfile
from collections.abc import Iterator, Sequence
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
            problems = one.problems or _keep(next(made), job.target, pdf=pdf, preview=preview)
            yield Rendered(job, tuple(problems))


def page_documents(
    documents: Sequence[tuple[Path, bytes]], *, pdf: bool, preview: bool
) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Do the same with *documents* that are drawn: the target and the bytes of a DOCX of each.

    Yields each target with what is wrong. Raises `OfficeError` as `page_all` does.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inner = [folder / f"{position}.docx" for position in range(len(documents))]
        for file, (_, data) in zip(inner, documents, strict=True):
            file.write_bytes(kept_for_office(data))
        made = to_pdf(inner, folder)
        for (target, _), file in zip(documents, made, strict=True):
            yield target, tuple(_keep(file, target, pdf=pdf, preview=preview))


def _keep(file: Path, target: Path, *, pdf: bool, preview: bool) -> Iterator[str]:
    """Put the PDF *file* and its pages where they belong; yield what is wrong."""
    files = [(file, target)] if pdf else []
    if preview:
        pages = to_png(file, file.parent)
        files += [(page, target.with_name(_page_name(page, file, target))) for page in pages]
    for made, place in files:
        try:
            write_beside(place, made.read_bytes())
        except WriteError as error:
            yield f"kehoach: {error}"


def _page_name(page: Path, file: Path, target: Path) -> str:
    return page.name.replace(file.stem, target.stem, 1)
