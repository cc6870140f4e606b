"""What of an older item must change: less than the framework asks, or a time that is over."""

import datetime as dt
from dataclasses import dataclass

from kehoach.drafting.draft import DEADLINE_BLANK, Values
from kehoach.drafting.items import phase_end, task_deadline
from kehoach.drafting.outline import Contents
from kehoach.drafting.walking import TARGETS, TASKS
from kehoach.language.deadline import read_deadline
from kehoach.language.fold import fold
from kehoach.language.quantity import Strength, compare_quantities, read_quantity
from kehoach.model.plan import Target, Task

Changes = dict[str, str]
"""New texts by key."""


@dataclass(frozen=True, slots=True)
class OldPeriod:
    """The period of the older plan: all before the day ``end``.

    Days without a year are of ``year``, that of the older plan, where it is known.
    """

    end: dt.date
    year: int | None

    def due(self, text: str) -> dt.date | None:
        """Return the day by which a deadline is due, None where it has none."""
        deadline = read_deadline(text, self.year) if text else None
        return deadline.due if deadline else None

    def holds(self, text: str) -> bool:
        """Tell whether the deadline *text* was due in the old period."""
        due = self.due(text)
        return due is not None and due < self.end


def raise_target(item: Values, above: Target, old: OldPeriod) -> Changes:
    """Return what brings the target *item* to the level of *above*.

    A figure or a deadline that asks for more stays, unless its day is of the *old* period.
    """
    changes: Changes = {}
    if above.figure and not _reaches(_text(item, "muc_dat"), above):
        changes["muc_dat"] = above.figure
    if above.scope and fold(_text(item, "pham_vi")) != fold(above.scope):
        changes["pham_vi"] = above.scope
    if above.exclusion and not _text(item, "ngoai_tru"):
        changes["ngoai_tru"] = above.exclusion
    if above.since and _text(item, "tu_ngay") != above.since:
        changes["tu_ngay"] = above.since
    return changes | _renew_deadline(item, "han", above.deadline, old)


def renew_task(item: Values, above: Task, contents: Contents, old: OldPeriod) -> Changes:
    """Return what the task *item*, which answers *above*, must change or add."""
    framework = contents.framework
    deadline = above.deadline or phase_end(framework, above.code)
    changes = _renew_deadline(item, "thoi_han", deadline, old)
    if not _text(item, "thoi_han") and not item.get(TASKS):
        targets = {target.code for target in contents.targets}
        changes["thoi_han"] = task_deadline(above, framework, targets)
    if above.deliverable and not _text(item, "san_pham"):
        changes["san_pham"] = above.deliverable
    return changes


def renew_own(item: Values, kind: str, old: OldPeriod) -> Changes:
    """Return what an item of the commune's own must change: a deadline of the *old* period."""
    return _renew_deadline(item, "han" if kind == TARGETS else "thoi_han", "", old)


def _renew_deadline(item: Values, key: str, above: str, old: OldPeriod) -> Changes:
    """Return the deadline *above* where *item* is later, over or silent, else a blank if over."""
    text = _text(item, key)
    day, limit = old.due(text), old.due(above)
    if limit is not None:
        over = day is not None and day < min(old.end, limit)
        late = key == "han" if day is None else day > limit
        return {key: above} if over or late else {}
    return {key: DEADLINE_BLANK} if old.holds(text) else {}


def _reaches(figure: str, above: Target) -> bool:
    ours, theirs = read_quantity(figure) if figure else None, above.quantity
    if ours is None or theirs is None or ours.conflict:
        return False
    return compare_quantities(ours, theirs) in {Strength.EQUAL, Strength.STRONGER}


def _text(item: Values, key: str) -> str:
    found = item.get(key)
    return "" if found is None else str(found)
