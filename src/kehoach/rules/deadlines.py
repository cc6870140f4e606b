"""Every deadline of a plan, read for the rules on deadlines, and how a day is written."""

import datetime as dt
from collections.abc import Iterator

from kehoach.language.deadline import Deadline, read_deadline
from kehoach.model.plan import PartialDate, Plan
from kehoach.source.place import Path

_LAST_PADDED = 2


def deadlines(plan: Plan) -> Iterator[tuple[Path, str, Deadline | None]]:
    """Yield path, text and value of every deadline of targets, tasks and reports.

    A day without a year is read in the year of the document; in a list that ends in "hằng năm"
    ("tháng 6, tháng 12 hằng năm") it recurs with the last.
    """
    year = plan.document.date.year if plan.document.date else None
    for target in plan.targets():
        if target.deadline:
            yield (*target.path, "han"), target.deadline, _read(target.deadline, year)
    for task in plan.tasks():
        if task.deadline:
            yield (*task.path, "thoi_han"), task.deadline, _read(task.deadline, year)
    for report in plan.reports:
        if report.deadline:
            yield (*report.path, "han"), report.deadline, _read(report.deadline, year)


def written_day(day: dt.date) -> str:
    """Return *day* as documents write it: 05/7/2025, a nought before months 1 and 2 alone.

    Nghị định 30/2020/NĐ-CP, phụ lục I, mục II.4.b.
    """
    month = f"{day.month:02}" if day.month <= _LAST_PADDED else f"{day.month}"
    return f"{day.day:02}/{month}/{day.year}"


def written_issue(issued: PartialDate) -> str:
    """Return the date of a document as documents write it; 7/2025 where its day is not known."""
    day = issued.date()
    return written_day(day) if day else f"{issued.month}/{issued.year}"


def _read(text: str, year: int | None) -> Deadline | None:
    deadline = read_deadline(text, year)
    if deadline and deadline.year_missing and deadline.parts:
        last = deadline.parts[-1]
        if last.every == "năm" and all(part.year_missing for part in deadline.parts[:-1]):
            return last
    return deadline
