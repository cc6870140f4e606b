"""What ``kehoach status`` does: plans and logs read, worked out, shown."""

import datetime as dt
import shutil
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import typer

from kehoach.cli import exits
from kehoach.cli.configuration import read_configuration
from kehoach.cli.failing import report_unusable
from kehoach.cli.files import expand
from kehoach.cli.plan_loading import load_plan
from kehoach.cli.progress_settings import read_settings
from kehoach.cli.spreading import spread
from kehoach.language.day import show_day
from kehoach.output.status import formats, write_status
from kehoach.progress.board import Board, Row, make_row
from kehoach.progress.log import load_log, log_file
from kehoach.progress.proposing import read_day
from kehoach.progress.status import PlanStatus, work_out
from kehoach.progress.timing import Settings
from kehoach.progress.vocabularies import Vocabulary, read_vocabulary, vocabulary_codes
from kehoach.source.place import SourceError
from kehoach.source.resources import project_root


class MisuseError(Exception):
    """An option has a value that cannot be; the message says what to write."""


@dataclass(frozen=True, slots=True)
class Question:
    """The options of the command as they were given."""

    plans: tuple[Path, ...]
    as_of: str
    known: str
    within: int | None
    words: str
    output: str
    config: Path | None


@dataclass(frozen=True, slots=True)
class _View:
    """On which day, as known when, by which settings."""

    day: dt.date
    known: dt.date | None
    within: int
    settings: Settings


def show_status(question: Question) -> int:
    """Print what *question* asks for and return the exit status."""
    if question.output not in formats():
        words = ", ".join(formats())
        typer.echo(f"kehoach: giá trị của --format phải là một trong: {words}", err=True)
        return exits.UNUSABLE
    try:
        board, unreadable = _board(question)
    except SourceError as error:
        return report_unusable(error)
    except (MisuseError, ValueError) as error:
        typer.echo(f"kehoach: {error}", err=True)
        return exits.UNUSABLE
    if board is not None:
        if board.day > _today():
            said = f"ngày {show_day(board.day)} chưa tới: xét theo những gì đã ghi đến nay"
            typer.echo(said, err=True)
        for line in write_status(board, question.output, shutil.get_terminal_size().columns):
            typer.echo(line)
    return exits.UNUSABLE if unreadable else 0


def _board(question: Question) -> tuple[Board | None, bool]:
    if question.within is not None and question.within < 0:
        raise MisuseError("--within là số ngày, từ 0 trở lên")
    chosen = read_configuration(Path(), question.config).progress
    view = _View(
        read_day(question.as_of) if question.as_of else _today(),
        read_day(question.known) if question.known else None,
        chosen.soon_days if question.within is None else question.within,
        read_settings(Path(), question.config),
    )
    words = _words(question.words)
    files = list(expand(question.plans))
    if len(files) == 1:
        file, named = files[0]
        status = _status(file, view, named=named)
        if status is None:
            return None, False
        row = make_row(file.as_posix(), status, view.within)
        return Board(view.day, view.within, (row,), status, words), False
    rows: list[Row] = []
    unreadable = False
    for found in spread(partial(_row, view=view), files):
        if isinstance(found, SourceError):
            report_unusable(found)
            unreadable = True
        elif found is not None:
            rows.append(found)
    if not rows:
        return None, unreadable
    return Board(view.day, view.within, tuple(rows), None, words), unreadable


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def _words(code: str) -> Vocabulary | None:
    if not code:
        return None
    project = project_root(Path())
    words = read_vocabulary(code, project)
    if words is None:
        known = ", ".join(vocabulary_codes(project))
        raise MisuseError(f"không có bảng từ “{code}”; các bảng: {known}")
    return words


def _status(file: Path, view: _View, *, named: bool) -> PlanStatus | None:
    plan = load_plan(file, named=named)
    if plan is None:
        return None
    log = load_log(log_file(file))
    return work_out(plan, log.entries, view.day, view.settings, view.known)


def _row(given: tuple[Path, bool], view: _View) -> Row | SourceError | None:
    """Return the row of a file, what is wrong with it, or None where it is no plan."""
    file, named = given
    try:
        status = _status(file, view, named=named)
    except SourceError as error:
        return error
    return None if status is None else make_row(file.as_posix(), status, view.within)
