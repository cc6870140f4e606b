"""A plan compared with its frameworks, for the rules that look at where it falls short."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kehoach.model.framework import Framework
from kehoach.model.plan import Plan

if TYPE_CHECKING:
    from kehoach.compare.alignment import Aligner
    from kehoach.compare.verdict import Comparison

_ALIGNERS: dict[str, "Aligner"] = {}


def compare_with(plan: Plan, frameworks: Iterable[Framework]) -> tuple["Comparison", ...]:
    """Return the comparisons of *plan* with each of *frameworks*."""
    # Loading all kinds of differences takes longer than checking a plan without them.
    from kehoach.compare.party import party_of_plan  # noqa: PLC0415
    from kehoach.compare.verdict import compare  # noqa: PLC0415

    below = party_of_plan(plan)
    return tuple(compare(below, _aligner(framework)) for framework in frameworks)


def _aligner(framework: Framework) -> "Aligner":
    """Return what aligns plans with *framework*, prepared once for many plans."""
    from kehoach.compare.alignment import Aligner  # noqa: PLC0415
    from kehoach.compare.party import party_of_framework  # noqa: PLC0415

    known = _ALIGNERS.get(framework.code)
    if known is None or known.above.terms is not framework.terms:  # another state of its file
        known = _ALIGNERS[framework.code] = Aligner(party_of_framework(framework))
    return known
