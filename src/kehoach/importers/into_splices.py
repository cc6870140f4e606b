"""What a workbook asks for as splices of the plan file; comments and order stay."""

from collections.abc import Iterable, Iterator
from typing import Any

from kehoach.importers.into_asked import Asked
from kehoach.importers.plan_sheet import SECTION_ORDER, SHEETS, value_at
from kehoach.importers.readers.refusal import refused
from kehoach.source.place import Path, read_path, write_path
from kehoach.source.splice import (
    Edit,
    SpliceError,
    add_key,
    append_item,
    apply,
    remove_all,
    set_value,
)
from kehoach.source.tree import SourceFile, parse


def spliced(source: SourceFile, asked: Asked) -> str:
    """Return the text with everything that *asked* says; what comes in first, then what goes.

    New items stand behind the others, so the paths of what goes stay right.
    """
    try:
        text = apply(source, [*_values(source, asked), *_items(source, asked)])
        changed = parse(text, source.name)
        emptied = [path for path, value in asked.values.items() if value is None]
        text = apply(changed, remove_all(changed, emptied))
        changed = parse(text, source.name)
        return apply(changed, _deletions(changed, asked.deleted))
    except SpliceError as error:
        help_ = "sửa bằng tay chỗ đã nêu trong tệp kế hoạch"
        raise refused(source.name, str(error), help_) from None


def _values(source: SourceFile, asked: Asked) -> Iterator[Edit]:
    orders = {sheet.key: sheet.order for sheet in SHEETS}
    for path, value in asked.values.items():
        item, key = path[:-1], str(path[-1])
        values = value_at(source.value, item)
        if value is None:
            continue
        if key in values:
            yield set_value(source, path, value)
        else:
            order = orders[str(item[-2])]
            yield add_key(source, item, key, value, _before(order, key, values))


def _items(source: SourceFile, asked: Asked) -> Iterator[Edit]:
    for path, items in asked.items.items():
        owner, key = path[:-1], str(path[-1])
        values = value_at(source.value, owner)
        if values.get(key):
            yield from (append_item(source, path, item) for item in items)
        elif key in values:
            yield set_value(source, path, items)
        else:
            yield add_key(source, owner, key, items, _before(SECTION_ORDER, key, values))


def _before(order: tuple[str, ...], key: str, values: dict[str, Any]) -> str | None:
    """Return the key of *values* that *key* stands behind in plan files; None to come last."""
    earlier = [other for other in order[: order.index(key)] if other in values]
    return earlier[-1] if earlier else None


def _deletions(source: SourceFile, deleted: Iterable[Path]) -> list[Edit]:
    lists: dict[Path, set[int]] = {}
    for path in deleted:
        lists.setdefault(path[:-1], set()).add(int(path[-1]))
    gone: list[Path] = []
    edits: list[Edit] = []
    for path, indexes in lists.items():
        if len(indexes) == len(value_at(source.value, path)):
            gone.append(path)
        else:
            gone += ((*path, i) for i in indexes)
    # Findings are accepted at paths, which go or move when an item goes.
    acceptances = source.value.get("chap_nhan") or ()
    without_place: list[Path] = []
    for i, acceptance in enumerate(acceptances):
        at = read_path(str(acceptance["tai"]))
        moved = _moved(at, lists)
        if moved is None:
            without_place.append(("chap_nhan", i))
        elif moved != at:
            edits.append(set_value(source, ("chap_nhan", i, "tai"), write_path(moved)))
    if without_place and len(without_place) == len(acceptances):
        without_place = [("chap_nhan",)]
    return edits + remove_all(source, [*gone, *without_place])


def _moved(path: Path, lists: dict[Path, set[int]]) -> Path | None:
    """Return *path* after the items of *lists* are gone; None where it leads into one of them."""
    steps = list(path)
    for i, step in enumerate(path):
        gone = lists.get(path[:i], set())
        if step in gone:
            return None
        if isinstance(step, int):
            steps[i] = step - sum(index < step for index in gone)
    return tuple(steps)
