"""What `body` needs to write a document: a pen for Word is `ooxml`, one for the web `html_page`.

Lengths are in twips. What a pen returns is text in its own language, which `body` only joins.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from kehoach.document.blocks import Text
from kehoach.document.profile import Page, Part

CELL_SIDE, CELL_TOP = 85, 40
"""Room beside and above the text of a cell in a table with borders."""


@dataclass(frozen=True, slots=True)
class Indents:
    """Room beside and above a paragraph, beyond what its look has.

    Its first line stands *hanging* to the left of the others.
    """

    left: int = 0
    right: int = 0
    hanging: int = 0
    above: int = 0


NO_INDENTS = Indents()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pages that lie alike: of the text (``annex`` is 0) or of an annex, counted from 1.

    ``first`` is set for those that begin the text or the annex, ``last`` for the last of all.
    """

    page: Page
    landscape: bool
    annex: int
    first: bool
    last: bool


class Pen(Protocol):
    """Writes the things that every document is made of."""

    def inline(self, text: Text) -> str:
        """Return *text* as it stands in a paragraph."""

    def paragraph(
        self,
        part: Part,
        text: Text,
        indents: Indents = ...,
        *,
        keep_next: bool = False,
        centred: bool = False,
    ) -> str:
        """Return a paragraph that looks like *part*; ``centred`` even where the part is not."""

    def rule(self, part: Part, length: int, width: int) -> str:
        """Return a horizontal rule of *length* in the middle of *width*."""

    def cell(
        self, width: int, content: Iterable[str], *, span: int = 1, middle: bool = False
    ) -> str:
        """Return a cell over *span* columns; *content* are paragraphs, at least one."""

    def heading_cell(self, width: int, content: Iterable[str]) -> str:
        """Return a cell of the row that heads a table."""

    def row(self, cells: Iterable[str], *, whole: bool = True, keep_next: bool = False) -> str:
        """Return a row; a *whole* one is not broken over pages.

        Cells that are kept with the next row say so too; some pens need to be told of the row.
        """

    def table(self, widths: list[int], head: Iterable[str], rows: Iterable[str]) -> Iterable[str]:
        """Return a table with borders; *head* are the cells of the row repeated on each page.

        A table may be most of a document, so it comes in lines that nobody joins too soon.
        """

    def columns(self, widths: list[int], rows: Iterable[Iterable[str]]) -> str:
        """Return texts that stand side by side: *rows* of cells without borders."""

    def leaf(self, lines: Iterable[str], sheet: Sheet) -> Iterable[str]:
        """Return *lines* on pages of their own."""
