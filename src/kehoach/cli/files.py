"""Files that a command is given: paths, folders, nothing at all."""

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from kehoach.source.place import Fault, SourceError

_ENDINGS = (".yaml", ".yml")
_PATTERN = re.compile(r"[*?]")


def is_log(file: Path) -> bool:
    """Tell whether *file* is named as a progress log."""
    return file.suffix in _ENDINGS and file.stem.endswith(".tien-do")


def expand(paths: Iterable[Path], *, logs: bool = False) -> Iterator[tuple[Path, bool]]:
    """Yield every file with whether the user named it; of a folder all YAML files in it.

    A name with ``*`` or ``?`` that no file has is a pattern, as not every shell makes files of it.
    Folders whose name begins with a dot are passed over, and so are progress logs, which have no
    plan in them, unless *logs* are wanted. Without any path the folder ``plans`` is meant, or the
    current one. Raises `SourceError` at the end where there was no file at all.
    """
    found = False
    given = list(paths) or [Path("plans") if Path("plans").is_dir() else Path()]
    for path in given:
        for file in _in_folder(path, logs=logs) if path.is_dir() else _matching(path):
            found = True
            yield file, not path.is_dir()
    if not found:
        message = "không có tệp kế hoạch nào ở đây"
        fault = Fault("KH001", message, "nêu tệp hoặc thư mục có kế hoạch")
        raise SourceError(", ".join(path.as_posix() for path in given), (fault,))


def _matching(path: Path) -> list[Path]:
    if path.exists() or not _PATTERN.search(str(path)):
        return [path]
    start = Path(path.anchor)
    return sorted(start.glob(path.relative_to(path.anchor).as_posix()))


def _in_folder(folder: Path, *, logs: bool) -> Iterator[Path]:
    inside: list[os.DirEntry[str]] = []
    # Of thousands of files a folder knows what they are. One that may not be read has none.
    with suppress(PermissionError), os.scandir(folder) as entries:
        inside = sorted(entries, key=lambda entry: entry.name)
    for entry in inside:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _in_folder(Path(entry.path), logs=logs)
        elif entry.name.endswith(_ENDINGS) and entry.is_file():
            file = Path(entry.path)
            if logs or not is_log(file):
                yield file
