"""Progress of many plans exported for other programs."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import typer

from kehoach.cli import exits
from kehoach.cli.failing import report_unusable
from kehoach.model.plan import Plan
from kehoach.model.reading import PLAN_SCHEMA, read_plan, schema_of
from kehoach.output.progress_parquet import ENTRIES, ITEMS, write_parquet
from kehoach.output.writing import WriteError
from kehoach.progress.log import Log, load_log, log_file
from kehoach.source.place import SourceError
from kehoach.source.tree import load


def export_progress(files: Iterable[Path], folder: Path) -> int:
    """Write items and entries of the plans in *files* into *folder*; return the exit status."""
    try:
        items, entries = write_parquet(folder, _plans(files))
    except SourceError as error:
        return report_unusable(error)
    except WriteError as error:
        typer.echo(f"kehoach: {error}", err=True)
        return exits.UNUSABLE
    typer.echo(f"đã ghi {(folder / ITEMS).as_posix()}: {items} nhiệm vụ, chỉ tiêu")
    typer.echo(f"đã ghi {(folder / ENTRIES).as_posix()}: {entries} mục")
    return 0


def _plans(files: Iterable[Path]) -> Iterator[tuple[str, Plan, Log]]:
    for file in files:
        source = load(file, file.as_posix())
        if schema_of(source) == PLAN_SCHEMA:
            yield file.as_posix(), read_plan(source), load_log(log_file(file))
