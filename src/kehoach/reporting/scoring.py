"""Points for the share that is on time: tables under ``templates/tien-do/cham-diem``.

Each province has rules of its own, so a table is data; a project may have more of them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path as FilePath

from kehoach.source.place import SourceError
from kehoach.source.resources import find_template, template_folders
from kehoach.source.structure import check_structure
from kehoach.source.tree import load

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


def scoring_codes(project: FilePath) -> Iterator[str]:
    """Yield the codes of all tables by name."""
    folders = template_folders(project)
    yield from sorted({f.stem for folder in folders for f in folder.glob(f"{_FOLDER}/*.yaml")})


def read_scoring(code: str, project: FilePath) -> Scoring | None:
    """Return the table *code*, None where there is none; raises `SourceError`."""
    if code not in set(scoring_codes(project)):
        return None
    name = f"{_FOLDER}/{code}.yaml"
    file = find_template(name, project)
    if file is None:
        return None
    source = load(file, f"templates/{name}")
    if faults := check_structure(source, _SCHEMA):
        raise SourceError(source.name, faults)
    value = source.value
    steps = ((Decimal(str(step["tu"])), Decimal(str(step["diem"]))) for step in value["bac"])
    return Scoring(code, value["ten"], value["nguon"], tuple(sorted(steps, reverse=True)))
