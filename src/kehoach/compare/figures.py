"""Figures of two items, side by side.

A target has its figure; a task has one where its deliverable names exactly one.
"""

import re
from functools import lru_cache

from kehoach.compare.difference import Item, Sides
from kehoach.language.quantity import (
    Quantity,
    Strength,
    compare_quantities,
    find_quantities,
    read_quantity,
)
from kehoach.model.plan import Target

_BASE = re.compile(r" (\w[^,;.()]*)")


def figure_of(item: Item) -> Quantity | None:
    """Return the figure that *item* promises, if it promises one."""
    return _read(*_written_in(item))


def strength(above: Item, below: Item) -> Strength | None:
    """Return how the figure of *below* stands to that of *above*, if they compare."""
    return _compare(*_written_in(above), *_written_in(below))


def same_value(above: Item, below: Item) -> bool:
    """Tell whether both figures have one value, so that only their signs can differ."""
    theirs, ours = figure_of(above), figure_of(below)
    return theirs is not None and ours is not None and theirs.value == ours.value


def _written_in(item: Item) -> tuple[str, bool]:
    """Return the text that holds the figure of *item*, and whether it holds nothing else."""
    return (item.figure, True) if isinstance(item, Target) else (item.deliverable, False)


# Several kinds ask for the same two figures, and plans state the same ones again and again.
@lru_cache(maxsize=4096)
def _compare(above: str, above_alone: bool, below: str, below_alone: bool) -> Strength | None:  # noqa: FBT001  what `_written_in` gives
    theirs, ours = _read(above, above_alone), _read(below, below_alone)
    return None if theirs is None or ours is None else compare_quantities(ours, theirs)


def _read(text: str, alone: bool) -> Quantity | None:  # noqa: FBT001  what `_written_in` gives
    if not text:
        return None
    if alone:
        return read_quantity(text)
    found = find_quantities(text)
    return found[0] if len(found) == 1 else None


def figure_pair(above: Item, below: Item) -> Sides:
    """Return both figures as they are written."""
    return f"mức đạt {_written(below)}", _written(above)


def _written(item: Item) -> str:
    if isinstance(item, Target):
        return item.figure
    figure = figure_of(item)
    return item.deliverable[figure.start : figure.end] if figure else ""


def thing_and_base(item: Item) -> tuple[str, str] | None:
    """Return what the figure of a target counts, and out of what or in which time.

    ``25 hồ sơ/năm`` counts ``hồ sơ`` by ``năm``; ``80% tổng số hồ sơ`` counts ``%`` out of
    ``tổng số hồ sơ``. The base is empty where none is named. None without a figure.
    """
    if not isinstance(item, Target) or item.quantity is None:
        return None
    quantity = item.quantity
    thing, _, base = quantity.unit.partition("/")
    behind = _BASE.match(item.figure, quantity.end)
    return thing.strip(), base.strip() or (behind[1] if behind else "")
