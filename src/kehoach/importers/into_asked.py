"""What an exported workbook asks to change in its plan file, and what of it is refused."""

from dataclasses import dataclass, field
from typing import Any

from kehoach.source.place import Path

_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Changed:
    """What was brought back: a value, a new item or a deleted one (``heading`` is then empty).

    ``before`` and ``after`` are the texts of the cell, empty for nothing.
    """

    sheet: str
    code: str
    heading: str
    path: Path
    before: str
    after: str

    def __str__(self) -> str:
        """Return the change as a line for people."""
        where = f"{self.sheet} {self.code}"
        if not self.heading:
            return f"{where}: {'thêm' if self.after else 'xóa'} {_short(self.after or self.before)}"
        if not self.before:
            return f"{where}, {self.heading}: thêm {_short(self.after)}"
        if not self.after:
            return f"{where}, {self.heading}: bỏ {_short(self.before)}"
        return f"{where}, {self.heading}: {_short(self.before)} → {_short(self.after)}"


@dataclass(frozen=True, slots=True)
class Conflict:
    """What the workbook asks for and was not written; ``reason`` says why.

    ``plan`` and ``book`` are the texts in the plan file and in the workbook, where there are two.
    """

    sheet: str
    code: str
    heading: str
    reason: str
    plan: str = ""
    book: str = ""

    def __str__(self) -> str:
        """Return the conflict as a line for people, with both texts."""
        where = " ".join(part for part in (self.sheet, self.code) if part)
        column = f", {self.heading}" if self.heading else ""
        texts = (
            f" (kế hoạch: {_short(self.plan)}; bảng: {_short(self.book)})"
            if self.plan or self.book
            else ""
        )
        return f"{where}{column}: {self.reason}{texts}"


@dataclass
class Asked:
    """What the workbook asks for; values of the plan file by path."""

    values: dict[Path, Any] = field(default_factory=dict)
    items: dict[Path, list[dict[str, Any]]] = field(default_factory=dict)
    deleted: dict[Path, Changed] = field(default_factory=dict)
    changes: list[Changed] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return f"“{line[:_SHOWN]}…”" if len(line) > _SHOWN else f"“{line}”"
