"""Templates and schemas: the project's own first, then those that travel with the program."""

import json
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

_PACKAGE = FilePath(__file__).parent.parent
# A wheel carries both folders inside the package; a checkout has them at its top.
_BASES = (_PACKAGE, _PACKAGE.parent.parent)


def project_root(start: FilePath) -> FilePath:
    """Return the nearest folder from *start* upwards that has ``templates/`` or ``.git``.

    Without one, the answer is *start* itself.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if (folder / "templates").is_dir() or (folder / ".git").exists():
            return folder
    return start


def template_folders(project: FilePath) -> tuple[FilePath, ...]:
    """Return the ``templates`` folders to look in, the project's own first."""
    found = [project / "templates", *(base / "templates" for base in _BASES)]
    return tuple(dict.fromkeys(folder for folder in found if folder.is_dir()))


def find_template(name: str, project: FilePath) -> FilePath | None:
    """Return the file of the template *name* (``khung/02-kh-bcdtw.yaml``), or None."""
    for folder in template_folders(project):
        if (folder / name).is_file():
            return folder / name
    return None


def is_own(file: FilePath) -> bool:
    """Tell whether the template *file* is one that travels with the program."""
    return any(file.is_relative_to(base / "templates") for base in _BASES)


@lru_cache
def read_schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema *name* (``ke-hoach``) as it stands in ``schema/``."""
    for base in _BASES:
        file = base / "schema" / f"{name}.schema.json"
        if file.is_file():
            schema: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
            return schema
    raise FileNotFoundError(name)
