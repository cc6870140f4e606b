"""Templates of drafting: YAML files in which ``{ten}`` stands for a word of the new plan."""

import re
from collections.abc import Mapping
from pathlib import Path as FilePath
from typing import Any

from kehoach.source.place import Fault, Path, SourceError
from kehoach.source.resources import find_template
from kehoach.source.structure import check_structure
from kehoach.source.tree import SourceFile, load

_NAME = re.compile(r"( ?)\{([^{}]{0,40})\}")


def read_template(name: str, schema: str, project: FilePath) -> SourceFile:
    """Return the template *name* of *project* or of the program.

    Raises `SourceError` where it is missing, cannot be read or does not fit *schema*.
    """
    label = f"templates/{name}"
    file = find_template(name, project)
    if file is None:
        fault = Fault("KH001", "không có mẫu này", "cài lại chương trình, hoặc thêm tệp mẫu")
        raise SourceError(label, (fault,))
    source = load(file, label)
    faults = check_structure(source, schema)
    if faults:
        raise SourceError(label, faults)
    return source


def fill(source: SourceFile, value: Any, words: Mapping[str, str], path: Path = ()) -> Any:
    """Return *value*, the part of *source* at *path*, with every ``{name}`` replaced.

    A word that is empty takes the space before it away. Raises `SourceError` for a name that is
    not in *words*.
    """
    if isinstance(value, dict):
        return {key: fill(source, one, words, (*path, key)) for key, one in value.items()}
    if isinstance(value, list):
        return [fill(source, one, words, (*path, i)) for i, one in enumerate(value)]
    if not isinstance(value, str):
        return value

    def word(match: re.Match[str]) -> str:
        space, name = match.groups()
        if name not in words:
            known = ", ".join(f"{{{one}}}" for one in words)
            message = f"không có chữ thay cho {match[0].strip()}"
            fault = Fault("KH003", message, f"dùng: {known}", path, source.place(path))
            raise SourceError(source.name, (fault,))
        return space + words[name] if words[name] else ""

    return _NAME.sub(word, value)
