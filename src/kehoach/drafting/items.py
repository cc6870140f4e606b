"""Targets and tasks of a framework as items of a plan, at the framework's level."""

import datetime as dt
import re
from collections.abc import Collection

from kehoach.drafting.customs import Customs
from kehoach.drafting.draft import DEADLINE_BLANK, DELIVERABLE_BLANK, LEAD_BLANK, Values
from kehoach.model.framework import Binding, Framework
from kehoach.model.plan import Citation, Target, Task

_PADDED_MONTHS = 2
# Frameworks write "của xã" for every commune; "cấp xã" and "xã hội" stay what they are.
_OF_COMMUNE = re.compile(r"(?<=\b(?:của|tại) )xã\b(?! (?:hội|khác))")


def wanted(framework: Framework, code: str, *, encouraged: bool) -> bool:
    """Tell whether the item *code* binds a commune, or is *encouraged* and asked for."""
    binding = framework.terms[code].binding
    return binding is Binding.REQUIRED or (encouraged and binding is Binding.ENCOURAGED)


def target_values(target: Target, framework: Framework, customs: Customs) -> Values:
    """Return *target* with its figure, scope, start and deadline, linked."""
    deadline = target.deadline or phase_end(framework, target.code)
    if target.figure and not deadline:
        deadline = DEADLINE_BLANK
    values = {
        "ma": target.code,
        "noi_dung": _own_words(target.content, customs),
        "muc_dat": target.figure,
        "tu_ngay": target.since,
        "han": deadline,
        "pham_vi": target.scope,
        "ngoai_tru": target.exclusion,
        "khung": f"{framework.code}/{target.code}",
    }
    return {key: value for key, value in values.items() if value}


def task_values(
    task: Task, framework: Framework, customs: Customs, targets: Collection[str]
) -> Values:
    """Return *task* with suggested units, a deadline in its phase, linked.

    ``phuc_vu`` keeps what stands in *targets*, the codes of the plan's targets.
    """
    assignment = customs.assignment(task)
    deadline = task_deadline(task, framework, targets)
    if assignment.recurring and deadline != DEADLINE_BLANK and not task.deadline:
        deadline = f"{assignment.recurring}, đến hết ngày {deadline}"
    others = list(assignment.cooperating)
    if customs.cooperating and customs.cooperating not in others:
        others.append(customs.cooperating)
    values = {
        "ma": task.code,
        "ten": _own_words(task.title, customs),
        "chu_tri": list(assignment.leads) or [LEAD_BLANK],
        "phoi_hop": others,
        "thoi_han": deadline,
        "san_pham": task.deliverable or assignment.deliverable or DELIVERABLE_BLANK,
        "phuc_vu": [code for code in task.serves if code in targets],
        "khung": f"{framework.code}/{task.code}",
    }
    return {key: value for key, value in values.items() if value}


def task_deadline(task: Task, framework: Framework, targets: Collection[str]) -> str:
    """Return when *task* is due at the latest.

    That is its own deadline, the end of its phase, the latest day of those *targets* that it
    serves, or the framework's last day; a blank where none of these is known.
    """
    own = task.deadline or phase_end(framework, task.code)
    if own:
        return own
    due = {one.code: one.due for one in framework.targets if one.code in targets}
    days = [found.due for code in task.serves if (found := due.get(code)) is not None and found.due]
    last = max(days, default=None) or framework_end(framework)
    return write_day(last) if last else DEADLINE_BLANK


def framework_end(framework: Framework) -> dt.date | None:
    """Return the end of the last phase, else the latest due day of what binds a commune."""
    ends = [day for phase in framework.phases if phase.end and (day := phase.end.date())]
    due = [
        item.due.due
        for item in framework.items()
        if framework.terms[item.code].binding is Binding.REQUIRED
        and item.due is not None
        and item.due.due
    ]
    return max(ends or due, default=None)


def write_day(day: dt.date) -> str:
    """Write a day as NĐ 30/2020/NĐ-CP has it: a zero before days below 10 and months 1 and 2."""
    month = f"{day.month:02}" if day.month <= _PADDED_MONTHS else str(day.month)
    return f"{day.day:02}/{month}/{day.year}"


def citation_values(citation: Citation) -> Values | str:
    """Return *citation* as a plan file writes it."""
    if citation.text:
        return citation.text
    date = citation.date
    day = f"-{date.day:02}" if date and date.day else ""
    values = {
        "ten_loai": citation.type_name,
        "so_ky_hieu": citation.symbol,
        "ngay": f"{date.year:04}-{date.month:02}{day}" if date else "",
        "co_quan": citation.issuer,
        "trich_yeu": citation.title,
    }
    return {key: value for key, value in values.items() if value}


def _own_words(text: str, customs: Customs) -> str:
    return _OF_COMMUNE.sub(customs.words["cap"], text)


def phase_end(framework: Framework, code: str) -> str:
    """Return the last day of the phase of the item *code*, empty where none is set."""
    name = framework.terms[code].phase
    phase = next((one for one in framework.phases if name and one.code == name), None)
    day = phase.end.date() if phase and phase.end else None
    return write_day(day) if day else ""
