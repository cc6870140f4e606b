"""Work on many files shared out to several processes; results come in order."""

import gc
import os
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

_MANY = 48
"""From so many files on it pays to start other processes."""
_AT_ONCE = 16


def spread(work: Callable[[T], R], given: Sequence[T]) -> Iterator[R]:
    """Yield what *work* makes of each of *given*, by several processes if they are many.

    *work*, what it takes and what it returns must be such that they can be pickled.
    """
    processes = min(os.cpu_count() or 1, len(given) // _AT_ONCE)
    if len(given) < _MANY or processes == 1:
        yield from map(work, given)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  for many files only

    # Entries and nodes hold no cycles; the collector would walk them again and again.
    with ProcessPoolExecutor(processes, initializer=gc.disable) as pool:
        yield from pool.map(work, given, chunksize=_AT_ONCE)
