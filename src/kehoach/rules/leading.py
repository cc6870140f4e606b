"""Who leads what: units of a plan under one key each."""

import re
from collections.abc import Mapping

from kehoach.language.fold import fold
from kehoach.language.unit import is_generic, split_units
from kehoach.model.plan import Task
from kehoach.rules.context import Context
from kehoach.source.place import Path

LEAST_TASKS = 5
"""Of fewer assigned tasks a habit of the plan cannot be told."""

_CIRCULAR = re.compile(
    r"(?:đơn vị|cơ quan|phòng|ban|ngành)[^;]*?\b(?:được (?:giao|phân công) )?chủ trì\b"
)


def unit_key(context: Context, unit: str) -> str:
    """Return what is the same for all writings of one unit, declared or not."""
    names = context.unit_names
    return names.key(names.find(unit) or unit)


def is_circular(unit: str) -> bool:
    """Tell whether *unit* is only "the units that lead" something."""
    return _CIRCULAR.match(fold(unit).removeprefix("các ")) is not None


def named_leads(context: Context) -> Mapping[str, tuple[str, Path]]:
    """Return the units, not groups, that lead tasks: writing and path of the first, by key."""
    leads: dict[str, tuple[str, Path]] = {}
    for task in context.plan.assigned_tasks():
        for i, lead in enumerate(task.leads):
            for unit in split_units(lead):
                if not is_generic(unit) and not is_circular(unit):
                    key = unit_key(context, unit)
                    leads.setdefault(key, (unit, (*task.path, "chu_tri", i)))
    return leads


def leading_keys(context: Context, task: Task) -> frozenset[str]:
    """Return the keys of the units that lead *task*."""
    return frozenset(unit_key(context, u) for lead in task.leads for u in split_units(lead))
