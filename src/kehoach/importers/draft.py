"""A plan as recognised: the tree of a plan file whose leaves remember where they come from."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from kehoach.importers.blocks import LeftOut, Origin
from kehoach.source.place import Path


class Sureness(StrEnum):
    """How surely a value was recognised."""

    SURE = "chắc"
    LIKELY = "khá chắc"
    CHECK = "cần xem lại"


SAID_AGAIN = "lấy từ câu của nhiệm vụ"
INFERRED = "suy từ đề mục"
"""Notes of values that only repeat words which stand elsewhere in the draft as well."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A leaf: its text, where it was read, how surely, and what a person should know (``note``).

    A piece without origins was not in the source (``kehoach: 1``).
    """

    text: str | int | None
    origins: tuple[Origin, ...] = ()
    sure: Sureness = Sureness.SURE
    note: str = ""


Draft = dict[str, Any]
"""Keys of the plan file in their order; values are `Piece`, lists and mappings of such."""


@dataclass
class Imported:
    """What came of a file: the draft, what is left out, and notes for the person."""

    draft: Draft
    left_out: list[LeftOut] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def pieces(value: Any, path: Path = ()) -> Iterator[tuple[Path, Piece]]:
    """Yield every leaf of *value* with its path in the plan file."""
    if isinstance(value, Piece):
        yield path, value
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from pieces(child, (*path, key))
    else:
        for index, child in enumerate(value):
            yield from pieces(child, (*path, index))


def plain(value: Any) -> Any:
    """Return *value* with every piece replaced by its text."""
    if isinstance(value, Piece):
        return value.text
    if isinstance(value, dict):
        return {key: plain(child) for key, child in value.items()}
    return [plain(child) for child in value]
