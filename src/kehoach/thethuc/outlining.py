"""Headings and numbers of the text compared with how a norm writes them."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from kehoach.document.profile import Part
from kehoach.language.numbering import LETTERS, Style, read_number
from kehoach.thethuc.elements.found import Block, Kind
from kehoach.thethuc.elements.words import is_capitals
from kehoach.thethuc.fault import Document, Edit, Fault, at_paragraph
from kehoach.thethuc.looking import share

_LEVELS = {
    Kind.CHAPTER: 0,
    Kind.GROUP: 1,
    Kind.ARTICLE: 2,
    Kind.SECTION: 3,
    Kind.CLAUSE: 4,
    Kind.DECIMAL: 5,
    Kind.POINT: 6,
}
_GOING_ON = frozenset({_LEVELS[Kind.ARTICLE]})
"""Levels whose numbers run through the whole text, whatever stands above them."""
_ROMAN = re.compile(r"[IVXLC]+")
_LONGEST_TITLE = 90
_LONGEST_CLAUSE = 150
_AFTER_D = ("d", "e")


def has_articles(document: Document) -> bool:
    """Whether the text is divided into ``Điều``."""
    return any(_is_head(block, Kind.ARTICLE) for block in document.found.body)


def chapters(document: Document) -> Iterator[tuple[Block, Block | None]]:
    """Yield each ``Phần``, ``Chương`` that stands as a heading, with what follows it."""
    yield from _with_next(document, Kind.CHAPTER)


def groups(document: Document) -> Iterator[tuple[Block, Block | None]]:
    """Yield each ``Mục``, ``Tiểu mục`` that stands as a heading, with what follows it."""
    yield from _with_next(document, Kind.GROUP)


def wrong_group(document: Document) -> Iterator[Fault]:
    """Yield what is wrong with ``Mục``, ``Tiểu mục``: word and figures, alone in the middle."""
    for block, below in groups(document):
        _, _, figures = block.number.rpartition(" ")
        word = block.number.removesuffix(figures).strip()
        if not figures.isdecimal():
            yield at_paragraph(block.paragraph, f"{word} đánh số “{figures}”", "dùng chữ số Ả Rập")
        elif is_capitals(word) or block.rest:
            message = f"viết là “{block.text[:40]}”"
            yield at_paragraph(block.paragraph, message, f"viết “{word.capitalize()} {figures}”")
        yield from _wrong_head(block, below)


def wrong_chapter(document: Document, *, words: bool) -> Iterator[Fault]:
    """Yield what is wrong with ``Phần``, ``Chương``; *words* allows ``Phần thứ nhất``."""
    for block, below in chapters(document):
        word, _, figures = block.number.partition(" ")
        spelt = words and figures.lower().startswith("thứ ")
        if not spelt and not _ROMAN.fullmatch(figures):
            yield at_paragraph(block.paragraph, f"{word} đánh số “{figures}”", "dùng số La Mã")
        elif is_capitals(word) or block.rest:
            message = f"viết là “{block.text[:40]}”"
            asked = f"viết “{word.capitalize()} {figures}”, tiêu đề ở dòng dưới"
            yield at_paragraph(block.paragraph, message, asked)
        yield from _wrong_head(block, below)


def wrong_articles(document: Document) -> Iterator[Fault]:
    """Yield articles without the full stop behind their number, or not bold."""
    for block in document.found.body:
        if not _is_head(block, Kind.ARTICLE):
            continue
        if block.end != "." or is_capitals(block.number.split()[0]):
            message = f"viết là “{block.number}{block.end}”"
            yield at_paragraph(block.paragraph, message, "viết “Điều 1.”")
        first = next((one for one in block.paragraph.segments if one.text.strip()), None)
        if first is not None and not first.look.bold:
            yield at_paragraph(block.paragraph, "chữ “Điều” chưa in đậm")


def sections(document: Document) -> list[Block]:
    """Return the headings ``I.`` of a text without articles; capitals or bold tell them."""
    return [
        block
        for block in document.found.body
        if block.kind is Kind.SECTION
        and len(block.text) < 2 * _LONGEST_TITLE
        and (
            _ROMAN.fullmatch(block.number)
            or is_capitals(block.rest)
            or share(block.paragraph.segments, "bold") == 1
        )
    ]


def wrong_look(document: Document, block: Block, part: Part, name: str) -> Iterator[Fault]:
    """Yield where the heading *block* is not bold or upright as *part*; sizes are the text's."""
    asked = document.norm.profile.looks[part]
    segments = block.paragraph.segments
    wrong, edits = [], []
    runs = [one.run for one in segments]
    if asked.bold and share(segments, "bold") < 1:
        wrong.append("chưa in đậm")
        edits += [Edit(run, "bold", value=True) for run in runs]
    if not asked.italic and share(segments, "italic") > 0.5:  # noqa: PLR2004
        wrong.append("in nghiêng")
        edits += [Edit(run, "italic", value=False) for run in runs]
    if wrong:
        yield at_paragraph(block.paragraph, f"{name} {', '.join(wrong)}", edits=edits)


