"""Word lists of ``templates/ngon-ngu``: those of the program, and those a project adds.

A project's file of the same name adds lines to the program's; it takes none away.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

from kehoach.source.resources import project_root, template_folders
from kehoach.source.tree import load

FOLDER = "ngon-ngu"


@lru_cache
def words(name: str) -> frozenset[str]:
    """Return the words of the list *name* (``viet-tat``): its key ``tu``, parted by commas.

    Raises `SourceError` where a file is no YAML.
    """
    return frozenset(
        word.strip() for value in _values(name) for word in str(value["tu"]).split(",")
    )


@lru_cache
def pairs(name: str, key: str = "thay") -> Mapping[str, str]:
    """Return wrong writing to right writing of the list *name*: what stands under *key*.

    Raises `SourceError` where a file is no YAML.
    """
    return {
        str(wrong): str(right)
        for value in _values(name)
        for wrong, right in value.get(key, {}).items()
    }


def _values(name: str) -> list[dict[str, Any]]:
    folders = template_folders(project_root(FilePath.cwd()))
    files = [folder / FOLDER / f"{name}.yaml" for folder in reversed(folders)]
    return [load(file).value for file in files if file.is_file()]
