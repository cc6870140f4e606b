"""Which items of a plan answer which items of a framework.

An explicit link wins, then the same code. What is left is paired by likeness, the likest pair
first; such a pair counts when it is like enough and clearly ahead of every other choice, and is
doubtful otherwise. How a pair was found is always said.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.compare.difference import Item
from kehoach.compare.likeness import Likeness
from kehoach.model.framework import Framework
from kehoach.model.plan import Plan, Target

SURE = 40.0
"""Likeness (0 to 100) from which a pair counts."""
MARGIN = 5.0
"""By how much a pair that counts must be ahead of any other choice for its items."""
LIKE = 25.0
"""Likeness from which a pair is shown as doubtful."""


@dataclass(frozen=True, slots=True)
class Match:
    """An item of the framework and those of the plan that answer it.

    ``likeness`` is 0 for pairs by link or code. A pair by likeness that is not ``sure`` is
    doubtful; ``other`` is then the next likest item of the plan, if any comes near.
    """

    above: Item
    below: tuple[Item, ...]
    likeness: float = 0.0
    sure: bool = True
    other: Item | None = None


@dataclass(frozen=True, slots=True)
class Alignment:
    """Matches in the order of the framework, and items of the plan that answer nothing."""

    matches: tuple[Match, ...]
    extra: tuple[Item, ...]


def align(plan: Plan, framework: Framework) -> Alignment:
    """Align the targets and the tasks of *plan*, each with their own kind."""
    targets = _align(framework.targets, tuple(plan.targets()), framework.code)
    tasks = _align(framework.tasks, tuple(plan.tasks()), framework.code)
    return Alignment((*targets.matches, *tasks.matches), (*targets.extra, *tasks.extra))


def _align(above: Sequence[Item], below: Sequence[Item], code: str) -> Alignment:
    answers = {item.code: [b for b in below if f"{code}/{item.code}" in b.links] for item in above}
    taken = {item.path for found in answers.values() for item in found}
    for item in below:
        if item.code in answers and not item.links and not answers[item.code]:
            answers[item.code].append(item)
            taken.add(item.path)
    left = [item for item in below if item.path not in taken and not _is_heading(item)]
    by_words = _pair([item for item in above if not answers[item.code]], left, above)
    taken.update(item.path for match in by_words.values() for item in match.below)
    matches = tuple(
        by_words.get(item.code) or Match(item, tuple(answers[item.code])) for item in above
    )
    return Alignment(matches, tuple(item for item in left if item.path not in taken))


@dataclass(frozen=True, slots=True)
class _Pair:
    score: float
    above: Item
    below: Item


def _pair(above: Sequence[Item], below: Sequence[Item], known: Sequence[Item]) -> dict[str, Match]:
    """Pair what is left, each item once; *known* is what rare words are counted among."""
    if not above or not below:
        return {}
    likeness = Likeness(known)
    readings = [likeness.read(item) for item in below]
    pairs = [
        _Pair(score, item, other.item)
        for item in above
        for reading in [likeness.read(item)]
        for other in readings
        if (score := likeness.score(reading, other)) >= LIKE
    ]
    pairs.sort(key=lambda pair: (-pair.score, pair.above.path, pair.below.path))
    found: dict[str, Match] = {}
    used: set[str] = set()
    for pair in pairs:
        if pair.above.code in found or pair.below.code in used:
            continue
        rivals = [
            rival
            for rival in pairs
            if (rival.above is pair.above) is not (rival.below is pair.below)
            and pair.score - rival.score < MARGIN
            and rival.above.code not in found  # what a likelier pair has taken is no choice
            and rival.below.code not in used
        ]
        other = next((rival.below for rival in rivals if rival.above is pair.above), None)
        sure = pair.score >= SURE and not rivals
        found[pair.above.code] = Match(pair.above, (pair.below,), pair.score, sure, other)
        used.add(pair.below.code)
    return found


def _is_heading(item: Item) -> bool:
    """Tell whether *item* only holds the items in it."""
    return bool(item.targets and not item.figure if isinstance(item, Target) else item.tasks)
