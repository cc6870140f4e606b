"""Paths of values, places in a file, and faults found while a file is read."""

from dataclasses import dataclass
from typing import NamedTuple

Path = tuple[str | int, ...]
"""Keys and indexes from the root of a file to a value: ``("noi_dung", 2, "muc", 0)``."""


class Place(NamedTuple):
    """A stretch of a text file; lines and columns count from 1, columns in characters.

    The end is the first column after the stretch, as in SARIF.
    """

    line: int
    column: int
    end_line: int
    end_column: int


START = Place(1, 1, 1, 1)


@dataclass(frozen=True, slots=True)
class Fault:
    """What keeps a file from being read as what it should be.

    ``code`` is one of KH001 (cannot be read), KH002 (key twice), KH003 (does not fit the schema).
    """

    code: str
    message: str
    help: str = ""
    path: Path = ()
    place: Place = START


class SourceError(Exception):
    """A file cannot be used; ``faults`` says why, each with its place."""

    def __init__(self, file: str, faults: tuple[Fault, ...]) -> None:
        """Keep the name of the file as the user gave it and the faults, at least one."""
        super().__init__(f"{file}: {faults[0].message}")
        self.file = file
        self.faults = faults


def write_path(path: Path) -> str:
    """Return *path* as users write it: ``noi_dung/2/muc/0``; the root is the empty string."""
    return "/".join(map(str, path))


def read_path(text: str) -> Path:
    """Return the path that `write_path` wrote as *text*."""
    return tuple(int(part) if part.isdecimal() else part for part in text.split("/") if part)
