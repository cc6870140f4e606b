"""Tables of words and of law that rules read: ``templates/…``, a project's own before these."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

from kehoach.source.place import Fault, Path, SourceError
from kehoach.source.resources import find_template, project_root
from kehoach.source.structure import check_structure
from kehoach.source.tree import load

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_PATTERNS = frozenset({"mau", "tru"})  # keys that hold regular expressions


@lru_cache
def read_table(name: str) -> Any:
    """Return the values of the table *name* (``don-vi/khong-con``) of the project at hand.

    Raises `SourceError` where there is none, or it does not fit the schema of its own name.
    """
    label = f"templates/{name}.yaml"
    file = find_template(f"{name}.yaml", project_root(FilePath.cwd()))
    if file is None:
        fault = Fault("KH001", "không có bảng này", "cài lại chương trình, hoặc thêm tệp bảng")
        raise SourceError(label, (fault,))
    source = load(file, label)
    faults = check_structure(source, name.rpartition("/")[2])
    if not faults:
        faults = tuple(
            Fault("KH003", f"“{text}” không đọc được", help_, path, source.place(path))
            for path, text, help_ in _unusable(source.value, ())
        )
    if faults:
        raise SourceError(label, faults)
    return source.value


def _unusable(value: Any, path: Path) -> Iterator[tuple[Path, str, str]]:
    """Yield path, text and help of dates that no calendar has and patterns that cannot be read."""
    if isinstance(value, dict | list):
        parts = value.items() if isinstance(value, dict) else enumerate(value)
        for key, part in parts:
            yield from _unusable(part, (*path, key))
    elif isinstance(value, str) and _DATE.fullmatch(value):
        try:
            dt.date.fromisoformat(value)
        except ValueError:
            yield path, value, "ghi ngày có trong lịch: 2025-07-01"
    elif isinstance(value, str) and path[-1] in _PATTERNS:
        try:
            re.compile(value)
        except re.error:
            yield path, value, "viết lại biểu thức chính quy"
