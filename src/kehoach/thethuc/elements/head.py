"""The head of a document: state formula, agency, number, place and date, type, subject."""

from collections.abc import Sequence

from kehoach.language.fold import fold
from kehoach.thethuc.elements import words
from kehoach.thethuc.elements.found import Elements
from kehoach.thethuc.elements.ruling import is_sign_line, rules_under
from kehoach.thethuc.elements.spacing import cut_at_spaces
from kehoach.thethuc.elements.subject import LONGEST_SUBJECT, find_subject
from kehoach.thethuc.elements.words import is_capitals
from kehoach.thethuc.reading.text import Paragraph, Piece, Table, WordText

_FAR = 60
"""Paragraphs within which a head must begin."""
_LONGEST_NUMBER = 60
_LONGEST_DATE = 90
_MORE = 40
_STATE, _PARTY = fold(words.STATE), fold(words.PARTY)
_MOTTO = "".join(filter(str.isalpha, fold(words.MOTTO)))


def find_head(text: WordText, found: Elements) -> int:
    """Put the parts of the head into *found* and return the number of its last paragraph."""
    main = text.paragraphs[:_FAR]
    paragraphs = [*_first_header(text), *main]
    for paragraph in paragraphs:
        cut_at_spaces(paragraph, _is_right)
    pieces = [piece for paragraph in paragraphs for piece in paragraph.pieces]
    for piece in pieces:
        _formula(piece, found)
    _type(pieces, found)
    if found.type is None:
        found.heading = _heading(pieces, found)
    title = found.type or found.heading
    before = _before(pieces, title)
    if title is not None:
        found.attached = _attached(pieces[pieces.index(title) + 1 :])
    for piece in before:
        _number_or_date(piece, found)
    head = [
        paragraph
        for paragraph in paragraphs
        if found.type is None
        or paragraph.part != found.type.paragraph.part
        or paragraph.number <= found.type.paragraph.number
    ]
    _agency(before, found)
    width = text.sections[0].text_width
    formula = found.motto or found.party
    if formula is not None:
        found.state_rules = rules_under((formula,), paragraphs, head, width)
    found.issuer_rules = rules_under(found.issuer, paragraphs, head, width)
    end = find_subject(pieces, found, width, paragraphs)
    found.head_tables = tuple(
        dict.fromkeys(
            piece.paragraph.cell.table
            for piece in (found.state, found.party, found.number, found.date, *found.issuer)
            if piece is not None and piece.paragraph.cell is not None
        )
    )
    known = [
        piece.paragraph.number
        for piece in (
            found.state,
            found.motto,
            found.party,
            found.number,
            found.date,
            found.heading,
            found.attached,
        )
        if piece is not None and piece.paragraph.part == text.paragraphs[0].part
    ]
    return max([end, *known])


def _first_header(text: WordText) -> tuple[Paragraph, ...]:
    """Return the header of page 1, into which some templates put the head."""
    section = text.sections[0]
    part = section.headers.get("first" if section.title_page else "default", "")
    return text.running.get(part, ())


def _formula(piece: Piece, found: Elements) -> None:
    folded = fold(piece.text)
    if len(folded) > len(_STATE) + _MORE:
        return  # text that speaks of the formulas
    if found.state is None and _STATE in folded:
        found.state = piece
    elif found.party is None and folded == _PARTY:
        found.party = piece
    elif found.motto is None and _MOTTO in "".join(filter(str.isalpha, folded)):
        found.motto = piece


def _is_right(text: str) -> bool:
    """Whether *text* is what stands to the right in a head."""
    folded = fold(text)
    letters = "".join(filter(str.isalpha, folded))
    dated = len(text) <= _LONGEST_DATE and words.DATE.fullmatch(text) is not None
    known = folded in {_STATE, _PARTY} or letters == _MOTTO
    return known or (dated and "," in text) or words.SIGN_LINE.fullmatch(text) is not None


def _type(pieces: Sequence[Piece], found: Elements) -> None:
    formula = found.state or found.party
    for piece in pieces:
        folded = fold(piece.text)
        if folded in words.TYPE_NAMES and piece.alone and piece is not formula:
            bold = any(one.look.bold for one in piece.segments)
            if is_capitals(piece.text) or (bold and piece.paragraph.look.align == "center"):
                found.type, found.type_name = piece, words.TYPE_NAMES[folded]
                return


