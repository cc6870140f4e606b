"""Which items of a plan answer which items of a framework.

An explicit link wins, then the same code. For what is left, likeness of folded words proposes one
pair at a time, the likest first; such a pair is never taken for sure but reported as doubtful.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kehoach.compare.difference import Item
from kehoach.compare.words import item_words
from kehoach.language.fold import fold
from kehoach.model.framework import Framework
from kehoach.model.plan import Plan, Target

LIKE = 70.0
"""Likeness (0 to 100) from which a pair is proposed."""


@dataclass(frozen=True, slots=True)
class Match:
    """An item of the framework and those of the plan that answer it by link or code.

    Without any, ``proposed`` is the likest item that is left, with its likeness.
    """

    above: Item
    below: tuple[Item, ...]
    proposed: Item | None = None
    likeness: float = 0.0


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
    linked = {id(item) for found in answers.values() for item in found}
    for item in below:
        if item.code in answers and not item.links and not answers[item.code]:
            answers[item.code].append(item)
            linked.add(id(item))
    left = [item for item in below if id(item) not in linked and not _is_heading(item)]
    proposals = _propose([item for item in above if not answers[item.code]], left)
    proposed = {id(item) for item, _ in proposals.values()}
    matches = tuple(
        Match(item, tuple(answers[item.code]), *proposals.get(item.code, (None, 0.0)))
        for item in above
    )
    return Alignment(matches, tuple(item for item in left if id(item) not in proposed))


def _propose(above: Iterable[Item], below: Sequence[Item]) -> dict[str, tuple[Item, float]]:
    """Pair what is left, the likest pair first, each item once."""
    from rapidfuzz.fuzz import token_set_ratio  # noqa: PLC0415  needed only when pairs are left

    words = [(item, _words(item)) for item in below]
    pairs = [
        (score, a.code, b)
        for a in above
        for b, text in words
        if (score := token_set_ratio(_words(a), text)) >= LIKE
    ]
    pairs.sort(key=lambda pair: (-pair[0], pair[1], pair[2].path))
    taken: dict[str, tuple[Item, float]] = {}
    used: set[int] = set()
    for score, code, item in pairs:
        if code not in taken and id(item) not in used:
            taken[code] = (item, score)
            used.add(id(item))
    return taken


def _words(item: Item) -> str:
    figure = item.figure if isinstance(item, Target) else ""
    return fold(f"{item_words(item)} {figure}")


def _is_heading(item: Item) -> bool:
    """Tell whether *item* only holds the items in it."""
    return bool(item.targets and not item.figure if isinstance(item, Target) else item.tasks)
