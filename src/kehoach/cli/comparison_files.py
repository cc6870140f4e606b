"""Comparisons written to a file: a page, a workbook, a document."""

from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import cast

from kehoach.model.plan import DocumentInfo
from kehoach.model.reading import PLAN_SCHEMA, read_plan, schema_of
from kehoach.output.comparison.minutes import Minutes
from kehoach.output.comparison.rows import Rows
from kehoach.output.writing import write_beside
from kehoach.source.resources import project_root
from kehoach.source.tree import load

NAME = "so-sanh"


def write_comparison(
    many: Iterable[Rows | Minutes], files: Sequence[Path], ending: str, output: Path
) -> Path | None:
    """Write what was compared of *files* as ``html``, ``xlsx`` or ``docx`` and return the file.

    *many* are all of one kind; without any, nothing is written. *output* is the file, or the
    folder in which it is named after the plan, or ``so-sanh`` for many. Raises `TemplateFault` and
    `WriteError`.
    """
    plans = iter(many)
    first = next(plans, None)
    if first is None:
        return None
    whole = chain([first], plans)
    if isinstance(first, Minutes):
        data = _minutes_data(cast("Iterable[Minutes]", whole), files, ending)
    else:
        data = _rows_data(cast("Iterable[Rows]", whole), files, ending)
    file = output
    if output.suffix.lower() != f".{ending}":
        name = f"{files[0].stem}.{NAME}" if len(files) == 1 else NAME
        file = output / f"{name}.{ending}"
    write_beside(file, data)
    return file


def _rows_data(many: Iterable[Rows], files: Sequence[Path], ending: str) -> bytes:
    project = project_root(Path())
    if ending == "html":
        from kehoach.output.comparison.html import comparison_html  # noqa: PLC0415  only one runs

        return comparison_html(many, project).encode("utf-8")
    if ending == "xlsx":
        from kehoach.output.comparison.xlsx import comparison_xlsx  # noqa: PLC0415

        return comparison_xlsx(many)
    from kehoach.output.comparison.docx import comparison_docx  # noqa: PLC0415

    return comparison_docx(many, project, _issuer(files))


def _minutes_data(many: Iterable[Minutes], files: Sequence[Path], ending: str) -> bytes:
    project = project_root(Path())
    if ending == "html":
        from kehoach.output.comparison.minutes_html import minutes_html  # noqa: PLC0415

        return minutes_html(many, project).encode("utf-8")
    if ending == "xlsx":
        from kehoach.output.comparison.minutes_xlsx import minutes_xlsx  # noqa: PLC0415

        return minutes_xlsx(many)
    from kehoach.output.comparison.minutes_docx import minutes_docx  # noqa: PLC0415

    return minutes_docx(many, project, _issuer(files))


def _issuer(files: Sequence[Path]) -> DocumentInfo | None:
    """Return who issued the one plan that is compared; a framework has no header of its own."""
    if len(files) > 1 or not files[0].is_file():  # git may have it where the disk has not
        return None
    source = load(files[0])
    return read_plan(source).document if schema_of(source) == PLAN_SCHEMA else None
