"""How far an item is, from what its entries say.

"Hoàn thành" needs a product and evidence that can be checked (Kế hoạch 11-KH/BCĐ ngày 28/7/2026 of
Khánh Hòa, I.2.b), and of a target a figure that reaches the goal. Where one is missing, the item
awaits confirmation, whatever the entry says.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from kehoach.language.quantity import Quantity
from kehoach.progress.entry import TARGET, Entry, Stage
from kehoach.progress.measures import meets, read_figure
from kehoach.progress.periods import Period, Rhythm, named_period, period_of


@dataclass(frozen=True, slots=True)
class Course:
    """Where the entries of an item, or of one period of it, have led.

    ``completed`` is the day since which all that completion needs is there, ``lacking`` what it
    still needs where the last word was "hoàn thành".
    """

    stage: Stage
    completed: dt.date | None
    lacking: tuple[str, ...]


def follow_course(entries: Iterable[Entry], goal: Quantity | None) -> Course:
    """Return where *entries*, in order, lead an item with *goal* (None for a task)."""
    said, completed = Stage.NOT_STARTED, None
    product = evidence = met = False
    lacking: tuple[str, ...] = ()
    for entry in entries:
        product = product or bool(entry.result) or (entry.kind == TARGET and bool(entry.figure))
        evidence = evidence or bool(entry.evidence)
        if goal is not None and entry.figure and (figure := read_figure(entry.figure, goal)):
            met = meets(figure, goal)
        if entry.stage is not None:
            said = entry.stage
        elif said is Stage.NOT_STARTED and (entry.result or entry.figure or entry.evidence):
            said = Stage.IN_PROGRESS
        lacking = _lacking(product=product, evidence=evidence, met=met or goal is None)
        if said is not Stage.COMPLETED or lacking:
            completed = None
        elif completed is None:
            completed = entry.date
    if said is Stage.COMPLETED:
        return Course(Stage.AWAITING if lacking else said, completed, lacking)
    if met and said is Stage.IN_PROGRESS:
        return Course(Stage.AWAITING, None, ())
    return Course(said, None, ())


def by_period(entries: Iterable[Entry], recurs: Rhythm) -> dict[Period, list[Entry]]:
    """Return *entries* of what recurs by the period that they name, or that their day lies in."""
    grouped: dict[Period, list[Entry]] = {}
    for entry in entries:
        period = named_period(recurs, entry.period) if entry.period else None
        grouped.setdefault(period or period_of(recurs, entry.date), []).append(entry)
    return grouped


def _lacking(*, product: bool, evidence: bool, met: bool) -> tuple[str, ...]:
    wanted = ((product, "sản phẩm"), (evidence, "minh chứng"), (met, "số liệu đạt mức đề ra"))
    return tuple(word for there, word in wanted if not there)
