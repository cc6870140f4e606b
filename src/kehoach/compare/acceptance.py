"""Differences that a plan accepts (``chap_nhan`` with a code SS…), and whether they still are.

An acceptance names the kind of difference, the item (``02-kh-bcdtw/ho-so-truc-tuyen``), the
reason, the text that was accepted and its fingerprint. When either side's text changes, the
fingerprint does: the acceptance is then suspect and the difference shows again.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from kehoach.compare.difference import Difference, Item
from kehoach.compare.words import item_words
from kehoach.language.fold import fold
from kehoach.model.plan import Acceptance, Target


@dataclass(frozen=True, slots=True)
class Accepted:
    """An acceptance of a difference; ``suspect`` where what was accepted has changed since."""

    acceptance: Acceptance
    suspect: bool


def fingerprint(difference: Difference, above: Item | None, below: Iterable[Item]) -> str:
    """Return what names *difference* as long as both sides say the same, 16 hexadecimal digits.

    Order, numbering, codes and places are no part of it.
    """
    import hashlib  # noqa: PLC0415  slow to import, and not every output needs it

    parts = [difference.kind.code, _said(above) if above else "", *map(_said, below)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def find_acceptance(
    difference: Difference, mark: str, item: str, acceptances: Iterable[Acceptance]
) -> Accepted | None:
    """Return the acceptance of *difference* of the item named *item*, *mark* its fingerprint."""
    at = tuple(item.split("/"))
    for acceptance in acceptances:
        if acceptance.code == difference.kind.code and tuple(map(str, acceptance.at)) == at:
            return Accepted(acceptance, suspect=acceptance.fingerprint != mark)
    return None


def _said(item: Item) -> str:
    """Return all that a comparison reads of *item*."""
    texts = [item_words(item), item.deadline]
    if isinstance(item, Target):
        texts += [item.figure, item.since, item.scope, item.exclusion]
    else:
        texts += [item.deliverable]
    return "\1".join(map(fold, texts))
