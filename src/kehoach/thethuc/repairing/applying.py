"""Changes of rules made in the XML: each sets formatting and leaves the words as they are."""

import copy
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from kehoach.importers.readers.word.values import W
from kehoach.thethuc.fault import Edit
from kehoach.thethuc.reading.text import Piece
from kehoach.thethuc.repairing.ordering import drop, ensure, properties

if TYPE_CHECKING:
    from lxml.etree import _Element

Change = Callable[["_Element", Any], None]

NEEDS_PACKAGE = frozenset({"number-above"})
"""Changes that add parts to the package; see `repairing.page_number`."""


def apply_edit(edit: Edit) -> bool:
    """Make the change of *edit*; False where it could not be made without touching words."""
    if edit.change.startswith("margin-"):
        _margin(edit.target, edit.change.removeprefix("margin-"), cast("int", edit.value))
        return True
    if edit.change == "formula":
        piece, formula = cast("tuple[Piece, str]", edit.value)
        return _formula(piece, formula)
    _CHANGES[edit.change](edit.target, edit.value)
    return True


def _unset(element: "_Element", *names: str) -> None:
    for name in names:
        if f"{W}{name}" in element.attrib:
            del element.attrib[f"{W}{name}"]


def _font(run: "_Element", value: Any) -> None:
    fonts = ensure(properties(run, "rPr"), "rFonts")
    for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
        _unset(fonts, f"{slot}Theme")
        fonts.set(f"{W}{slot}", value)
    _unset(fonts, "cstheme")


def _size(run: "_Element", value: Any) -> None:
    for name in ("sz", "szCs"):
        ensure(properties(run, "rPr"), name).set(f"{W}val", str(round(value * 2)))


def _toggle(*names: str) -> Change:
    def change(run: "_Element", value: Any) -> None:
        for name in names:
            element = ensure(properties(run, "rPr"), name)
            if value:
                _unset(element, "val")
            else:
                element.set(f"{W}val", "0")

    return change


def _run_value(name: str) -> Change:
    def change(run: "_Element", value: Any) -> None:
        element = ensure(properties(run, "rPr"), name)
        element.attrib.clear()
        element.set(f"{W}val", value)

    return change


def _align(paragraph: "_Element", value: Any) -> None:
    ensure(properties(paragraph, "pPr"), "jc").set(f"{W}val", value)
    if value == "center":
        indents = properties(paragraph, "pPr").find(f"{W}ind")
        if indents is not None:
            _unset(indents, "firstLine", "firstLineChars", "hanging", "hangingChars")


def _first(paragraph: "_Element", value: Any) -> None:
    indents = ensure(properties(paragraph, "pPr"), "ind")
    _unset(indents, "firstLineChars", "hanging", "hangingChars")
    indents.set(f"{W}firstLine", str(value))


def _left(paragraph: "_Element", value: Any) -> None:
    indents = ensure(properties(paragraph, "pPr"), "ind")
    _unset(indents, "start", "startChars", "leftChars")
    indents.set(f"{W}left", str(value))


def _space(side: str) -> Change:
    def change(paragraph: "_Element", value: Any) -> None:
        spacing = ensure(properties(paragraph, "pPr"), "spacing")
        _unset(spacing, f"{side}Autospacing", f"{side}Lines")
        spacing.set(f"{W}{side}", str(value))

    return change


def _line(paragraph: "_Element", value: Any) -> None:
    line, rule = value
    spacing = ensure(properties(paragraph, "pPr"), "spacing")
    spacing.set(f"{W}line", str(line))
    spacing.set(f"{W}lineRule", rule)


def _paragraph_switch(name: str) -> Change:
    def change(paragraph: "_Element", value: Any) -> None:
        element = ensure(properties(paragraph, "pPr"), name)
        if value:
            _unset(element, "val")
        else:
            element.set(f"{W}val", "0")

    return change


def _row_switch(name: str) -> Change:
    def change(row: "_Element", value: Any) -> None:
        drop(properties(row, "trPr"), name)
        if value:
            ensure(properties(row, "trPr"), name)

    return change


def _page(section: "_Element", value: Any) -> None:
    size = ensure(section, "pgSz")
    for name, length in zip("wh", value, strict=True):
        size.set(f"{W}{name}", str(length))
    _unset(size, "code")


