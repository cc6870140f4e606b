"""What stands in a Word file: paragraphs with their pieces, tables, sections.

A paragraph is numbered from 1 in the order of reading, cells and text boxes included; that is its
place in findings. A piece is a stretch of one paragraph between tabs and line breaks: headers
typed with tabs have Quốc hiệu and the agency in one paragraph. Lengths are in twips.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kehoach.thethuc.reading.looks import ParagraphLook, RunLook

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Segment:
    """Text of one run, as written (``w:caps`` not applied)."""

    text: str
    look: RunLook
    run: "_Element"

    @property
    def shown(self) -> str:
        """The text as it is seen."""
        return self.text.upper() if self.look.caps else self.text


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn line; ``length`` is None where the file does not say it."""

    length: float | None
    dashed: bool


@dataclass(eq=False, slots=True)
class Table:
    """A table; ``widths`` are those of its grid, ``row_elements`` its rows."""

    element: "_Element"
    widths: tuple[int, ...]
    bordered: bool
    fixed: bool
    depth: int
    section: int
    row_elements: "list[_Element]" = field(default_factory=list)
    paragraphs: "list[Paragraph]" = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """Where a paragraph stands in a table; ``width`` is the room for text."""

    table: Table
    row: int
    column: int
    width: int


@dataclass(eq=False, slots=True)
class Paragraph:
    """A paragraph with its effective look; ``box`` tells text boxes apart and is 0 outside.

    ``room`` is the width of the cell or box that holds it: None outside them, and 0 in a box that
    does not say its width. ``mark`` is the automatic number.
    """

    element: "_Element"
    part: str
    number: int
    look: ParagraphLook
    segments: tuple[Segment, ...]
    mark: str
    section: int
    cell: Cell | None
    box: int
    strokes: tuple[Stroke, ...]
    page: int | None
    room: int | None = None
    pieces: "tuple[Piece, ...]" = ()
    text: str = ""

    def __post_init__(self) -> None:
        """Take the text as it is seen, with its automatic number, spaces collapsed."""
        self.text = plain(f"{self.mark} {''.join(one.shown for one in self.segments)}")

    @property
    def container(self) -> tuple[object, ...]:
        """What holds the paragraph: two in the same column of a table have the same."""
        if self.cell is not None:
            return (self.part, id(self.cell.table), self.cell.column, self.box)
        return (self.part, 0, 0, self.box)


@dataclass(eq=False, slots=True)
class Piece:
    """A stretch of a paragraph between tabs and line breaks; ``column`` counts tabs before it."""

    paragraph: Paragraph
    segments: tuple[Segment, ...]
    column: int
    line: int
    alone: bool
    text: str = ""

    def __post_init__(self) -> None:
        """Take the text as it is seen."""
        self.text = plain("".join(one.shown for one in self.segments))

    @property
    def raw(self) -> str:
        """The text as it is seen, with all its spaces, in NFC."""
        return unicodedata.normalize("NFC", "".join(one.shown for one in self.segments))


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A section; ``headers`` and ``footers`` are part names by kind, taken over where not set.

    ``first`` and ``last`` are the numbers of its first and last paragraphs in the main text.
    """

    element: "_Element"
    width: int
    height: int
    margins: dict[str, int]
    landscape: bool
    title_page: bool
    restart: int | None
    number_format: str
    new_page: bool
    headers: dict[str, str]
    footers: dict[str, str]
    first: int
    last: int

    @property
    def text_width(self) -> int:
        """The width between the margins."""
        return self.width - self.margins["left"] - self.margins["right"]

    @property
    def text_height(self) -> int:
        """The height between the margins."""
        return self.height - self.margins["top"] - self.margins["bottom"]


@dataclass(frozen=True, slots=True)
class WordText:
    """A whole Word file; ``running`` holds the paragraphs of each header and footer part."""

    name: str
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]
    sections: tuple[Section, ...]
    running: dict[str, tuple[Paragraph, ...]]
    notes: tuple[Paragraph, ...]
    parts: "dict[str, _Element]"
    even_headers: bool
    mirrored: bool

    def everywhere(self) -> Iterator[Paragraph]:
        """Yield the paragraphs of the text, of headers and footers that are used, and of notes."""
        yield from self.paragraphs
        for part in self.shown_parts():
            yield from self.running.get(part, ())
        yield from self.notes

    def shown_parts(self) -> tuple[str, ...]:
        """Return the header and footer parts that pages show, each once."""
        found: dict[str, None] = {}
        for section in self.sections:
            for parts in (section.headers, section.footers):
                for kind, part in parts.items():
                    if (
                        kind == "default"
                        or (kind == "first" and section.title_page)
                        or (kind == "even" and self.even_headers)
                    ):
                        found[part] = None
        return tuple(found)


def plain(text: str) -> str:
    """Return *text* in NFC with single plain spaces and without characters of no width."""
    text = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    return " ".join(text.split())


_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
