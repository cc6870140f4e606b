"""Tables of data by code: files in a folder of ``templates/``, to which a project may add."""

from pathlib import Path as FilePath
from typing import Any

from kehoach.source.place import SourceError
from kehoach.source.resources import find_template, template_folders
from kehoach.source.structure import check_structure
from kehoach.source.tree import load


def table_codes(folder: str, project: FilePath) -> list[str]:
    """Return the codes of all tables in *folder* (``tien-do``) by name."""
    return sorted(
        {file.stem for base in template_folders(project) for file in base.glob(f"{folder}/*.yaml")}
    )


def read_table(folder: str, code: str, schema: str, project: FilePath) -> dict[str, Any] | None:
    """Return the table *code* in *folder*, None where there is none.

    Raises `SourceError` where it does not fit *schema*.
    """
    if code not in table_codes(folder, project):  # no way out of the folder
        return None
    name = f"{folder}/{code}.yaml"
    file = find_template(name, project)
    if file is None:
        return None
    source = load(file, f"templates/{name}")
    if faults := check_structure(source, schema):
        raise SourceError(source.name, faults)
    value: dict[str, Any] = source.value
    return value
