"""Comparisons written to a file: a page, a workbook, a document."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from kehoach.model.plan import DocumentInfo
from kehoach.model.reading import PLAN_SCHEMA, read_plan, schema_of
from kehoach.output.comparison.rows import Rows
from kehoach.output.writing import write_beside
from kehoach.source.resources import project_root
from kehoach.source.tree import load

NAME = "so-sanh"


def write_comparison(
    many: Iterable[Rows], files: Sequence[Path], ending: str, output: Path
) -> Path:
    """Write what was compared of *files* as ``html``, ``xlsx`` or ``docx`` and return the file.

    *output* is the file, or the folder in which it is named after the plan, or ``so-sanh`` for
    many. Raises `TemplateFault` and `WriteError`.
    """
    project = project_root(Path())
    if ending == "html":
        from kehoach.output.comparison.html import comparison_html  # noqa: PLC0415  only one runs

        data = comparison_html(many, project).encode("utf-8")
    elif ending == "xlsx":
        from kehoach.output.comparison.xlsx import comparison_xlsx  # noqa: PLC0415

        data = comparison_xlsx(many)
    else:
        from kehoach.output.comparison.docx import comparison_docx  # noqa: PLC0415

        issuer = _issuer(files[0]) if len(files) == 1 else None
        data = comparison_docx(many, project, issuer)
    file = output
    if output.suffix.lower() != f".{ending}":
        name = f"{files[0].stem}.{NAME}" if len(files) == 1 else NAME
        file = output / f"{name}.{ending}"
    write_beside(file, data)
    return file


def _issuer(file: Path) -> DocumentInfo | None:
    """Return who issued the plan *file*; a framework has no header of its own."""
    source = load(file)
    return read_plan(source).document if schema_of(source) == PLAN_SCHEMA else None
