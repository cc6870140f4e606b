"""What a document is about: the lines below its type, or below the number of a letter."""

from collections.abc import Iterator, Sequence

from kehoach.language.fold import fold
from kehoach.thethuc.elements import words
from kehoach.thethuc.elements.found import Elements, Rules
from kehoach.thethuc.elements.ruling import is_sign_line, rules_under
from kehoach.thethuc.elements.words import is_capitals
from kehoach.thethuc.reading.text import Paragraph, Piece

LONGEST_SUBJECT = 8
"""Lines of a subject at most."""
_LONGEST_PLAIN = 200


def find_subject(
    pieces: Sequence[Piece], found: Elements, width: int, paragraphs: Sequence[Paragraph]
) -> int:
    """Put what the document is about into *found*.

    *pieces* and *paragraphs* are those of the head and what follows, *width* is the room for text.
    Return the number of the last paragraph of the head, 0 where there is neither type nor subject.
    """
    letter = [piece for piece in pieces if fold(piece.text).startswith(words.LETTER_SUBJECTS)]
    if found.type is None:
        if letter:
            first = pieces.index(letter[0])
            found.letter_subject = tuple(_letter_lines(pieces[first:]))
            return found.letter_subject[-1].paragraph.number
        return 0
    start = pieces.index(found.type)
    lines: list[Piece] = []
    for piece in pieces[start + 1 : start + 1 + LONGEST_SUBJECT]:
        if is_sign_line(piece):
            found.subject_sign = piece
            break
        if piece is found.attached or not _goes_on(piece, found.type, lines):
            break
        lines.append(piece)
    if not lines and found.attached is None:
        lines = list(_plain_subject(pieces[start + 1 :], found.type))
    found.subject = tuple(lines)
    block = lines or [found.type]
    after = found.type.paragraph
    nearby = [one for one in paragraphs if one.part == after.part and one.number >= after.number]
    if found.attached is None:
        found.subject_rules = rules_under(block, nearby, (), width)
    else:
        found.subject_rules = Rules(unsure=True)  # it stands under the line below
    ends = (*block, found.subject_sign or found.type, found.attached or found.type)
    return max(piece.paragraph.number for piece in ends)


def _goes_on(piece: Piece, type_: Piece, lines: Sequence[Piece]) -> bool:
    """Whether *piece* belongs to the subject of which *lines* are found so far."""
    paragraph = piece.paragraph
    if paragraph.container != type_.paragraph.container or _opens_text(piece):
        return False
    above = lines[-1] if lines else type_
    if paragraph is above.paragraph:
        return True
    if lines and is_capitals(piece.text) and not is_capitals(lines[0].text):
        return False  # who decides, in a decision
    centred = paragraph.look.align == "center" or piece.column > 0
    bold = all(one.look.bold for one in piece.segments if one.text.strip())
    return centred or (not lines and bold and not piece.text[:2].startswith(("I", "1")))


def _opens_text(piece: Piece) -> bool:
    return bool(words.BASIS.match(piece.text)) or fold(piece.text).startswith(words.GREETINGS)


def _plain_subject(pieces: Sequence[Piece], type_: Piece) -> Iterator[Piece]:
    """Yield the next line where it can only be the subject, though it does not look like one."""
    for piece in pieces[:1]:
        text = piece.text
        if (
            piece.paragraph.container == type_.paragraph.container
            and len(text) <= _LONGEST_PLAIN
            and text[-1] not in ".;:,!?"
            and not _opens_text(piece)
            and not text[:1].isdigit()
            and not words.ROMAN_START.match(text)
        ):
            yield piece


def _letter_lines(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the lines of the subject of a letter, with the first of *pieces* to begin with."""
    container = pieces[0].paragraph.container
    for piece in pieces:
        paragraph = piece.paragraph
        text = paragraph.cell is None and not paragraph.box and paragraph.look.align != "center"
        if (
            paragraph.container != container
            or is_sign_line(piece)
            or (piece is not pieces[0] and text and piece.alone)
        ):
            return
        yield piece
