"""A plan and its log as a command has them open."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from kehoach.model.plan import Plan
from kehoach.progress.log import Log
from kehoach.progress.status import ItemStatus, PlanStatus, work_out
from kehoach.progress.timing import Settings


@dataclass(frozen=True, slots=True)
class Book:
    """The plan and its log as they are now."""

    plan: Plan
    file: Path
    log: Log
    settings: Settings
    now: dt.datetime

    def status(self) -> PlanStatus:
        """Return where the plan stands today."""
        return work_out(self.plan, self.log.entries, self.now.date(), self.settings)


def word(one: ItemStatus) -> str:
    """Return the stage and the time of an item in brackets."""
    time = one.timeliness or one.timing.basis
    return f"[{one.stage}; {time}]"
