"""How text looks: the properties of runs and paragraphs that the official form speaks of.

While they are gathered, properties are plain mappings in which what is not set is missing, so that
a nearer source is laid over a farther one by joining the two. `RunLook` and `ParagraphLook` are
what comes out. Sizes of type are in points, lengths in twips (1 pt = 20).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kehoach.importers.readers.word.values import W, switched, value

if TYPE_CHECKING:
    from lxml.etree import _Element

Properties = Mapping[str, Any]

TOGGLES = ("bold", "italic", "caps", "hidden")
"""Properties that styles switch over, instead of setting them: ECMA-376, part 1, 17.7.3."""

_RUN_NAMES = {
    f"{W}{tag}": name
    for tag, name in (
        ("b", "bold"),
        ("i", "italic"),
        ("caps", "caps"),
        ("vanish", "hidden"),
        ("rFonts", "fonts"),
        ("sz", "size"),
        ("color", "color"),
        ("u", "underline"),
        ("highlight", "highlight"),
    )
}
_RUN_DEFAULTS = {"underline": "single", "highlight": "none"}
_SLOTS = ("ascii", "hAnsi")
_AUTO_LINE = 240
_AUTO_SPACE = 280  # 14 points, which Word gives to paragraphs with automatic spacing


@dataclass(frozen=True, slots=True)
class Border:
    """A border of a paragraph: its kind (``single``, ``dashed``…)."""

    kind: str


@dataclass(frozen=True, slots=True)
class RunLook:
    """How a run looks; ``ascii`` and ``hansi`` are the fonts of plain and of marked letters."""

    ascii: str = "Times New Roman"
    hansi: str = "Times New Roman"
    size: float = 10
    bold: bool = False
    italic: bool = False
    caps: bool = False
    hidden: bool = False
    underline: str = "none"
    color: str = "auto"
    highlight: str = "none"


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """How a paragraph looks; ``rule`` says how ``line`` counts, as Word does."""

    align: str = "left"
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    contextual: bool = False
    line: int = _AUTO_LINE
    rule: str = "auto"
    keep_next: bool = False
    page_before: bool = False
    top: Border | None = None
    bottom: Border | None = None
    tabs: tuple[tuple[int, str], ...] = ()


def whole(text: str | None) -> int | None:
    """Return *text* as a whole number of twips, None where it is none or out of all bounds."""
    if text is None:
        return None
    try:
        return max(-100_000, min(100_000, round(float(text))))
    except (ValueError, OverflowError):
        return None


def read_run(properties: "_Element | None", fonts: Mapping[str, str]) -> dict[str, Any]:
    """Return what ``w:rPr`` sets; *fonts* are the theme's by their names in attributes."""
    found: dict[str, Any] = {}
    for child in () if properties is None else properties:
        name = _RUN_NAMES.get(str(child.tag))
        if name in TOGGLES:
            found[name] = bool(switched(child))
        elif name == "fonts":
            for slot in _SLOTS:
                font = fonts.get(child.get(f"{W}{slot}Theme", "")) or child.get(f"{W}{slot}")
                if font:
                    found[slot.lower()] = font
        elif name == "size":
            half_points = whole(value(child))
            if half_points:
                found["size"] = half_points / 2
        elif name == "color":
            found["color"] = _color(child)
        elif name:
            found[name] = value(child, _RUN_DEFAULTS[name])
    return found


def _color(element: "_Element") -> str:
    # Text colours of the theme are black on white, whatever value was kept beside them.
    theme = element.get(f"{W}themeColor", "")
    if theme in {"text1", "dark1"} and element.get(f"{W}themeTint") is None:
        return "auto"
    return value(element, "auto").lower()


def read_paragraph(properties: "_Element | None") -> dict[str, Any]:
    """Return what ``w:pPr`` sets of the paragraph itself."""
    found: dict[str, Any] = {}
    for child in () if properties is None else properties:
        read = _PARAGRAPH_READERS.get(str(child.tag))
        if read is not None:
            found |= read(child)
    return found


def _align(name: str) -> str:
    return {"start": "left", "end": "right", "": "left"}.get(name, name)


def _indents(element: "_Element") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, other in (("left", "start"), ("right", "end")):
        length = whole(element.get(f"{W}{name}", element.get(f"{W}{other}")))
        if length is not None:
            found[name] = length
    hanging, first = whole(element.get(f"{W}hanging")), whole(element.get(f"{W}firstLine"))
    if hanging is not None:
        found["first"] = -hanging
    elif first is not None:
        found["first"] = first
    return found


def _spacing(element: "_Element") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for side in ("before", "after"):
        length = whole(element.get(f"{W}{side}"))
        if element.get(f"{W}{side}Autospacing") in {"1", "true", "on"}:
            length = _AUTO_SPACE
        if length is not None:
            found[side] = length
    line = whole(element.get(f"{W}line"))
    if line is not None:
        found["line"] = line
        found["rule"] = element.get(f"{W}lineRule", "auto")
    return found


def _borders(element: "_Element") -> dict[str, Any]:
    found: dict[str, Any] = {}
    for side in ("top", "bottom"):
        kind = value(element.find(f"{W}{side}"), "nil")
        found[side] = None if kind in {"nil", "none"} else Border(kind)
    return found


def _tabs(element: "_Element") -> dict[str, Any]:
    stops = element.findall(f"{W}tab")
    return {"tabs": tuple((whole(stop.get(f"{W}pos")) or 0, value(stop)) for stop in stops)}


def _switch(name: str) -> "Callable[[_Element], dict[str, Any]]":
    return lambda element: {name: bool(switched(element))}


_PARAGRAPH_READERS: "dict[str, Callable[[_Element], dict[str, Any]]]" = {
    f"{W}jc": lambda element: {"align": _align(value(element))},
    f"{W}ind": _indents,
    f"{W}spacing": _spacing,
    f"{W}pBdr": _borders,
    f"{W}tabs": _tabs,
    f"{W}keepNext": _switch("keep_next"),
    f"{W}pageBreakBefore": _switch("page_before"),
    f"{W}contextualSpacing": _switch("contextual"),
}
