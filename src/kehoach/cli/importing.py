"""Files brought in: read, recognised, written with their trace, summed up for the person."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import typer

from kehoach.cli import exits
from kehoach.cli.failing import report_unusable
from kehoach.importers.draft import Imported, pieces, plain
from kehoach.importers.readers import read_source
from kehoach.importers.recognition import recognise
from kehoach.importers.trace import trace_file, trace_json
from kehoach.model.library import Library
from kehoach.output.import_text import format_import
from kehoach.output.writing import WriteError, write_beside
from kehoach.source.place import SourceError
from kehoach.source.resources import project_root
from kehoach.source.writing import write_yaml

_SHEETS = frozenset({".xlsx", ".csv"})
_HEAD = (
    "yaml-language-server: $schema=../schema/ke-hoach.schema.json",
    "Đưa vào từ {}; xem lại các chỗ có chú thích trước khi dùng.",
)
_SAME_TARGET = "kehoach: {} sẽ được ghi từ cả {} lẫn {}; đưa vào từng tệp một, với -o khác nhau"


def import_files(files: Sequence[Path], folder: Path, *, force: bool) -> int:
    """Bring every document of *files* in as ``folder/NAME.yaml`` and say what was recognised."""
    documents: dict[Path, list[Path]] = {}
    for parts in _documents(files):
        target = folder / f"{parts[0].stem}.yaml"
        if target in documents:
            typer.echo(
                _SAME_TARGET.format(target.as_posix(), documents[target][0], parts[0]), err=True
            )
            return exits.UNUSABLE
        documents[target] = parts
    status = 0
    for target, parts in documents.items():
        try:
            _refuse_existing(target, force=force)
            sources = [read_source(part, part.as_posix()) for part in parts]
            imported = recognise(sources, Library(project_root(Path())))
            write_beside(target, _plan_text(imported, parts).encode())
            write_beside(trace_file(target), trace_json(imported))
        except SourceError as error:
            status = report_unusable(error)
        except WriteError as error:
            typer.echo(f"kehoach: {error}", err=True)
            status = exits.UNUSABLE
        else:
            for line in format_import(imported, target.as_posix()):
                typer.echo(line)
    return status


def _refuse_existing(target: Path, *, force: bool) -> None:
    if target.exists() and not force:
        message = f"đã có {target.as_posix()}; thêm --force để ghi đè, hoặc chọn -o khác"
        raise WriteError(message)


def import_changes(plan: Path, files: Sequence[Path], *, delete: bool) -> int:
    """Bring the changes of one Excel file back into *plan*; conflicts are listed, not written."""
    from kehoach.importers.into import import_into  # noqa: PLC0415  needed for --into only
    from kehoach.output.import_text import format_changes  # noqa: PLC0415
    from kehoach.source.splice import write_back  # noqa: PLC0415

    if len(files) != 1 or files[0].suffix.lower() != ".xlsx":
        typer.echo("kehoach: --into cần đúng một tệp .xlsx do kehoach export ghi ra", err=True)
        return exits.UNUSABLE
    try:
        result = import_into(plan, files[0], delete=delete)
        if result.changes:
            write_beside(plan, write_back(plan, result.text))
    except SourceError as error:
        return report_unusable(error)
    except WriteError as error:
        typer.echo(f"kehoach: {error}", err=True)
        return exits.UNUSABLE
    for line in format_changes(result, plan.as_posix()):
        typer.echo(line)
    return exits.FOUND if result.conflicts else 0


def _documents(files: Sequence[Path]) -> Iterator[list[Path]]:
    """Yield the files of each plan: sheets go with the document when there is exactly one."""
    texts = [file for file in files if file.suffix.lower() not in _SHEETS]
    sheets = [file for file in files if file.suffix.lower() in _SHEETS]
    if len(texts) == 1:
        yield [*texts, *sheets]
    else:
        yield from ([file] for file in (*texts, *sheets))


def _plan_text(imported: Imported, parts: Iterable[Path]) -> str:
    comments = {path: piece.note for path, piece in pieces(imported.draft) if piece.note}
    names = ", ".join(part.name for part in parts)
    head = [line.format(names) for line in _HEAD]
    return write_yaml(plain(imported.draft), comments, head)
