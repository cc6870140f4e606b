"""Findings of rules, and what is said once of a rule."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from kehoach.source.place import Path


class Level(StrEnum):
    """How much a finding weighs; the values are those of the JSON output."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def weight(self) -> int:
        """3 for an error, 2 for a warning, 1 for a note."""
        return {"error": 3, "warning": 2, "note": 1}[self.value]


@dataclass(frozen=True, slots=True)
class Rule:
    """What is said once of a rule; ``code`` and ``name`` never change, ``since`` is a version."""

    code: str
    name: str
    level: Level
    since: str

    def fingerprint(self, path: Path, message: str) -> str:
        """Return a name of a finding that stays when lines or items before it move."""
        keys = "/".join(step for step in path if isinstance(step, str))
        return hashlib.sha256(f"{self.code}\0{keys}\0{message}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend, at a path; ``related`` is a second path that explains it.

    ``message`` says what is wrong, ``help`` what to write instead. Both are sentences without a
    full stop, the first letter small, as they follow the name of a level.
    """

    path: Path
    message: str
    help: str = ""
    related: Path | None = None


@dataclass(frozen=True, slots=True)
class RuleFinding:
    """A finding with the rule that made it."""

    rule: Rule
    finding: Finding
