"""Edits that keep in the plan file what a comparison found: links, and acceptances."""

from collections.abc import Iterable, Mapping
from typing import Any

from kehoach.compare.alignment import How
from kehoach.compare.difference import Direction
from kehoach.compare.marking import Mark
from kehoach.compare.sheet import Row, Sheet
from kehoach.source.place import Path
from kehoach.source.splice import Edit, add_key, append_item, set_value
from kehoach.source.tree import SourceFile

_KEY = "khung"
_ACCEPTANCES = "chap_nhan"


def link_edits(source: SourceFile, sheets: Iterable[Sheet]) -> list[Edit]:
    """Return the edits that write the sure pairs by words as ``khung:`` into the plan *source*."""
    wanted: dict[Path, list[str]] = {}
    for row in (row for sheet in sheets for row in sheet.items()):
        if row.how is How.WORDS and row.sure:
            for side in row.below:
                wanted.setdefault(side.path, []).append(row.link)
    return [_link(source, path, links) for path, links in wanted.items()]


def _link(source: SourceFile, path: Path, links: list[str]) -> Edit:
    item: Any = source.value
    for step in path:
        item = item[step]
    had = item.get(_KEY)
    if had is None and _KEY not in item:
        value = links[0] if len(links) == 1 else links
        after = next((key for key in reversed(_BEFORE) if key in item), None)
        return add_key(source, path, _KEY, value, after)
    old = [had] if isinstance(had, str) else list(had or ())
    return set_value(source, (*path, _KEY), [*old, *links])


_BEFORE = (
    "ma", "so_muc", "ten", "noi_dung", "muc_dat", "tu_ngay", "han", "pham_vi", "ngoai_tru",
    "chu_tri", "phoi_hop", "thoi_han", "san_pham", "phuc_vu",
)  # fmt: skip
"""Keys of an item that stand before its link, in their order."""


def acceptance_edits(
    source: SourceFile, sheets: Iterable[Sheet], item: str, reason: str
) -> tuple[list[Edit], list[Mark]]:
    """Return the edits that accept what is open of *item*, and the differences accepted.

    An acceptance that has become suspect is written anew. Nothing to accept gives nothing.
    """
    marks = [
        (sheet, row, mark)
        for sheet in sheets
        for row in sheet.items()
        if row.item == item
        for mark in row.marks
        if _weighs(mark)
    ]
    edits: list[Edit] = []
    fresh: list[Mapping[str, str]] = []
    for sheet, row, mark in marks:
        value = _acceptance(sheet, row, mark, reason)
        if mark.accepted:
            edits.append(set_value(source, mark.accepted.acceptance.path, value))
        else:
            fresh.append(value)
    if not fresh:
        return edits, [mark for *_, mark in marks]
    if source.value.get(_ACCEPTANCES):
        edits += (append_item(source, (_ACCEPTANCES,), value) for value in fresh)
    elif _ACCEPTANCES in source.value:
        edits.append(set_value(source, (_ACCEPTANCES,), fresh))
    else:
        edits.append(add_key(source, (), _ACCEPTANCES, fresh, None))
    return edits, [mark for *_, mark in marks]


def _weighs(mark: Mark) -> bool:
    direction = mark.difference.kind.direction
    return mark.stands and direction in {Direction.WEAKER, Direction.LATER, Direction.UNCLEAR}


def _acceptance(sheet: Sheet, row: Row, mark: Mark, reason: str) -> dict[str, str]:
    return {
        "ma": mark.difference.kind.code,
        "tai": f"{sheet.above.code}/{row.item}",
        "ly_do": reason,
        "dau_van_tay": mark.fingerprint,
        "noi_dung": mark.difference.message(sheet.other),
    }
