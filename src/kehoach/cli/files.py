"""Files that a command is given: paths, folders, nothing at all."""

from collections.abc import Iterable, Iterator
from pathlib import Path

_ENDINGS = {".yaml", ".yml"}


def expand(paths: Iterable[Path]) -> Iterator[tuple[Path, bool]]:
    """Yield every file with whether the user named it; of a folder all YAML files in it.

    Folders whose name begins with a dot are passed over, and so are progress logs, which have no
    plan in them. Without any path the folder ``plans`` is meant, or the current one.
    """
    given = list(paths) or [Path("plans") if Path("plans").is_dir() else Path()]
    for path in given:
        if not path.is_dir():
            yield path, True
            continue
        found = (f for f in path.rglob("*") if f.suffix in _ENDINGS and f.is_file())
        for file in sorted(found):
            hidden = any(part.startswith(".") for part in file.relative_to(path).parts)
            if not hidden and not file.stem.endswith(".tien-do"):
                yield file, False
