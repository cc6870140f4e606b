"""What ``kehoach render --report --summary`` does: one report over many plans."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import typer

from kehoach.cli.failing import report_unusable
from kehoach.cli.report_reading import FORMS, Terms, read_report
from kehoach.cli.report_settings import chosen_scoring, summary_issuer
from kehoach.cli.spreading import spread
from kehoach.output.status_report.rollup import rollup_docx
from kehoach.output.status_report.rollup_xlsx import rollup_xlsx
from kehoach.progress.timing import Settings
from kehoach.reporting.rollup import Standing, make_rollup, make_standing
from kehoach.reporting.windows import Window
from kehoach.source.place import SourceError


def summarize(
    files: Sequence[tuple[Path, bool]], ending: str, terms: Terms
) -> tuple[bytes | None, int]:
    """Return the report over the plans in *files*, and the exit status.

    Each file comes with whether it was named; *ending* is ``xlsx`` for a workbook. What cannot be
    read is told and left out, and without any plan there is no report. Raises `SourceError` for
    settings that cannot be used.
    """
    issuer = summary_issuer(terms.chosen)
    scoring = chosen_scoring(terms.chosen, terms.project)
    window = terms.windows[issuer.profile]  # the same days for all, or figures cannot be added
    standings: list[Standing] = []
    status = 0
    for found in spread(partial(_standing, window=window, settings=terms.settings), files):
        if isinstance(found, SourceError):
            status = report_unusable(found)
        elif found is not None:
            standings.append(found)
    if not standings:
        return None, status
    rollup = make_rollup(window, standings)
    if ending == "xlsx":
        return rollup_xlsx(rollup, scoring), status
    if not issuer.name:
        said = "chưa có nơi tổng hợp; đặt issuer, symbol, place ở [report.summary] của kehoach.toml"
        typer.echo(said, err=True)
    return rollup_docx(rollup, issuer, scoring, terms.project), status


def _standing(
    given: tuple[Path, bool], window: Window, settings: Settings
) -> Standing | SourceError | None:
    file, named = given
    windows = dict.fromkeys(FORMS, window)
    try:
        report = read_report(file, named=named, windows=windows, settings=settings)
    except SourceError as error:
        return error
    return None if report is None else make_standing(file.as_posix(), report)