def _heading(pieces: Sequence[Piece], found: Elements) -> Piece | None:
    """Return the line in the place of the type, where it is none of the types that are listed."""
    formula = found.motto or found.state or found.party
    start = pieces.index(formula) + 1 if formula in pieces else 0
    for piece in pieces[start:]:
        look = piece.paragraph.look
        if (
            formula is not None
            and piece.paragraph.cell is None
            and look.align == "center"
            and is_capitals(piece.text)
            and len(piece.text) <= _LONGEST_DATE
            and all(one.look.bold for one in piece.segments if one.text.strip())
        ):
            return piece
        letter = fold(piece.text).startswith((*words.GREETINGS, *words.LETTER_SUBJECTS))
        if letter or (piece.paragraph.cell is None and len(piece.text) > _LONGEST_DATE):
            return None  # a letter has no type; or this is running text
    return None


def _attached(below: Sequence[Piece]) -> Piece | None:
    """Return the line *below* the title that says with which document this one was issued."""
    for piece in below[:LONGEST_SUBJECT]:
        if piece.text.startswith("(") and "kèm theo" in fold(piece.text):
            return piece
    return None


def _before(pieces: Sequence[Piece], end: Piece | None) -> list[Piece]:
    if end is None:
        return list(pieces)
    return list(pieces[: pieces.index(end)])


def _number_or_date(piece: Piece, found: Elements) -> None:
    text = piece.text
    if found.number is None and len(text) <= _LONGEST_NUMBER and words.NUMBER.match(text):
        found.number = piece
    elif found.date is None and len(text) <= _LONGEST_DATE and words.DATE.fullmatch(text):
        found.date = piece
    elif found.draft is None and fold(text).startswith("dự thảo"):
        found.draft = piece


def _agency(before: Sequence[Piece], found: Elements) -> None:
    """Tell the lines of the agency, and among them those of the body above it."""
    formula = found.motto or found.state or found.party
    lines: list[Piece] = []
    for piece in before:
        if piece is found.number:
            break
        if piece in {found.state, found.motto, found.party, found.date, found.draft}:
            continue
        if piece.text == "*":
            found.star = piece
        elif is_sign_line(piece):
            continue
        elif _is_agency(piece, formula, lines):
            lines.append(piece)
    for piece in before:
        if found.star is None and piece.text == "*":
            found.star = piece
    above = _parents(lines)
    found.parent, found.issuer = tuple(lines[:above]), tuple(lines[above:])


def _is_agency(piece: Piece, formula: Piece | None, lines: Sequence[Piece]) -> bool:
    folded = fold(piece.text)
    if folded in words.STAMPS or not is_capitals(piece.text):
        return False
    if lines:
        first = lines[0].paragraph.container
        return piece.paragraph.container == first and piece.column == lines[0].column
    if formula is not None and piece.paragraph.cell is not None:
        return piece.paragraph.container != formula.paragraph.container
    return folded.startswith(words.ORGANISATIONS)


def _parents(lines: Sequence[Piece]) -> int:
    """Return how many of the *lines* name the body above the one that issues.

    A committee and its commune make one name. Where words do not tell, bold type does.
    """
    if len(lines) < 2:  # noqa: PLR2004
        return 0
    first, second = fold(lines[0].text), fold(lines[1].text)
    committee = first in {"ủy ban nhân dân", "hội đồng nhân dân"}
    if committee and second.startswith(("xã", "phường", "đặc khu", "thị trấn", "tỉnh", "huyện")):
        return 0
    bold = [all(one.look.bold for one in line.segments if one.text.strip()) for line in lines]
    if not bold[0] and any(bold):
        return bold.index(True)
    if first.startswith(("ubnd ", "đảng bộ ")) or (
        first.startswith(("ủy ban nhân dân ", "đảng ủy "))
        and second.startswith(words.ORGANISATIONS)
    ):
        return 1
    return 0


def table_of(piece: Piece | None) -> Table | None:
    """Return the table in which *piece* stands, None where it stands in none."""
    return None if piece is None or piece.paragraph.cell is None else piece.paragraph.cell.table
