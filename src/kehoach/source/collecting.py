"""Work that the cyclic collector is kept away from."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the cyclic collector away: it walks all that is being made again and again.

    What is made is mostly freed by counting references; the rest is found when the work is done.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
