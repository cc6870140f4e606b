"""Tables of words and of law that rules read: ``templates/…``.

A project's own table of law stands for the program's; its list of words adds lines to that of the
program and takes none away.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

from kehoach.source.place import Fault, Path, SourceError
from kehoach.source.resources import find_template, is_own, project_root, template_folders
from kehoach.source.structure import check_structure
from kehoach.source.tree import SourceFile, load

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_WORD_LISTS = "ngon-ngu"
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
    # The program's own tables are checked by its tests; the check costs a start more than they do.
    if not is_own(file) and (faults := table_faults(source, name)):
        raise SourceError(label, faults)
    return source.value


def table_faults(source: SourceFile, name: str) -> tuple[Fault, ...]:
    """Return what keeps *source* from being the table *name*."""
    return check_structure(source, name.rpartition("/")[2]) or tuple(
        Fault("KH003", f"“{text}” không đọc được", help_, path, source.place(path))
        for path, text, help_ in _unusable(source.value, ())
    )


@lru_cache
def words(name: str) -> frozenset[str]:
    """Return the words of the list *name* (``viet-tat``): its key ``tu``, parted by commas.

    Raises `SourceError` where a file is no YAML.
    """
    return frozenset(word.strip() for value in _lists(name) for word in str(value["tu"]).split(","))


@lru_cache
def pairs(name: str, key: str = "thay") -> Mapping[str, str]:
    """Return wrong writing to right writing of the list *name*: what stands under *key*.

    Raises `SourceError` where a file is no YAML.
    """
    return {
        str(wrong): str(right)
        for value in _lists(name)
        for wrong, right in value.get(key, {}).items()
    }


@lru_cache
def _lists(name: str) -> tuple[dict[str, Any], ...]:
    folders = template_folders(project_root(FilePath.cwd()))
    files = [folder / _WORD_LISTS / f"{name}.yaml" for folder in reversed(folders)]
    return tuple(load(file).value for file in files if file.is_file())


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
