"""The verdict on every item of a framework, and the comparison of a plan as a whole."""

from dataclasses import dataclass
from enum import StrEnum

from kehoach.compare.alignment import Match, align
from kehoach.compare.difference import Difference, Direction, Item, find_differences
from kehoach.model.framework import Binding, Framework, Terms
from kehoach.model.plan import Plan


class Verdict(StrEnum):
    """How a plan stands to an item; the values are those of the JSON output."""

    WEAKER = "weaker"
    LATER = "later"
    MISSING = "missing"
    DOUBTFUL = "doubtful"
    EQUAL = "equal"
    STRICTER = "stricter"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class Compared:
    """An item with its verdict.

    ``above`` and ``terms`` are None for an item of the plan that answers nothing. ``below`` holds
    the items of the plan that answer. A pair that was made by likeness has it above 0; when it is
    not ``sure``, ``other`` is the item of the plan that comes next, if one comes near.
    """

    verdict: Verdict
    above: Item | None
    terms: Terms | None
    below: tuple[Item, ...]
    differences: tuple[Difference, ...] = ()
    likeness: float = 0.0
    sure: bool = True
    other: Item | None = None

    @property
    def binds(self) -> bool:
        """Tell whether the framework asks this of a commune."""
        return self.terms is not None and self.terms.binding is Binding.REQUIRED


@dataclass(frozen=True, slots=True)
class Comparison:
    """A plan and a framework, item by item, in the order of the framework, extras last."""

    plan: Plan
    framework: Framework
    items: tuple[Compared, ...]


def compare_with_framework(plan: Plan, framework: Framework) -> Comparison:
    """Compare *plan* with *framework*.

    What does not apply to a commune is asked of no plan: the item is left out where the plan lacks
    it, and extra where the plan has it.
    """
    aligned = align(plan, framework)
    items = [_judge(match, framework.terms[match.above.code]) for match in aligned.matches]
    extra = [Compared(Verdict.EXTRA, None, None, (item,)) for item in aligned.extra]
    return Comparison(plan, framework, (*(item for item in items if item), *extra))


def _judge(match: Match, terms: Terms) -> Compared | None:
    if terms.binding is Binding.NOT_APPLICABLE:
        below = match.below if match.sure else ()
        return Compared(Verdict.EXTRA, match.above, terms, below) if below else None
    if not match.below:
        return Compared(Verdict.MISSING, match.above, terms, ())
    found = tuple(d for item in match.below for d in find_differences(match.above, item))
    verdict = gravest(found) if match.sure else Verdict.DOUBTFUL
    return Compared(
        verdict, match.above, terms, match.below, found, match.likeness, match.sure, match.other
    )


def gravest(differences: tuple[Difference, ...]) -> Verdict:
    """Return the verdict of the gravest difference."""
    directions = {difference.kind.direction for difference in differences}
    for direction, verdict in (
        (Direction.WEAKER, Verdict.WEAKER),
        (Direction.LATER, Verdict.LATER),
        (Direction.UNCLEAR, Verdict.DOUBTFUL),
        (Direction.STRICTER, Verdict.STRICTER),
    ):
        if direction in directions:
            return verdict
    return Verdict.EQUAL
