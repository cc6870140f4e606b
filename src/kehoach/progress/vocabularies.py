"""Words of other systems for a status: tables under ``templates/tien-do``, one file a system.

A table is a list of lines, each with conditions and the word it gives; the first line whose
conditions all hold decides. A project may have tables of its own.
"""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from kehoach.progress.entry import Stage
from kehoach.progress.status import ItemStatus
from kehoach.progress.timing import Timeliness
from kehoach.source.tables import read_table, table_codes

_FOLDER = "tien-do"
_SCHEMA = "tu-tien-do"
NOT_JUDGED = "không xét"


@dataclass(frozen=True, slots=True)
class Line:
    """A word and when it holds; an empty condition always holds.

    ``most_left`` is the largest number of days that may be left, None without this condition.
    """

    word: str
    stages: frozenset[Stage]
    times: frozenset[Timeliness | None]
    most_left: int | None

    def holds(self, stage: Stage, time: Timeliness | None, left: int | None) -> bool:
        """Tell whether the word is that of this stage and time with *left* days to go."""
        return (
            (not self.stages or stage in self.stages)
            and (not self.times or time in self.times)
            and (self.most_left is None or (left is not None and left <= self.most_left))
        )


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one system, with where they were found."""

    code: str
    name: str
    source: str
    lines: tuple[Line, ...]

    def word(self, stage: Stage, time: Timeliness | None, left: int | None = None) -> str:
        """Return the word for a stage and a time; *left* are the days until it is due.

        "" where the system has none.
        """
        return next((line.word for line in self.lines if line.holds(stage, time, left)), "")

    def word_for(self, status: ItemStatus, day: dt.date) -> str:
        """Return the word for where an item stands on *day*."""
        due = status.timing.due
        return self.word(status.stage, status.timeliness, (due - day).days if due else None)


def vocabulary_codes(project: FilePath) -> list[str]:
    """Return the codes of all vocabularies by name."""
    return table_codes(_FOLDER, project)


def read_vocabulary(code: str, project: FilePath) -> Vocabulary | None:
    """Return the vocabulary *code*, None where there is none; raises `SourceError`."""
    value = read_table(_FOLDER, code, _SCHEMA, project)
    if value is None:
        return None
    return Vocabulary(code, value["ten"], value["nguon"], tuple(map(_line, value["tu"])))


def _line(value: dict[str, Any]) -> Line:
    left = value.get("con_lai")
    return Line(
        value["la"],
        frozenset(Stage(stage) for stage in value.get("giai_doan") or ()),
        frozenset(
            None if time == NOT_JUDGED else Timeliness(time)
            for time in value.get("thoi_gian") or ()
        ),
        None if left is None else int(left),
    )
