"""Tables of words and of law that rules read: ``templates/…``, a project's own before these."""

from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

from kehoach.source.resources import find_template, project_root
from kehoach.source.tree import load


@lru_cache
def read_table(name: str) -> Any:
    """Return the values of the table *name* (``don-vi/khong-con.yaml``) of the project at hand.

    Raises FileNotFoundError where no such table is, `SourceError` where it cannot be read.
    """
    file = find_template(name, project_root(FilePath.cwd()))
    if file is None:
        raise FileNotFoundError(name)
    return load(file, f"templates/{name}").value
