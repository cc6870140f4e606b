"""Where a plan falls short of its frameworks, as `kehoach.compare` finds it.

Only what binds and is surely paired counts: by a link, by the same code, or by words clearly ahead
of every other choice. What ``kehoach compare --accept`` accepted is left out.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kehoach.language.pattern import late_pattern
from kehoach.model.plan import Target
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding
from kehoach.source.place import Path

if TYPE_CHECKING:
    from kehoach.compare.difference import Difference
    from kehoach.compare.verdict import Compared, Comparison

_SURENESS = {"": 1.0, "chắc chắn": 1.0, "khá chắc": 0.85}
"""How sure a finding is by how sure the framework is of its own item."""
_GUESSED = 0.6
_LAWFUL = late_pattern(r"^trừ [^;]*\bmật\b")
"""Classified documents are left out by law, whatever the framework says."""
HELP = "nêu căn cứ, viết cho bằng khung, hoặc chấp nhận kèm lý do trong chap_nhan"


def fallen_short(context: Context, said: str, *kinds: str) -> Iterator[Finding]:
    """Yield a finding for each item that differs in one of the *kinds* (``SS101``).

    *said* says in what it falls short (``thấp hơn``).
    """
    for comparison in context.comparisons:
        for item in comparison.items:
            if not (item.binds and item.sure and item.below):
                continue
            found = [
                one
                for one in item.differences
                if one.kind.code in kinds and not _LAWFUL.search(one.ours)
            ]
            if found and (open_ones := _not_accepted(item, found, comparison)):
                yield _finding(item, open_ones, comparison, said)


def missing(context: Context) -> Iterator[tuple[Path, "Comparison", list["Compared"]]]:
    """Yield for each framework where the plan names it, and what binds there and is missing."""
    for comparison in context.comparisons:
        lacks = [
            item
            for item in comparison.items
            if item.binds and not item.below and _not_accepted(item, item.differences, comparison)
        ]
        at = context.plan.frameworks.index(comparison.above.code)
        yield ("khung", at), comparison, lacks


def sureness(item: "Compared") -> float:
    """Return how sure the framework is of *item*, 0 to 1."""
    return _SURENESS.get(item.terms.certainty if item.terms else "", _GUESSED)


def _finding(
    item: "Compared", found: list["Difference"], comparison: "Comparison", said: str
) -> Finding:
    from kehoach.compare.wording import falls_short, reservation  # noqa: PLC0415  loaded with the comparison

    clauses = "; ".join(one.message() for one in found)
    above = comparison.above.called
    message = falls_short(said, above, of_commune=item.of_commune)
    return Finding(
        (*item.below[0].path, *_key(item, found)),
        f"{message}: {clauses}{reservation(item)}",
        HELP,
        confidence=sureness(item),
    )


def _key(item: "Compared", found: list["Difference"]) -> tuple[str, ...]:
    """Return the key that holds what differs first, where the item of the plan states it."""
    first = item.below[0]
    target = isinstance(first, Target)
    stated = {
        "SS1": ("muc_dat", isinstance(first, Target) and first.figure),
        "SS3": ("han" if target else "thoi_han", first.deadline),
        "SS201": ("pham_vi", isinstance(first, Target) and first.scope),
    }
    code = found[0].kind.code
    key, value = stated.get(code) or stated.get(code[:3]) or ("", "")
    return (key,) if value and len(item.below) == 1 else ()


def _not_accepted(
    item: "Compared", found: Iterable["Difference"], comparison: "Comparison"
) -> list["Difference"]:
    if not comparison.below.acceptances or item.above is None:
        return list(found)
    from kehoach.compare.marking import marks_of  # noqa: PLC0415  few plans accept differences

    name = f"{comparison.above.code}/{item.above.code}"
    marks = marks_of(item, name, comparison.below.acceptances)
    standing = {mark.difference for mark in marks if mark.stands}
    return [one for one in found if one in standing]
