"""What readers give: lines and tables in the order of reading, each with where it stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """Where a text stands in a file that was brought in.

    ``page`` counts from 1 and is 0 where the format has no pages. ``line`` is the line of a text
    or PDF page file, the paragraph of a Word file, the row of a sheet, counted from 1.
    """

    file: str
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a line of a file whose paragraphs are broken into lines.

    ``number`` is what Word numbers the paragraph with (``I.``, ``1.``, ``-``) and is no part of
    ``text``. ``level`` is the level of a heading style, 0 for none. ``broken`` says that the next
    line may go on with this one. ``named`` are the stretches (start, end, key) of ``text`` that
    the document itself names as a value of a plan (`kehoach.model.printed`), in order. ``typed``
    says that the spaces of ``text`` are the author's, not made by layout.
    """

    text: str
    origin: Origin
    number: str = ""
    level: int = 0
    bold: bool = False
    italic: bool = False
    centred: bool = False
    broken: bool = False
    named: tuple[tuple[int, int, str], ...] = ()
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell with its lines; ``columns`` and ``rows`` are how many it covers.

    A position that a merged cell covers holds no cell of its own.
    """

    lines: tuple[Line, ...]
    column: int
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table row by row; cells name their column, counted from 0."""

    rows: tuple[tuple[Cell, ...], ...]


Block = Line | Table


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A text that is not of the document: ``reason`` says in Vietnamese why."""

    text: str
    origin: Origin
    reason: str


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file as it was read.

    ``notes`` says in Vietnamese what a person must know of it: legacy encoding, no marks, parts
    that could not be read.
    """

    file: str
    blocks: tuple[Block, ...]
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()
