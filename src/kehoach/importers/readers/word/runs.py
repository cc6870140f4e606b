"""Text of one Word paragraph: its runs in order, and what hangs on it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kehoach.importers.readers.fonts import Fonts
from kehoach.importers.readers.word.styles import Look, Styles, read_run_look
from kehoach.importers.readers.word.values import W, value

if TYPE_CHECKING:
    from lxml.etree import _Element

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_V = "{urn:schemas-microsoft-com:vml}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_BOX = f"{W}txbxContent"

# Elements that only wrap others.
WRAPPERS = frozenset(
    f"{W}{name}"
    for name in ("ins", "moveTo", "hyperlink", "smartTag", "customXml", "fldSimple", "bdo", "dir")
)
DELETIONS = frozenset({f"{W}del", f"{W}moveFrom"})
_PICTURES = frozenset({f"{W}drawing", f"{W}pict", f"{W}object"})
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "\u00ad",
}
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
# Characters of Wingdings and Symbol that plans use; the rest is a bullet.
_SYMBOLS = {0xE0: "→", 0xF0: "→", 0xFE: "☑", 0x52: "☑", 0xA8: "☐", 0x6F: "☐", 0x2D: "-", 0x2B: "+"}


@dataclass(frozen=True, slots=True)
class Segment:
    """Text of one look."""

    text: str
    look: Look


@dataclass(slots=True)
class Inside:
    """What was found in a paragraph beside its visible text.

    ``notes`` are the kinds and ids of its footnotes and endnotes.
    """

    segments: list[Segment] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    boxes: "list[_Element]" = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    pictures: int = 0


class Runs:
    """Reads paragraphs with the styles and fonts of one document."""

    def __init__(self, styles: Styles, fonts: Fonts) -> None:
        """Keep what decides how a run looks and which encoding its font has."""
        self._styles = styles
        self._fonts = fonts

    def read(self, paragraph: "_Element", look: Look) -> Inside:
        """Return what is inside *paragraph*, whose runs look like *look* where they say nothing."""
        inside = Inside()
        self._walk(paragraph, look, inside)
        inside.segments = list(self._converted(inside.segments))
        return inside

    def _walk(self, parent: "Iterable[_Element]", look: Look, inside: Inside) -> None:
        for child in parent:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, look, inside)
            elif tag in WRAPPERS:
                self._walk(child, look, inside)
            elif tag == f"{W}sdt":
                self._walk(child.findall(f"{W}sdtContent"), look, inside)
            elif tag == f"{W}sdtContent":
                self._walk(child, look, inside)
            elif tag in DELETIONS:
                inside.deleted.append(deleted_text(child))
            elif tag == f"{MC}AlternateContent":
                self._walk(alternative(child), look, inside)
            elif tag.endswith(("}oMath", "}oMathPara")):
                text = "".join(one.text or "" for one in child.iter(_MATH_TEXT))
                inside.segments.append(Segment(text, look))

    def _run(self, run: "_Element", look: Look, inside: Inside) -> None:
        properties = run.find(f"{W}rPr")
        if properties is not None:
            own = read_run_look(properties)
            style = value(properties.find(f"{W}rStyle"))
            look = own.over(self._styles.run(style)).over(look)
        self._content(run, look, inside)

    def _content(self, run: "Iterable[_Element]", look: Look, inside: Inside) -> None:
        for child in run:
            tag = child.tag
            if tag == f"{W}t":
                inside.segments.append(Segment(child.text or "", look))
            elif tag in _SIGNS:
                inside.segments.append(Segment(_SIGNS[tag], look))
            elif tag == f"{W}sym":
                inside.segments.append(Segment(_symbol(child), look))
            elif tag in _NOTES:
                inside.notes.append((_NOTES[tag], child.get(f"{W}id", "")))
            elif tag in _PICTURES:
                _picture(child, inside)
            elif tag == f"{MC}AlternateContent":
                self._content(alternative(child), look, inside)
            elif tag == f"{W}ruby":
                for base in child.findall(f"{W}rubyBase"):
                    self._walk(base, look, inside)

    def _converted(self, segments: list[Segment]) -> Iterator[Segment]:
        """Yield the segments with neighbours of one look joined, old encodings converted."""
        waiting: list[str] = []
        look: Look | None = None
        for segment in [*segments, None]:
            if look is not None and (segment is None or segment.look != look):
                yield Segment(self._fonts.text("".join(waiting), look.font), look)
                waiting = []
            if segment is not None:
                look = segment.look
                waiting.append(segment.text)


def alternative(element: "_Element") -> "Iterable[_Element]":
    """Return the one content of ``mc:AlternateContent`` that is shown."""
    choice = element.find(f"{MC}Choice")
    fallback = element.find(f"{MC}Fallback")
    if choice is None or (
        fallback is not None
        and next(choice.iter(_BOX), None) is None
        and next(fallback.iter(_BOX), None) is not None
    ):
        choice = fallback
    return () if choice is None else choice


def deleted_text(element: "_Element") -> str:
    """Return all text inside *element*, deleted or not."""
    return "".join(one.text or "" for one in element.iter(f"{W}delText", f"{W}t"))


def _picture(element: "_Element", inside: Inside) -> None:
    waiting = list(reversed(element))
    while waiting:
        child = waiting.pop()
        if child.tag == _BOX:
            inside.boxes.append(child)
        elif child.tag == f"{MC}AlternateContent":
            waiting.extend(reversed(list(alternative(child))))
        else:
            if child.tag in {f"{_DRAWING}blip", f"{_V}imagedata"}:
                inside.pictures += 1
            waiting.extend(reversed(child))


def _symbol(element: "_Element") -> str:
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    return _SYMBOLS.get(code & 0xFF, "•")
