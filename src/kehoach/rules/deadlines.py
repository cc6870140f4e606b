"""Every deadline of a plan, read once for the rules on deadlines."""

from collections.abc import Iterator

from kehoach.language.deadline import Deadline, read_deadline
from kehoach.model.plan import Plan
from kehoach.source.place import Path


def deadlines(plan: Plan) -> Iterator[tuple[Path, str, Deadline | None]]:
    """Yield path, text and value of every deadline of targets, tasks and reports.

    A day without a year is read in the year of the document.
    """
    year = plan.document.date.year if plan.document.date else None
    for target in plan.targets():
        if target.deadline:
            yield (*target.path, "han"), target.deadline, read_deadline(target.deadline, year)
    for task in plan.tasks():
        if task.deadline:
            yield (*task.path, "thoi_han"), task.deadline, read_deadline(task.deadline, year)
    for report in plan.reports:
        if report.deadline:
            yield (*report.path, "han"), report.deadline, read_deadline(report.deadline, year)
