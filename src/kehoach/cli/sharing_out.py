"""Many files compared one after the other or by several processes, always in order."""

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from kehoach.cli.comparing import Comparer, Outcome, Unusable, Wanted, compare_one

T = TypeVar("T")
_MANY = 60
"""Files from which a second process saves more than it takes to start."""
_CHUNK = 25
"""Files that a process takes at once: few enough for a bar that moves."""
_MOST = 8


def compare_all(
    files: Sequence[Path], wanted: Wanted, keep: Callable[[Outcome], T]
) -> Iterator[T | Unusable]:
    """Compare every plan in *files* and yield what *keep* keeps of each outcome, in their order.

    A file that cannot be used is yielded as `Unusable` and does not stop the others. *keep* must
    be something that can be pickled: many files are shared out to processes.
    """
    processes = min(os.cpu_count() or 1, _MOST)
    if len(files) < _MANY or processes == 1:
        comparer = Comparer(wanted)
        for file in files:
            yield from compare_one(comparer, file, keep)
        return
    from multiprocessing import get_context  # noqa: PLC0415  few files need no processes

    chunks = [files[i : i + _CHUNK] for i in range(0, len(files), _CHUNK)]
    with get_context().Pool(processes, _start, (wanted, keep)) as pool:
        for results in pool.imap(_compare, chunks):
            yield from results


class _Worker:
    """What a process keeps from one chunk to the next."""

    comparer: Comparer
    keep: Callable[[Outcome], Any]


def _start(wanted: Wanted, keep: Callable[[Outcome], T]) -> None:
    # What a chunk makes is freed by counting references; the collector finds nothing and walks
    # all nodes of every file for it.
    gc.disable()
    _Worker.comparer = Comparer(wanted)
    _Worker.keep = keep


def _compare(files: Sequence[Path]) -> list[Any]:
    return [one for file in files for one in compare_one(_Worker.comparer, file, _Worker.keep)]
