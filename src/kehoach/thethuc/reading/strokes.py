"""Shapes: lines drawn under Tiêu ngữ and the name of an agency, widths of text boxes."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kehoach.importers.readers.word.runs import MC, alternative
from kehoach.thethuc.reading.text import Stroke

if TYPE_CHECKING:
    from lxml.etree import _Element

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_V = "{urn:schemas-microsoft-com:vml}"
_BOX = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}txbxContent"
_LINES = frozenset({"line", "straightConnector1"})
_EMU_PER_TWIP = 635
_INSET = 91440  # what Word leaves at each side of a box where nothing is said
_TWIPS = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "px": 15.0, "": 15.0}
_MOST_DIGITS = 11
_FLATTEST = 0.1  # a shape lower than this share of its length is a line, whatever its kind
_LENGTH = re.compile(r"(-?\d{1,9}(?:\.\d{1,9})?)\s?([a-z]{0,2})")


def strokes_in(drawing: "_Element") -> Iterator[Stroke]:
    """Yield the horizontal lines in *drawing*, a ``w:drawing`` or ``w:pict``."""
    extent = next(drawing.iter(f"{_WP}extent"), None)
    waiting = list(reversed(drawing))
    while waiting:
        element = waiting.pop()
        if element.tag == _BOX:
            continue
        if element.tag == f"{MC}AlternateContent":
            waiting.extend(reversed(list(alternative(element))))
            continue
        if element.tag == f"{_WPS}wsp":
            yield from _shape(element, extent)
        elif element.tag == f"{_V}line" or _is_connector(element):
            yield from _old_line(element)
        waiting.extend(reversed(element))


def box_width(content: "_Element") -> int:
    """Return the room for text in the box that holds *content*, 0 where it is not said."""
    for holder in content.iterancestors():
        if holder.tag == f"{_WPS}wsp":
            size = holder.find(f"{_WPS}spPr/{_A}xfrm/{_A}ext")
            body = holder.find(f"{_WPS}bodyPr")
            insets = sum(
                _INSET if body is None else _whole(body.get(side, str(_INSET)))
                for side in ("lIns", "rIns")
            )
            width = 0 if size is None else _whole(size.get("cx"))
            return max(width - insets, 0) // _EMU_PER_TWIP
        if holder.tag.startswith(_V) and "width" in _style(holder):
            width = round(_length(_style(holder)["width"]))
            return max(width - 2 * _INSET // _EMU_PER_TWIP, 0)
    return 0


def _style(element: "_Element") -> dict[str, str]:
    parts = (part.partition(":") for part in element.get("style", "").split(";"))
    return {name.strip(): value for name, sign, value in parts if sign}


def _shape(shape: "_Element", extent: "_Element | None") -> Iterator[Stroke]:
    properties = shape.find(f"{_WPS}spPr")
    if properties is None:
        return
    geometry = properties.find(f"{_A}prstGeom")
    kind = "" if geometry is None else geometry.get("prst", "")
    size = properties.find(f"{_A}xfrm/{_A}ext")
    size = extent if size is None else size
    across, down = (0, 0) if size is None else (_whole(size.get("cx")), _whole(size.get("cy")))
    if kind not in _LINES and not (across and down < _FLATTEST * across):
        return
    if down > across:
        return  # upright
    dash = properties.find(f"{_A}ln/{_A}prstDash")
    dashed = dash is not None and dash.get("val", "solid") != "solid"
    yield Stroke(across / _EMU_PER_TWIP if across else None, dashed)


def _is_connector(element: "_Element") -> bool:
    return element.tag == f"{_V}shape" and element.get("type", "").endswith("_t32")


def _old_line(element: "_Element") -> Iterator[Stroke]:
    dashed = any(
        child.tag == f"{_V}stroke" and child.get("dashstyle", "solid") != "solid"
        for child in element
    )
    start, end = element.get("from"), element.get("to")
    if start and end:
        across = _length(end.split(",")[0]) - _length(start.split(",")[0])
        down = _length(end.split(",")[-1]) - _length(start.split(",")[-1])
        if abs(down) > abs(across):
            return
        yield Stroke(abs(across) or None, dashed)
        return
    yield Stroke(_length(_style(element).get("width", "")) or None, dashed)


def _length(text: str) -> float:
    found = _LENGTH.fullmatch(text.strip())
    return float(found[1]) * _TWIPS.get(found[2], 0.0) if found else 0.0


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) <= _MOST_DIGITS else 0
