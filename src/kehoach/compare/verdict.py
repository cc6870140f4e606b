"""The verdict on every item of the side above, and the comparison of a plan as a whole."""

from enum import StrEnum
from typing import NamedTuple

from kehoach.compare.alignment import Aligner, How, Match
from kehoach.compare.bases import missing_bases
from kehoach.compare.difference import Difference, Direction, Item, Subject, find_differences
from kehoach.compare.party import Party, party_of_framework, party_of_plan
from kehoach.model.framework import Binding, Framework, Terms
from kehoach.model.plan import Citation, Plan


class Verdict(StrEnum):
    """How a plan stands to an item; the values are those of the JSON output."""

    WEAKER = "weaker"
    LATER = "later"
    MISSING = "missing"
    DOUBTFUL = "doubtful"
    EQUAL = "equal"
    STRICTER = "stricter"
    EXTRA = "extra"


class Compared(NamedTuple):
    """An item with its verdict.

    ``above`` is None for an item of the plan that answers nothing, ``terms`` is None for it and
    where the side above is a plan. ``below`` holds the items of the plan that answer. A pair that
    was made by likeness has it above 0; when it is not ``sure``, ``other`` is the item of the plan
    that comes next, if one comes near. ``of_commune`` is set where the plan is a commune's, of
    whom alone the binding in ``terms`` speaks.
    """

    verdict: Verdict
    above: Item | None
    terms: Terms | None
    below: tuple[Item, ...]
    differences: tuple[Difference, ...] = ()
    how: How = How.NONE
    likeness: float = 0.0
    sure: bool = True
    other: Item | None = None
    of_commune: bool = True

    @property
    def binds(self) -> bool:
        """Tell whether the side above asks this of whose plan it is.

        A plan asks all that it has. What a framework binds communes to says nothing of provinces:
        theirs is to answer the whole.
        """
        if self.above is None:
            return False
        if self.terms is None or not self.of_commune:
            return True
        return self.terms.binding is Binding.REQUIRED


class Comparison(NamedTuple):
    """A plan and what stands above it, item by item in the order of the latter, extras last.

    ``bases`` are the documents that the plan should cite and does not: the one above itself and
    what that is based on.
    """

    below: Party
    above: Party
    items: tuple[Compared, ...]
    bases: tuple[tuple[Citation, Difference], ...]


def compare_with_framework(plan: Plan, framework: Framework) -> Comparison:
    """Compare *plan* with *framework*; see `compare`."""
    return compare(party_of_plan(plan), Aligner(party_of_framework(framework)))


def compare(below: Party, aligner: Aligner, only: frozenset[str] = frozenset()) -> Comparison:
    """Compare *below* with the side above that *aligner* holds.

    What does not apply to a commune is asked of no plan of one: the item is left out where the
    plan lacks it, and extra where the plan has it. A province is asked for it as for the rest.

    With *only*, the differences are those of these codes (``SS101``), and verdicts rest on them.
    """
    above = aligner.above
    aligned = aligner.align(below)
    of_commune = below.is_commune
    items = [
        _judge(match, above.terms.get(match.above.code), only, of_commune=of_commune)
        for match in aligned.matches
    ]
    extra = [
        Compared(
            Verdict.EXTRA,
            None,
            None,
            (item,),
            find_differences((), (item,), Subject.GROUP, only=only),
            of_commune=of_commune,
        )
        for item in aligned.extra
    ]
    bases = missing_bases(above, below, only)
    return Comparison(below, above, (*(item for item in items if item), *extra), bases)


def _judge(
    match: Match, terms: Terms | None, only: frozenset[str], *, of_commune: bool
) -> Compared | None:
    if terms and terms.binding is Binding.NOT_APPLICABLE and of_commune:
        below = match.below if match.sure else ()
        return Compared(Verdict.EXTRA, match.above, terms, below) if below else None
    found = _of_group(match, only)
    if not match.below:
        return Compared(Verdict.MISSING, match.above, terms, (), found, of_commune=of_commune)
    found += _of_pairs(match, only)
    verdict = gravest(found) if match.sure else Verdict.DOUBTFUL
    return Compared(
        verdict,
        match.above,
        terms,
        match.below,
        found,
        match.how,
        match.likeness,
        match.sure,
        match.other,
        of_commune,
    )


def _of_group(match: Match, only: frozenset[str]) -> tuple[Difference, ...]:
    """Return how the numbers of items differ on both sides."""
    if len(match.below) == 1 and not match.together:
        return ()
    return find_differences((match.above, *match.together), match.below, Subject.GROUP, only=only)


def _of_pairs(match: Match, only: frozenset[str]) -> tuple[Difference, ...]:
    """Return how each answer differs; what one of several leaves open, another may say."""
    each = [find_differences(match.above, item, only=only) for item in match.below]
    if len(each) == 1:
        return each[0]
    in_all = set.intersection(*({one.kind.code for one in found} for found in each))
    found = {
        (one.kind.code, one.ours): one
        for one in (one for found in each for one in found)
        if one.kind.code in in_all or one.kind.direction not in _OPEN
    }
    return tuple(found.values())


_OPEN = {Direction.UNCLEAR, Direction.NEUTRAL}


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
