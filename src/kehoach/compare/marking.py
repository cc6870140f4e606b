"""Differences of an item with their fingerprints, and which of them are accepted."""

from collections.abc import Iterable
from dataclasses import dataclass

from kehoach.compare.acceptance import Accepted, find_acceptance, fingerprint
from kehoach.compare.difference import Difference, Direction
from kehoach.compare.verdict import Compared, Verdict
from kehoach.model.plan import Acceptance

_EXPLAINED = {
    Verdict.WEAKER: {Direction.WEAKER},
    Verdict.MISSING: {Direction.WEAKER},
    Verdict.LATER: {Direction.LATER},
    Verdict.DOUBTFUL: {Direction.UNCLEAR},
}
"""The directions of the differences that make a verdict, all of which must be accepted."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A difference in its row: its fingerprint, and how it is accepted, if it is."""

    difference: Difference
    fingerprint: str
    accepted: Accepted | None = None

    @property
    def stands(self) -> bool:
        """Tell whether the difference is to be shown as open."""
        return self.accepted is None or self.accepted.suspect


def marks_of(item: Compared, name: str, acceptances: Iterable[Acceptance]) -> tuple[Mark, ...]:
    """Return the differences of *item*, which acceptances call *name*, as marks."""
    known = tuple(acceptances)
    return tuple(_mark(one, item, name, known) for one in item.differences)


def is_accepted(verdict: Verdict, marks: Iterable[Mark]) -> bool:
    """Tell whether every difference that made *verdict* is accepted, and none is suspect."""
    directions = _EXPLAINED.get(verdict, set())
    made = [mark for mark in marks if mark.difference.kind.direction in directions]
    return bool(made) and not any(mark.stands for mark in made)


def _mark(one: Difference, item: Compared, name: str, known: tuple[Acceptance, ...]) -> Mark:
    mark = fingerprint(one, item.above, item.below)
    return Mark(one, mark, find_acceptance(one, mark, name, known))
