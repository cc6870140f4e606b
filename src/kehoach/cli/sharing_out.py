"""Many files compared by several processes, in order, with a bounded number under way."""

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

from kehoach.cli.comparing import Comparer, Unusable, Wanted, compare_one
from kehoach.compare.sheet import Sheet

T = TypeVar("T")
_CHUNK = 25
"""Files that a process takes at once: few enough for a bar that moves."""
_MOST = 8


class _Worker:
    """What a process keeps from one chunk to the next."""

    comparer: Comparer
    keep: Callable[[Sheet], Any]


def share_out(
    files: Sequence[Path], wanted: Wanted, keep: Callable[[Sheet], T]
) -> Iterator[T | Unusable]:
    """Yield for each of *files* what *keep* keeps, in their order."""
    chunks = [files[i : i + _CHUNK] for i in range(0, len(files), _CHUNK)]
    processes = max(2, min(os.cpu_count() or 2, _MOST))
    with get_context().Pool(processes, _start, (wanted, keep)) as pool:
        for results in pool.imap(_compare, chunks):
            yield from results


def _start(wanted: Wanted, keep: Callable[[Sheet], T]) -> None:
    # What a chunk makes is freed by counting references; the collector finds nothing and walks
    # all nodes of every file for it.
    gc.disable()
    _Worker.comparer = Comparer(wanted)
    _Worker.keep = keep


def _compare(files: Sequence[Path]) -> list[Any]:
    results = [compare_one(_Worker.comparer, file, _Worker.keep) for file in files]
    gc.collect(0)
    return results
