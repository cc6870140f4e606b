"""Plans rendered, several at once; one that cannot be rendered does not stop the others."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from kehoach.cli import collect_seldom

_MANY = 48
"""From so many files on it pays to start other processes."""
_AT_ONCE = 8


class Format(StrEnum):
    """What a document is written as; the value is the ending of its file."""

    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"
    XLSX = "xlsx"
    ICS = "ics"
    TXT = "txt"


REPORTS_ONLY = frozenset({Format.XLSX, Format.ICS, Format.TXT})
"""Formats that only reports have."""


@dataclass(frozen=True, slots=True)
class Job:
    """A plan to render: its file, where the document goes, whose templates are used."""

    file: Path
    target: Path
    project: Path


@dataclass(frozen=True, slots=True)
class Rendered:
    """What came of a job: the lines that say what is wrong, none where the document is written."""

    job: Job
    problems: tuple[str, ...]


def name_targets(files: Iterable[Path], folder: Path, ending: str, project: Path) -> list[Job]:
    """Return a job for each of *files*, its document in *folder* and named after the plan."""
    return [Job(file, folder / f"{file.stem}.{ending}", project) for file in files]


def clashing(jobs: Iterable[Job]) -> dict[Job, Job]:
    """Return the jobs whose document would replace that of an earlier one, with that one.

    Capitals make no difference to the names of files on many machines.
    """
    first: dict[str, Job] = {}
    clashes = {}
    for job in jobs:
        earlier = first.setdefault(str(job.target).casefold(), job)
        if earlier is not job:
            clashes[job] = earlier
    return clashes


def is_many(jobs: Sequence[Job]) -> bool:
    """Tell whether *jobs* are more than anyone reads line by line."""
    return len(jobs) >= _MANY


def render_all(jobs: Sequence[Job]) -> Iterator[Rendered]:
    """Render *jobs* and yield what came of each, in order; by several processes if many."""
    processes = min(os.cpu_count() or 1, len(jobs) // _AT_ONCE)
    if not is_many(jobs) or processes == 1:
        yield from map(render, jobs)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  for many files only

    with ProcessPoolExecutor(processes, initializer=collect_seldom) as pool:
        # The processes are forked with what the first plan loaded and compiled.
        yield render(jobs[0])
        yield from pool.map(render, jobs[1:], chunksize=_AT_ONCE)


def render(job: Job) -> Rendered:
    """Render one plan as DOCX or HTML, by the ending of its target."""
    from kehoach.document import TemplateFault, render_docx, render_html  # noqa: PLC0415  heavy
    from kehoach.model.reading import read_plan  # noqa: PLC0415  heavy
    from kehoach.output.findings.text import format_findings  # noqa: PLC0415  heavy
    from kehoach.output.reporting import report_error  # noqa: PLC0415  heavy
    from kehoach.output.writing import WriteError, write_beside  # noqa: PLC0415  heavy
    from kehoach.source.collecting import uncollected  # noqa: PLC0415  heavy
    from kehoach.source.place import SourceError  # noqa: PLC0415  heavy
    from kehoach.source.tree import load  # noqa: PLC0415  heavy

    write = render_html if job.target.suffix == f".{Format.HTML}" else render_docx
    try:
        with uncollected():
            data = write(read_plan(load(job.file, job.file.as_posix())), job.project)
        write_beside(job.target, data)
    except SourceError as error:
        return Rendered(job, tuple(format_findings(report_error(error))))
    except (TemplateFault, WriteError) as error:
        return Rendered(job, (f"kehoach: {error}",))
    return Rendered(job, ())
