"""A plan and its log as a command has them open."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from kehoach.model.plan import Plan
from kehoach.progress.log import Log
from kehoach.progress.proposing import Proposal, propose
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

    def propose(self, code: str, said: Mapping[str, str | Sequence[str]]) -> Proposal:
        """Return the entry that says *said* of the item *code*; see `propose`."""
        return propose(said, code, self.plan, self.log, self.now, self.settings)


def tell_faults(proposal: Proposal, where: str = "kehoach: ") -> None:
    """Say what keeps *proposal* from being written; *where* stands before each sentence."""
    for fault in proposal.faults:
        help_ = f" ({fault.help})" if fault.help else ""
        typer.echo(f"{where}{fault.message}{help_}", err=True)


def word(one: ItemStatus) -> str:
    """Return the stage and the time of an item in brackets."""
    time = one.timeliness or one.timing.basis
    return f"[{one.stage}; {time}]"
