"""What drafting gives: the values of a plan file, comments for it, notes for the person."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kehoach.source.place import Path

Values = dict[str, Any]

DEADLINE_BLANK = "[thời hạn]"
LEAD_BLANK = "[đơn vị chủ trì]"
DELIVERABLE_BLANK = "[sản phẩm]"
_OPEN, _CLOSE = "[", "]"


@dataclass
class Draft:
    """A plan file to be written: ``comments`` stand before the value at their path.

    ``notes`` are Vietnamese sentences for the terminal.
    """

    value: Values
    comments: dict[Path, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def comment(self, path: Path, text: str) -> None:
        """Put *text* before the value at *path*, after what stands there."""
        before = self.comments.get(path)
        self.comments[path] = f"{before}\n{text}" if before else text


def texts(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text in *value* with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from texts(child, (*path, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from texts(child, (*path, index))


def count_blanks(value: Any) -> int:
    """Return how many places in square brackets *value* leaves for a person to fill."""
    return sum(min(text.count(_OPEN), text.count(_CLOSE)) for _, text in texts(value))
