"""Comparisons written to a file: a page, a workbook, a document."""

from collections.abc import Sequence
from pathlib import Path

from kehoach.cli.comparing import Compared
from kehoach.output.comparison_rows import comparison_rows
from kehoach.output.writing import write_beside
from kehoach.source.resources import project_root

NAME = "so-sanh"


def write_comparison(compared: Sequence[Compared], ending: str, output: Path) -> Path:
    """Write *compared* as ``html``, ``xlsx`` or ``docx`` and return the file.

    *output* is the file, or the folder in which it is named after the plan, or ``so-sanh`` for
    many. Raises `TemplateFault` and `WriteError`.
    """
    rows = [comparison_rows(*one) for one in compared]
    project = project_root(Path())
    if ending == "html":
        from kehoach.output.comparison_html import comparison_html  # noqa: PLC0415  only one runs

        data = comparison_html(rows, project).encode("utf-8")
    elif ending == "xlsx":
        from kehoach.output.comparison_xlsx import comparison_xlsx  # noqa: PLC0415

        data = comparison_xlsx(rows)
    else:
        from kehoach.output.comparison_docx import comparison_docx  # noqa: PLC0415

        issuer = compared[0][0].plan.document if len(compared) == 1 else None
        data = comparison_docx(rows, project, issuer)
    file = output
    if output.suffix.lower() != f".{ending}":
        file = (
            output / f"{rows[0].plan}.{NAME}.{ending}"
            if len(rows) == 1
            else output / f"{NAME}.{ending}"
        )
    write_beside(file, data)
    return file
