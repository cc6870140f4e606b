"""What a rule of the official form finds, and the changes that would mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kehoach.rules.finding import Level
from kehoach.thethuc.elements.found import Elements
from kehoach.thethuc.norms.norm import Norm
from kehoach.thethuc.reading.text import Paragraph, Piece, Section, WordText

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Document:
    """A document that is checked: all it shows, the parts found in it, what is asked."""

    text: WordText
    found: Elements
    norm: Norm


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that leaves the words alone: ``change`` names it, see `repairing.applying`."""

    target: "_Element"
    change: str
    value: object


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong at a paragraph: ``message`` says what was found, ``help`` what is asked.

    ``text`` is the text of the place, ``level`` is set where it is not that of the rule. Both
    sentences begin small and have no full stop.
    """

    at: Paragraph | None
    text: str
    message: str
    help: str = ""
    level: Level | None = None
    edits: tuple[Edit, ...] = ()


def at_piece(
    piece: Piece,
    message: str,
    help_: str = "",
    *,
    level: Level | None = None,
    edits: Iterable[Edit] = (),
) -> Fault:
    """Return a fault of *piece*."""
    return Fault(piece.paragraph, piece.text, message, help_, level, tuple(edits))


def at_paragraph(
    paragraph: Paragraph,
    message: str,
    help_: str = "",
    *,
    level: Level | None = None,
    edits: Iterable[Edit] = (),
) -> Fault:
    """Return a fault of *paragraph*."""
    return Fault(paragraph, paragraph.text, message, help_, level, tuple(edits))


def at_section(  # noqa: PLR0913  one more than a fault of a paragraph has
    document: Document,
    section: Section,
    message: str,
    help_: str = "",
    *,
    level: Level | None = None,
    edits: Iterable[Edit] = (),
) -> Fault:
    """Return a fault of the pages of *section*, placed at the first text on them."""
    inside = document.text.paragraphs[section.first - 1 : section.last]
    first = next((one for one in inside if one.text), inside[0] if inside else None)
    return Fault(first, first.text if first else "", message, help_, level, tuple(edits))


def at_document(document: Document, message: str, help_: str = "") -> Fault:
    """Return a fault of the document as a whole, placed at its beginning."""
    paragraphs = document.text.paragraphs
    return Fault(paragraphs[0] if paragraphs else None, "", message, help_)
