"""What ``kehoach progress`` does: one entry, many from a table, or the list to choose from."""

import datetime as dt
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import typer

from kehoach.cli import exits
from kehoach.cli.asking import can_ask
from kehoach.cli.failing import report_unusable
from kehoach.cli.log_book import Book, tell_faults, word
from kehoach.cli.progress_settings import read_settings
from kehoach.model.reading import read_plan
from kehoach.progress.appending import AppendError, append, held
from kehoach.progress.entry import make_entry
from kehoach.progress.log import load_log, log_file
from kehoach.progress.proposing import HEAD, Proposal
from kehoach.progress.rows import Row, TableError, read_rows
from kehoach.progress.status import PlanStatus, work_out
from kehoach.source.place import Fault, SourceError
from kehoach.source.tree import load


@dataclass(frozen=True, slots=True)
class Note:
    """The options of the command as they were given; ``said`` by the keys of the log."""

    plan: Path
    code: str
    said: Mapping[str, str | Sequence[str]]
    table: Path | None
    dry_run: bool


def note(request: Note) -> int:
    """Do what *request* asks and return the exit status."""
    try:
        book = _open(request.plan)
        if request.table is not None:
            return _note_many(request, book)
        return _note_one(request, book)
    except SourceError as error:
        return report_unusable(error)
    except (AppendError, TableError) as error:
        typer.echo(f"kehoach: {error}", err=True)
        return exits.UNUSABLE


def _open(plan: Path) -> Book:
    file = log_file(plan)
    with held(file):
        log = load_log(file)
    return Book(
        read_plan(load(plan, plan.as_posix())),
        file,
        log,
        read_settings(Path()),
        dt.datetime.now().astimezone(),
    )


def _note_one(request: Note, book: Book) -> int:
    code = request.code
    if code and request.said:
        proposal = book.propose(code, request.said)
    elif can_ask():
        from kehoach.cli.note_questions import ask_for_entry  # noqa: PLC0415  on a terminal

        code, proposal = ask_for_entry(book, code, request.said)
    elif code:
        typer.echo("kehoach: chưa có gì để ghi; xem kehoach progress --help", err=True)
        return exits.UNUSABLE
    else:
        for line in list_items(book.status()):
            typer.echo(line)
        return 0
    if proposal.faults:
        tell_faults(proposal)
        return exits.UNUSABLE
    _write(request, book, [proposal])
    _remind(book, code, proposal)
    return 0


def _note_many(request: Note, book: Book) -> int:
    if request.code or not request.said.keys() <= {"ngay", "nguoi"} or request.table is None:
        typer.echo("kehoach: với --from chỉ dùng thêm --date, --by, --dry-run", err=True)
        return exits.UNUSABLE
    rows = read_rows(_cells(request.table))
    if not rows:
        raise TableError(f"{request.table.as_posix()}: bảng không có hàng nào để ghi")
    log, proposals = book.log, []
    for row in rows:
        proposal = _of_row(row, request, replace(book, log=log))
        proposals.append((f"{request.table.as_posix()}:{row.line}: ", proposal))
        if proposal.line:  # later rows of the table may rest on earlier ones
            log = replace(log, entries=(*log.entries, make_entry(proposal.values)))
    if any(proposal.faults for _, proposal in proposals):
        for where, proposal in proposals:
            tell_faults(proposal, where)
        typer.echo("chưa ghi mục nào; sửa các hàng trên rồi chạy lại", err=True)
        return exits.UNUSABLE
    _write(request, book, [proposal for _, proposal in proposals])
    return 0


def _of_row(row: Row, request: Note, book: Book) -> Proposal:
    if not row.code:
        return Proposal({}, "", (Fault("KH054", "hàng không có mã", "điền cột “Mã”"),))
    said: dict[str, str | Sequence[str]] = {**request.said, **row.said}
    if "minh_chung" in row.said:
        said["minh_chung"] = [one for one in row.said["minh_chung"].split(";") if one.strip()]
    return book.propose(row.code, said)


def _cells(file: Path) -> Iterator[tuple[int, dict[int, str]]]:
    """Yield the rows of the first table in *file*, each with its line and its texts by column."""
    from kehoach.importers.blocks import Table  # noqa: PLC0415  tables are rarely brought in
    from kehoach.importers.readers import read_source  # noqa: PLC0415  the same

    source = read_source(file, file.as_posix())
    table = next((block for block in source.blocks if isinstance(block, Table)), None)
    if table is None:
        raise TableError(f"{file.as_posix()}: tệp không có bảng nào")
    for row in table.rows:
        lines = [line for cell in row for line in cell.lines]
        texts = {cell.column: " ".join(line.text for line in cell.lines) for cell in row}
        yield (lines[0].origin.line if lines else 0), texts


def _write(request: Note, book: Book, proposals: Sequence[Proposal]) -> None:
    lines = [proposal.line for proposal in proposals]
    if request.dry_run:
        for line in lines:
            typer.echo(line)
        return
    append(book.file, lines, HEAD)
    for line in lines if len(lines) == 1 else []:
        typer.echo(line)
    typer.echo(f"đã ghi {len(lines)} mục vào {book.file.as_posix()}")


def _remind(book: Book, code: str, proposal: Proposal) -> None:
    """Say what a late item still lacks for the report."""
    entries = (*book.log.entries, make_entry(proposal.values))
    status = work_out(book.plan, entries, book.now.date(), book.settings)
    found = next((one for one in status.items if one.item.code == code), None)
    if found is not None and found.unreported:
        lacking = ", ".join(found.unreported)
        said = f"“{code}” {found.timeliness}; báo cáo còn cần: {lacking}"
        typer.echo(f"nhắc: {said} (--cause, --responsible, --remedy, --forecast)", err=True)


def list_items(status: PlanStatus) -> Iterator[str]:
    """Yield the items of a plan, one a line: code, stage, time, title."""
    columns = shutil.get_terminal_size().columns
    width = max((len(one.item.code) for one in status.items), default=0)
    for one in status.items:
        line = f"{one.item.code:<{width}}  {word(one)}  {one.item.title}"
        yield line if len(line) <= columns else f"{line[: columns - 1]}…"
    if not status.items:
        yield "kế hoạch không có nhiệm vụ, chỉ tiêu nào được giao"
