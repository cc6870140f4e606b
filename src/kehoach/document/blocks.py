"""The parts of a document by their meaning: what stands there, nothing of how it looks.

Those of which a document has thousands are named tuples, which are made several times faster.
"""

from dataclasses import dataclass
from typing import NamedTuple

from kehoach.model.plan import PartialDate, Signer


class Run(NamedTuple):
    """A stretch of text; ``bold`` and ``italic`` are emphasis on top of its part's look.

    ``key`` tells which value of the plan it is (`kehoach.model.printed`), empty for none.
    """

    text: str
    bold: bool = False
    italic: bool = False
    key: str = ""


Text = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Header:
    """Who issues the document, its number, place and date; what is still open is empty."""

    issuer: str
    parent: str
    number: str
    symbol: str
    place: str
    date: PartialDate | None
    draft: bool


@dataclass(frozen=True, slots=True)
class Title:
    """The type of the document (Kế hoạch), or the title of an annex."""

    text: Text


@dataclass(frozen=True, slots=True)
class Subject:
    """What the document is about (trích yếu)."""

    text: Text


@dataclass(frozen=True, slots=True)
class Reference:
    """The line of an annex that names the document it belongs to (kèm theo)."""

    text: Text


@dataclass(frozen=True, slots=True)
class Addressees:
    """To whom the document is addressed (kính gửi), each without end punctuation."""

    names: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Bases:
    """The legal bases (căn cứ), each without end punctuation."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1, 2…; ``number`` is bare (``II``, ``1.1``) or empty."""

    level: int
    text: Text
    number: str = ""


class Paragraph(NamedTuple):
    """Running text, with a bare number where it is a numbered clause without heading."""

    text: Text
    number: str = ""


class Item(NamedTuple):
    """A dash of level 1, 2…; a numbered one has its number in place of the dash."""

    level: int
    text: Text
    number: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its share of the width, whether its texts are centred."""

    heading: Text
    share: int
    centred: bool


CellBlocks = tuple[Paragraph | Item, ...]


class Cell(NamedTuple):
    """A cell over ``span`` columns."""

    blocks: CellBlocks
    span: int


class Row(NamedTuple):
    """A row; ``group`` marks the heading of the rows below it."""

    cells: tuple[Cell, ...]
    group: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the spans of a row's cells add up to the number of columns."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Closing:
    """Who signs, and to whom the document goes, each recipient without end punctuation."""

    signer: Signer
    recipients: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Turned:
    """Blocks on pages of their own, which may lie otherwise than the pages around them."""

    blocks: "tuple[Block, ...]"
    landscape: bool


Block = (
    Header
    | Title
    | Subject
    | Reference
    | Addressees
    | Bases
    | Heading
    | Paragraph
    | Item
    | Table
    | Closing
    | Turned
)


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex; ``number`` is None where it is to be numbered in order."""

    blocks: tuple[Block, ...]
    number: str | None
    landscape: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A document and its annexes."""

    blocks: tuple[Block, ...]
    annexes: tuple[Annex, ...]


def plain(text: Text) -> str:
    """Return *text* without emphasis."""
    return "".join(run.text for run in text)
