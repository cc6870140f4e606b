"""How much room texts take: estimates from the widths of Times New Roman, in twips."""

from collections.abc import Iterable, Sequence
from math import ceil

from kehoach.document.metrics import text_width
from kehoach.document.profile import TWIPS_PER_PT
from kehoach.thethuc.reading.text import Paragraph, Piece, Section, Segment, Table, WordText

_LINE = 1.15
"""Height of a line of Times New Roman in sizes of type."""
_SURELY = 1.3
"""An estimate this much above a page leaves no doubt that there are two."""


def width_of(segments: Iterable[Segment]) -> float:
    """Return the width of *segments* on one line."""
    return TWIPS_PER_PT * sum(
        text_width(one.shown, one.look.size, bold=one.look.bold, italic=one.look.italic)
        for one in segments
    )


def line_widths(piece: Piece, room: float) -> list[float]:
    """Return the widths of the lines into which *piece* breaks where there is *room*."""
    text = piece.text
    total = width_of(piece.segments)
    if not text or total <= room:
        return [total]
    look = piece.segments[0].look

    def width(words: str) -> float:
        return TWIPS_PER_PT * text_width(words, look.size, bold=look.bold, italic=look.italic)

    lines: list[float] = []
    space = width(" ")
    for word in text.split(" "):
        length = width(word)
        if lines and lines[-1] + space + length <= room:
            lines[-1] += space + length
        else:
            lines.append(length)
    return lines


def room_for(text: WordText, paragraph: Paragraph) -> int:
    """Return the room for a line of *paragraph*, its indents taken off."""
    look = paragraph.look
    width = paragraph.room
    if width is None:
        width = text.sections[min(paragraph.section, len(text.sections) - 1)].text_width
    return width - max(look.left, 0) - max(look.right, 0)


def is_long(text: WordText, paragraph: Paragraph) -> bool:
    """Whether *paragraph* surely has more than one line."""
    return width_of(paragraph.segments) > room_for(text, paragraph) * 1.02 - min(
        paragraph.look.first, 0
    )


def paragraph_height(paragraph: Paragraph, room: float) -> float:
    """Return about how high *paragraph* is where lines have *room*."""
    look = paragraph.look
    size = max((one.look.size for one in paragraph.segments), default=12.0) * TWIPS_PER_PT
    lines = max(1, ceil(width_of(paragraph.segments) / max(room, size)))
    if look.rule == "auto":
        height = size * _LINE * look.line / 240
    else:
        height = max(look.line, size if look.rule == "atLeast" else 0)
    return lines * height + look.before + look.after


def row_heights(table: Table) -> list[float]:
    """Return about how high each row of *table* is."""
    columns: list[dict[int, float]] = [{} for _ in table.row_elements]
    for paragraph in table.paragraphs:
        cell = paragraph.cell
        if cell is not None:
            row = columns[cell.row]
            height = paragraph_height(paragraph, cell.width)
            row[cell.column] = row.get(cell.column, 0) + height
    return [max(row.values(), default=0.0) for row in columns]


def spans_pages(text: WordText, table: Table) -> bool:
    """Whether *table* is surely higher than a page."""
    section = text.sections[min(table.section, len(text.sections) - 1)]
    return sum(row_heights(table)) > section.text_height


def is_surely_long(text: WordText) -> bool:
    """Whether the document surely has more than one page."""
    if len(text.sections) > 1 and any(section.new_page for section in text.sections[1:]):
        return True
    if any((paragraph.page or 1) > 1 for paragraph in text.paragraphs):
        return True
    return section_height(text, text.sections[0]) > _SURELY * text.sections[0].text_height


def section_height(text: WordText, section: Section) -> float:
    """Return about how high the text of *section* is, on one page without end."""
    index = text.sections.index(section)
    paragraphs = text.paragraphs[section.first - 1 : section.last]
    height = sum(
        paragraph_height(paragraph, room_for(text, paragraph))
        for paragraph in paragraphs
        if paragraph.cell is None and not paragraph.box
    )
    tables = (one for one in text.tables if not one.depth and one.section == index)
    return height + sum(sum(row_heights(table)) for table in tables)


def section_of(sections: Sequence[Section], paragraph: Paragraph) -> Section:
    """Return the section in which *paragraph* of the main text stands."""
    return sections[min(paragraph.section, len(sections) - 1)]
