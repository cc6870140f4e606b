"""Plans read where a command is given files and folders of them."""

from pathlib import Path

from kehoach.model.plan import Plan
from kehoach.model.reading import PLAN_SCHEMA, read_plan, schema_of
from kehoach.source.tree import load


def load_plan(file: Path, *, named: bool) -> Plan | None:
    """Return the plan in *file*, None where it is a framework that the user did not name.

    Raises `SourceError` for everything else that is no plan.
    """
    source = load(file, file.as_posix())
    if not named and schema_of(source) != PLAN_SCHEMA:
        return None
    return read_plan(source)
