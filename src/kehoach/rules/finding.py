"""Findings of rules, and what is said once of a rule."""

from enum import StrEnum
from typing import NamedTuple

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


class Rule(NamedTuple):
    """What is said once of a rule; ``code`` and ``name`` never change, ``since`` is a version."""

    code: str
    name: str
    level: Level
    since: str

    def fingerprint(self, path: Path, message: str) -> str:
        """Return a name of a finding that stays when lines or items before it move."""
        import hashlib  # noqa: PLC0415  loads OpenSSL, which a plan without findings needs not

        keys = "/".join(step for step in path if isinstance(step, str))
        return hashlib.sha256(f"{self.code}\0{keys}\0{message}".encode()).hexdigest()[:16]


Stretch = tuple[int, int]
"""First and behind-the-last character of a part of a value's text."""

CERTAIN = 0.8
"""Findings of less confidence are shown only when asked for (``--pedantic``)."""


class Replacement(NamedTuple):
    """The characters *stretch* of the text at *path* become *text*."""

    path: Path
    stretch: Stretch
    text: str


class Fix(NamedTuple):
    """What mends a finding: *replacements*, which do not overlap.

    A fix is *safe* when it cannot change what the document says: spaces, forms of one letter,
    separators of a symbol. One that puts another word or figure is not.
    """

    replacements: tuple[Replacement, ...]
    safe: bool


class Finding(NamedTuple):
    """One thing to mend: at a path, and in the text there at ``stretch`` where one is given.

    ``message`` says what is wrong, ``help`` what to write instead. Both are sentences without a
    full stop, the first letter small, as they follow the name of a level. ``related`` is a second
    path that explains the finding, ``related_message`` says how. ``confidence``, 0 to 1, is below
    1 where a word list or a likeness decides; see `CERTAIN`.
    """

    path: Path
    message: str
    help: str = ""
    stretch: Stretch | None = None
    related: Path | None = None
    related_message: str = "lần đầu ở đây"
    fix: Fix | None = None
    confidence: float = 1.0


class RuleFinding(NamedTuple):
    """A finding with the rule that made it."""

    rule: Rule
    finding: Finding
