"""Numbers of the source that a plan file counts by itself dropped, the others kept as ``so_muc``.

How items are counted is `kehoach.model.outline`'s to say; this is the same walk over a draft.
"""

from collections.abc import Iterator
from typing import Any

from kehoach.importers.blocks import LeftOut
from kehoach.importers.context import NUMBER, Context
from kehoach.importers.draft import Piece
from kehoach.language.numbering import Style, write_number

Item = tuple[str, dict[str, Any]]

_STYLES = (Style.ROMAN, Style.ARABIC, Style.LETTER)


def drop_counted(draft: dict[str, Any], context: Context) -> None:
    """Drop every number of *draft* that its item has by order, and name it as left out."""
    _body([("muc", section) for section in draft.get("noi_dung", ())], 0, context)
    for annex in draft.get("phu_luc", ()):
        _annex(_children(annex), "", context)


def _body(items: list[Item], level: int, context: Context) -> None:
    place = 0
    for kind, item in _spread(items):
        if kind != "chi_tieu" and _text(item) != "":
            place += 1
            _drop(item, _by_order(level, place), context)
        _body(_children(item), level + 1, context)


def _by_order(level: int, place: int) -> str:
    if level >= len(_STYLES):
        return ""
    try:
        return write_number(_STYLES[level], place)
    except ValueError:
        return str(place)


def _annex(items: list[Item], parent: str, context: Context) -> None:
    place = 0
    for kind, item in _spread(items):
        if kind == "chi_tieu" and not parent:
            _annex(_children(item), _text(item) or "", context)
            continue
        place += _text(item) != ""
        mark = f"{parent}.{place}" if parent else str(place)
        written = _text(item)
        if written != "":
            _drop(item, mark, context)
        _annex(_children(item), mark if written is None else written, context)


def _text(item: dict[str, Any]) -> str | None:
    piece = item.get("so_muc")
    return None if piece is None else str(piece.text)


def _drop(item: dict[str, Any], mark: str, context: Context) -> None:
    piece: Piece | None = item.get("so_muc")
    if piece is not None and piece.text == mark:
        del item["so_muc"]
        context.left_out += [LeftOut(mark, origin, NUMBER) for origin in piece.origins[:1]]


def _children(item: dict[str, Any]) -> list[Item]:
    return [(key, child) for key in ("chi_tieu", "nhiem_vu", "muc") for child in item.get(key, ())]


def _spread(items: list[Item]) -> Iterator[Item]:
    """Yield *items*, those of a section without heading in its place."""
    for kind, item in items:
        if kind == "muc" and "de_muc" not in item:
            yield from _spread(_children(item))
        else:
            yield kind, item
