"""Sections and items of a plan's values, each with its path."""

from collections.abc import Iterator

from kehoach.drafting.draft import Values
from kehoach.source.place import Path

Found = tuple[Path, Values]
TARGETS, TASKS = "chi_tieu", "nhiem_vu"


def walk_sections(plan: Values) -> Iterator[Found]:
    """Yield every section and annex in the order of reading."""
    for key in ("noi_dung", "phu_luc"):
        yield from _sections(plan.get(key) or [], (key,))


def walk_items(plan: Values, kind: str) -> Iterator[Found]:
    """Yield every target (*kind* ``chi_tieu``) or task (``nhiem_vu``), nested ones too."""
    for path, section in walk_sections(plan):
        yield from items_of(section, kind, path)


def _sections(nodes: list[Values], path: Path) -> Iterator[Found]:
    for index, node in enumerate(nodes):
        here = (*path, index)
        yield here, node
        yield from _sections(node.get("muc") or [], (*here, "muc"))


def items_of(owner: Values, kind: str, path: Path) -> Iterator[Found]:
    """Yield the targets or tasks of a section or an item, a parent before those in it."""
    for index, item in enumerate(owner.get(kind) or []):
        here = (*path, kind, index)
        yield here, item
        yield from items_of(item, kind, here)
