"""What an item says is to be reached or done, as one text, and where two such texts part."""

from collections.abc import Iterable

from kehoach.compare.difference import Item
from kehoach.model.plan import Target, prose_texts

_AROUND = 3
"""Words shown on either side of what differs."""


def item_words(item: Item) -> str:
    """Return the content of a target, or name and content of a task."""
    if isinstance(item, Target):
        return item.content
    return " ".join(filter(None, (item.name, *prose_texts(item.content))))


def body_words(item: Item) -> str:
    """Return the content of a target or task, without the name of a task that has one."""
    if isinstance(item, Target):
        return item.content
    return " ".join(prose_texts(item.content))


def item_text(item: Item) -> str:
    """Return the one text by which people know *item*."""
    return item.content if isinstance(item, Target) else item.title


def titles(items: Iterable[Item]) -> str:
    """Return the texts of *items*, one behind the other."""
    return "; ".join(f"“{item_text(item)}”" for item in items)


def parting(left: str, right: str) -> tuple[str, str]:
    """Return the stretches in which two texts differ, with a few words around them."""
    ours, theirs = left.split(), right.split()
    shorter = min(len(ours), len(theirs))
    start = next((i for i in range(shorter) if ours[i] != theirs[i]), shorter)
    rest = shorter - start
    end = next((i for i in range(rest) if ours[-1 - i] != theirs[-1 - i]), rest)
    return _stretch(ours, start, end), _stretch(theirs, start, end)


def _stretch(words: list[str], start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(words), len(words) - end + _AROUND)
    before, after = "… " if first else "", " …" if last < len(words) else ""
    return f"{before}{' '.join(words[first:last])}{after}"