def _margin(section: "_Element", side: str, value: int) -> None:
    margins = ensure(section, "pgMar")
    usual = 1440
    for name in ("top", "right", "bottom", "left"):
        if margins.get(f"{W}{name}") is None:
            margins.set(f"{W}{name}", str(usual))
    for name in ("header", "footer", "gutter"):
        if margins.get(f"{W}{name}") is None:
            margins.set(f"{W}{name}", "0" if name == "gutter" else str(usual // 2))
    if side == "left":
        margins.set(f"{W}gutter", "0")
    margins.set(f"{W}{side}", str(value))


def _number_format(section: "_Element", value: Any) -> None:
    ensure(section, "pgNumType").set(f"{W}fmt", value)


def _restart(section: "_Element", value: Any) -> None:
    number = ensure(section, "pgNumType")
    if value is None:
        _unset(number, "start")
    else:
        number.set(f"{W}start", str(value))


def _title_page(section: "_Element", value: Any) -> None:
    drop(section, "titlePg")
    if value:
        ensure(section, "titlePg")


def drop_number(paragraph: "_Element", _value: Any) -> None:
    """Take the field PAGE, with the figures it shows, out of *paragraph*."""
    for simple in list(paragraph.iter(f"{W}fldSimple")):
        parent = simple.getparent()
        if parent is not None and "PAGE" in simple.get(f"{W}instr", "").upper().split():
            parent.remove(simple)
    for field in _fields(paragraph):
        code = "".join(one.text or "" for run in field for one in run.iter(f"{W}instrText"))
        if "PAGE" in code.upper().split():
            for run in field:
                parent = run.getparent()
                if parent is not None:
                    parent.remove(run)


def _fields(paragraph: "_Element") -> "list[list[_Element]]":
    """Return the runs of each field in *paragraph* that is not inside another."""
    found: list[list[_Element]] = []
    current: list[_Element] = []
    depth = 0
    for run in paragraph.iter(f"{W}r"):
        kinds = [one.get(f"{W}fldCharType") for one in run.iter(f"{W}fldChar")]
        depth += kinds.count("begin")
        if depth:
            current.append(run)
        depth -= kinds.count("end")
        if current and not depth:
            found.append(current)
            current = []
    return found


def _split_runs(paragraph: "_Element", _value: Any) -> None:
    """Cut runs at their tabs and line breaks, so that each stretch can look its own way."""
    signs = {f"{W}tab", f"{W}br", f"{W}cr"}
    for run in list(paragraph.iter(f"{W}r")):
        parent = run.getparent()
        children = [one for one in run if one.tag != f"{W}rPr"]
        if parent is None or len(children) < 2 or not any(one.tag in signs for one in children):  # noqa: PLR2004
            continue
        look = run.find(f"{W}rPr")
        for child in children[1:]:
            following = run.makeelement(f"{W}r", {}, None)
            if look is not None:
                following.append(copy.deepcopy(look))
            following.append(child)
            parent.insert(parent.index(run) + children.index(child), following)


def _formula(piece: Piece, formula: str) -> bool:
    """Write *formula* in place of *piece*; only where its runs hold nothing but its own text."""
    others = {
        id(one.run)
        for other in piece.paragraph.pieces
        if other is not piece
        for one in other.segments
    }
    runs = list({id(one.run): one.run for one in piece.segments}.values())
    if any(id(run) in others for run in runs):
        return False
    texts = [text for run in runs for text in run.iter(f"{W}t")]
    signs = [one for run in runs for one in run if one.tag not in {f"{W}t", f"{W}rPr"}]
    if not texts or signs:
        return False
    texts[0].text = formula
    for text in texts[1:]:
        text.text = ""
    return True


_CHANGES: dict[str, Change] = {
    "font": _font,
    "size": _size,
    "bold": _toggle("b", "bCs"),
    "italic": _toggle("i", "iCs"),
    "underline": _run_value("u"),
    "color": _run_value("color"),
    "highlight": _run_value("highlight"),
    "split-runs": _split_runs,
    "align": _align,
    "first": _first,
    "left": _left,
    "before": _space("before"),
    "after": _space("after"),
    "line": _line,
    "contextual": _paragraph_switch("contextualSpacing"),
    "keep-next": _paragraph_switch("keepNext"),
    "page-before": _paragraph_switch("pageBreakBefore"),
    "repeat": _row_switch("tblHeader"),
    "whole": _row_switch("cantSplit"),
    "page": _page,
    "number-format": _number_format,
    "restart": _restart,
    "title-page": _title_page,
    "drop-number": drop_number,
}
