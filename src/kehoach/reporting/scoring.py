"""Points for the share that is on time: tables under ``templates/tien-do/cham-diem``.

Each province has rules of its own, so a table is data; a project may have more of them.
"""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path as FilePath

from kehoach.source.tables import read_table, table_codes

_FOLDER = "tien-do/cham-diem"
_SCHEMA = "cham-diem"


@dataclass(frozen=True, slots=True)
class Scoring:
    """Points by the least percentage that gets them, the highest first, and where they are from."""

    code: str
    name: str
    source: str
    steps: tuple[tuple[Decimal, Decimal], ...]

    def points(self, percent: float | None) -> Decimal | None:
        """Return the points for *percent* on time; None where nothing was to be judged."""
        if percent is None:
            return None
        return next((points for least, points in self.steps if percent >= least), Decimal(0))


def scoring_codes(project: FilePath) -> list[str]:
    """Return the codes of all tables by name."""
    return table_codes(_FOLDER, project)


def read_scoring(code: str, project: FilePath) -> Scoring | None:
    """Return the table *code*, None where there is none; raises `SourceError`."""
    value = read_table(_FOLDER, code, _SCHEMA, project)
    if value is None:
        return None
    steps = ((Decimal(str(step["tu"])), Decimal(str(step["diem"]))) for step in value["bac"])
    return Scoring(code, value["ten"], value["nguon"], tuple(sorted(steps, reverse=True)))
