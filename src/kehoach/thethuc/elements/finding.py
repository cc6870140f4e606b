"""All parts of a document found."""

from kehoach.language.fold import fold
from kehoach.thethuc.elements import words
from kehoach.thethuc.elements.annexes import annex_starts, find_annexes
from kehoach.thethuc.elements.blocks import read_block
from kehoach.thethuc.elements.closing import find_closing
from kehoach.thethuc.elements.found import Elements, Kind
from kehoach.thethuc.elements.head import find_head
from kehoach.thethuc.elements.ruling import is_sign_line
from kehoach.thethuc.reading.text import Paragraph, WordText


def find_elements(text: WordText) -> Elements:
    """Return the parts of *text*; a document without paragraphs has none."""
    found = Elements()
    if not text.paragraphs:
        return found
    head_end = find_head(text, found)
    starts = annex_starts(text.paragraphs, head_end)
    main = text.paragraphs[: starts[0]] if starts else text.paragraphs
    below = [paragraph for paragraph in main if paragraph.number > head_end]
    end = find_closing(below, found)
    find_annexes(text, starts, found)
    found.main_end = main[-1].number if main else 0
    inside = [one for one in below if one.number < end]
    _body(inside, found)
    if found.signature or found.recipients_label:
        found.last = next((one for one in reversed(inside) if one.text and not one.box), None)
    return found


def _body(paragraphs: list[Paragraph], found: Elements) -> None:
    """Sort the text: addressees, bases, the rest with its empty paragraphs."""
    addressees: list[Paragraph] = []
    bases: list[Paragraph] = []
    rest: list[Paragraph] = []
    gaps: list[Paragraph] = []
    begun = False
    for paragraph in paragraphs:
        if paragraph.cell is not None or paragraph.box:
            continue
        if not paragraph.text or all(map(is_sign_line, paragraph.pieces)):
            if not paragraph.text and not paragraph.strokes and rest:
                gaps.append(paragraph)
            continue
        if (fold(paragraph.text).startswith(words.GREETINGS) and not begun) or (
            addressees and not begun and not bases and _is_addressee(paragraph)
        ):
            addressees.append(paragraph)
        elif not begun and _is_basis(paragraph, bases):
            bases.append(paragraph)
        else:
            rest.append(paragraph)
            # In a decision, who decides stands above the bases.
            begun |= paragraph.look.align != "center"
    found.addressees, found.bases = tuple(addressees), tuple(bases)
    found.body, found.gaps = tuple(map(read_block, rest)), tuple(gaps)


def _is_basis(paragraph: Paragraph, above: list[Paragraph]) -> bool:
    """Whether *paragraph* is a basis, or the line in italics with which the bases *above* end."""
    text = paragraph.text
    slanted = all(one.look.italic for one in paragraph.segments if one.text.strip())
    if not words.BASIS.match(text):
        return bool(above) and slanted and paragraph.look.align != "center"
    return slanted or not (text.endswith(":") or words.CLAIM.search(text))


def _is_addressee(paragraph: Paragraph) -> bool:
    block = read_block(paragraph)
    return block.kind is Kind.DASH and paragraph.text.endswith((";", "."))