def titled_clauses(document: Document) -> Iterator[Block]:
    """Yield the clauses ``1.`` that are surely titles: short, open at the end, text below."""
    body = document.found.body
    for block, below in zip_longest(body, body[1:]):
        if (
            block.kind is Kind.CLAUSE
            and block.rest
            and len(block.text) <= _LONGEST_TITLE
            and block.rest[-1] not in ".;:,!?/"
            and below is not None
            and below.kind in {Kind.TEXT, Kind.POINT}
            and below.paragraph.number == block.paragraph.number + 1
        ):
            yield block


def plain_clauses(document: Document) -> Iterator[Block]:
    """Yield the clauses ``1.`` that are surely sentences: long, or closed by a full stop."""
    for block in document.found.body:
        if (
            block.kind is Kind.CLAUSE
            and len(block.text) > _LONGEST_CLAUSE
            and block.text[-1] in ".;:"
        ):
            yield block


def wrong_points(document: Document) -> Iterator[Fault]:
    """Yield points that are not written ``a)``, or that pass over ``đ``."""
    before = ""
    for block in document.found.body:
        if block.kind is not Kind.POINT:
            if block.kind not in {Kind.TEXT, Kind.DASH}:
                before = ""
            continue
        if block.end != ")" or block.text.startswith("("):
            message = f"điểm viết là “{block.text[: block.text.find(block.end) + 1]}”"
            yield at_paragraph(block.paragraph, message, f"viết “{block.number})”")
        elif (before, block.number) == _AFTER_D:
            yield at_paragraph(block.paragraph, "sau điểm d) là điểm e), thiếu điểm đ)")
        elif block.number not in LETTERS:
            message = f"điểm đánh số bằng chữ “{block.number}”"
            yield at_paragraph(
                block.paragraph, message, "theo thứ tự a, b, c, d, đ, e, g, h, i, k…"
            )
        before = block.number


def wrong_order(document: Document) -> Iterator[Fault]:
    """Yield numbers that do not follow the one before at their level; each may begin anew at 1."""
    last: dict[int, int] = {}
    for block in document.found.body:
        level = _LEVELS.get(block.kind)
        if level is None:
            continue
        value = _value(block)
        if value is None:
            continue
        before = last.get(level, 0)
        for deeper in [one for one in last if one > level and one not in _GOING_ON]:
            del last[deeper]
        last[level] = value
        if value in {1, before + 1} or (block.kind is Kind.POINT and _over_d(block, before)):
            continue
        name = f"{block.number}{block.end}"
        what = "lặp lại" if value == before else "không liền số trước"
        yield at_paragraph(block.paragraph, f"số thứ tự {name} {what}")


def _over_d(block: Block, before: int) -> bool:
    """Whether đ is left out, which the rule of points says, or the letter is none of the list."""
    return block.number == "e" and LETTERS[before - 1 : before] == "d"


def _value(block: Block) -> int | None:
    figures = block.number.rpartition(" ")[2]
    if block.kind is Kind.SECTION and not _ROMAN.fullmatch(figures):
        return None
    read = read_number(figures.upper() if block.kind is Kind.CHAPTER else figures)
    if read is None or (block.kind is Kind.SECTION and read.style is not Style.ROMAN):
        return None
    return read.value


def _with_next(document: Document, kind: Kind) -> Iterator[tuple[Block, Block | None]]:
    body = document.found.body
    for block, below in zip_longest(body, body[1:]):
        if _is_head(block, kind):
            yield block, below


def _is_head(block: Block, kind: Kind) -> bool:
    """Whether *block* is a heading of *kind*, not a sentence that begins with such words."""
    if block.kind is not kind:
        return False
    first = next((one for one in block.paragraph.segments if one.text.strip()), None)
    centred = block.paragraph.look.align == "center"
    if kind is Kind.ARTICLE:
        return bool(block.end) and block.number[:1].isupper()
    return centred or (first is not None and first.look.bold)


def _wrong_head(block: Block, below: Block | None) -> Iterator[Fault]:
    """Yield where a heading of two lines is not centred and bold, or its title not in capitals."""
    lines = [block]
    if not block.rest and below is not None and below.kind is Kind.TEXT:
        lines.append(below)
        if not is_capitals(below.text):
            yield at_paragraph(below.paragraph, f"tiêu đề của {block.number} chưa viết hoa")
    for line in lines:
        wrong, edits = [], []
        if line.paragraph.look.align != "center":
            wrong.append("chưa canh giữa")
            edits.append(Edit(line.paragraph.element, "align", "center"))
        if share(line.paragraph.segments, "bold") < 1:
            wrong.append("chưa in đậm")
            edits += [Edit(one.run, "bold", value=True) for one in line.paragraph.segments]
        if wrong:
            yield at_paragraph(line.paragraph, f"đề mục {', '.join(wrong)}", edits=edits)
