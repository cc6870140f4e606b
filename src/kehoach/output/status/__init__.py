"""Where plans stand, written out: one format a file, registered by being there.

A format has ``write(board, width)``, which yields lines without their line breaks; *width* is that
of the terminal in columns.
"""

import importlib
import pkgutil
from collections.abc import Iterator

from kehoach.progress.board import Board


def formats() -> list[str]:
    """Return the names of all formats."""
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


def write_status(board: Board, name: str, width: int) -> Iterator[str]:
    """Yield the lines of *board* in the format *name*, one of `formats`."""
    lines: Iterator[str] = importlib.import_module(f"{__name__}.{name}").write(board, width)
    return lines
