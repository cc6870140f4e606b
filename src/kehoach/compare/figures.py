"""Figures of two items, side by side."""

from kehoach.compare.difference import Item, Sides
from kehoach.language.quantity import Strength, compare_quantities
from kehoach.model.plan import Target


def strength(above: Item, below: Item) -> Strength | None:
    """Return how the figure of *below* stands to that of *above*, if they compare."""
    if not isinstance(above, Target) or not isinstance(below, Target):
        return None
    if above.quantity is None or below.quantity is None:
        return None
    return compare_quantities(below.quantity, above.quantity)


def figure_pair(above: Item, below: Item) -> Sides:
    """Return both figures as they are written."""
    ours, theirs = (item.figure if isinstance(item, Target) else "" for item in (below, above))
    return f"mức đạt {ours}", theirs
