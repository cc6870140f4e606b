"""Running text compared with what a norm asks: size, alignment, indents, spacing."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeVar

from kehoach.document.profile import TWIPS_PER_PT, Part
from kehoach.importers.readers.word.values import W, value
from kehoach.rules.finding import Level
from kehoach.thethuc.elements.found import Block, Kind
from kehoach.thethuc.elements.words import is_capitals
from kehoach.thethuc.fault import Document, Edit, Fault, at_paragraph
from kehoach.thethuc.looking import points, share, size_edits, size_fault, sizes_of
from kehoach.thethuc.measuring import is_long
from kehoach.thethuc.norms.norm import INDENT_TOLERANCE, Norm
from kehoach.thethuc.paging import millimetres
from kehoach.thethuc.reading.text import Paragraph

_HEADS = frozenset({Kind.CHAPTER, Kind.GROUP, Kind.SECTION})
_LISTED = frozenset({Kind.DASH, Kind.POINT, Kind.CLAUSE, Kind.DECIMAL})
_SINGLE = 1.15
"""Height of a single line of Times New Roman, in sizes of type."""
_LINE_TOLERANCE = 5
_RATIO_TOLERANCE = 0.02
_AUTO_LINE = 240
_T = TypeVar("_T", int, float)


def running(document: Document) -> list[Paragraph]:
    """Return the paragraphs of running text: bases and body without headings in the middle."""
    return [
        *document.found.bases,
        *(block.paragraph for block in document.found.body if is_running(block)),
    ]


def is_running(block: Block) -> bool:
    """Whether *block* is running text, not a heading of its own line and not a centred formula."""
    paragraph = block.paragraph
    centred = paragraph.look.align == "center" and len(block.text) < 120  # noqa: PLR2004
    ending = paragraph.look.align == "right" and block.text == "./."
    return not (
        centred or ending or block.kind in _HEADS or (block.typed and is_capitals(block.text))
    )


def wrong_sizes(document: Document) -> Iterator[Fault]:
    """Yield where the text has a size outside the norm, or is not upright."""
    sizes = document.norm.sizes[Part.BODY]
    for block in document.found.body:
        paragraph = block.paragraph
        wrong, edits = size_fault(paragraph.segments, sizes)
        if wrong:
            yield at_paragraph(paragraph, f"nội dung: {wrong[0]}", edits=edits)
        slanted = is_running(block) and share(paragraph.segments, "italic") == 1
        bold = share(paragraph.segments, "bold") > 0
        if slanted and not bold and not block.text.startswith("("):
            edits = [Edit(one.run, "italic", value=False) for one in paragraph.segments]
            yield at_paragraph(paragraph, "nội dung in nghiêng", edits=edits)


def mixed_sizes(document: Document) -> Iterator[Fault]:
    """Yield paragraphs of a size that the norm has, but most of the text has not."""
    sizes = document.norm.sizes[Part.BODY]
    own = {
        id(block): sizes_of(block.paragraph.segments)
        for block in document.found.body
        if is_running(block)
    }
    usual = _usual(size for found in own.values() for size in found if size in sizes)
    for block in document.found.body:
        found = own.get(id(block), [])
        if usual is not None and all(size in sizes for size in found) and found != [usual]:
            if not found:
                continue
            segments = block.paragraph.segments
            edits = size_edits(segments, (usual,), [one.run for one in segments])
            message = f"nội dung: cỡ chữ {points(found)}, các đoạn khác {points([usual])}"
            yield at_paragraph(block.paragraph, message, edits=edits)


def not_justified(document: Document) -> Iterator[Fault]:
    """Yield long paragraphs that are not set flush on both sides."""
    for paragraph in running(document):
        align = paragraph.look.align
        if align != "both" and is_long(document.text, paragraph):
            edits = (Edit(paragraph.element, "align", "both"),)
            level = Level.WARNING if align == "distribute" else None
            message = "nội dung chưa canh đều hai lề"
            yield at_paragraph(paragraph, message, level=level, edits=edits)


def wrong_indents(document: Document) -> Iterator[Fault]:
    """Yield paragraphs whose first line does not begin where the norm says."""
    norm = document.norm
    blocks = [one for one in document.found.body if is_running(one)]
    paragraphs = [(one, False) for one in document.found.bases]
    paragraphs += [(block.paragraph, block.kind in _LISTED) for block in blocks]
    usual = _usual(
        nearest
        for paragraph, _ in paragraphs
        if (nearest := _allowed(paragraph.look.first, norm)) is not None
    )
    for paragraph, listed in paragraphs:
        look = paragraph.look
        if (listed or paragraph.mark) and look.left > 0:
            continue  # how lists are indented is left open
        asked = norm.first[-1] if usual is None else usual
        edits = [Edit(paragraph.element, "first", asked)]
        raw = "".join(one.text for one in paragraph.segments)
        if look.first == 0 and (raw.startswith("\t") or raw[:2].isspace()):
            message = "lùi đầu dòng bằng phím Tab hoặc dấu cách"
            yield at_paragraph(paragraph, message, "đặt First line trong Paragraph")
            continue
        if abs(look.left) > INDENT_TOLERANCE:
            message = f"cả đoạn lùi vào {millimetres(look.left)}"
            edits.append(Edit(paragraph.element, "left", 0))
            yield at_paragraph(paragraph, message, edits=edits)
        elif _allowed(look.first, norm) is None:
            message = f"đầu dòng lùi vào {millimetres(look.first)}"
            if not look.first:
                message = "đầu dòng không lùi vào"
            yield at_paragraph(paragraph, message, edits=edits)
        elif usual is not None and _allowed(look.first, norm) != usual:
            message = f"đầu dòng lùi vào {millimetres(look.first)}, các đoạn khác khác số này"
            yield at_paragraph(paragraph, message, edits=edits)


def narrow_gaps(document: Document) -> Iterator[Fault]:
    """Yield paragraphs that follow the one before with less room than the norm asks."""
    paragraphs = running(document)
    for above, below in pairwise(paragraphs):
        if below.number != above.number + 1:
            continue
        gap = above.look.after + below.look.before
        if above.look.contextual and below.look.contextual and _style(above) == _style(below):
            gap = 0
        if gap < document.norm.gap - 1:
            edits = [Edit(above.element, "after", document.norm.gap)]
            if above.look.contextual:
                edits.append(Edit(above.element, "contextual", value=False))
            message = f"cách đoạn sau {points([gap / TWIPS_PER_PT])} pt"
            yield at_paragraph(above, message, edits=edits)


def empty_gaps(document: Document) -> Iterator[Fault]:
    """Yield the empty paragraphs between two of the text, which stand for spacing."""
    body = [block.paragraph.number for block in document.found.body]
    inside = set(range(min(body, default=0), max(body, default=0)))
    for paragraph in document.found.gaps:
        if paragraph.number in inside and paragraph.element.find(f"{W}pPr/{W}sectPr") is None:
            neighbours = {paragraph.number - 1, paragraph.number + 1}
            if neighbours <= set(body):
                message = "đoạn trống dùng làm khoảng cách"
                yield at_paragraph(paragraph, message, level=Level.WARNING)


def wrong_lines(document: Document) -> Iterator[Fault]:
    """Yield paragraphs whose lines are too near or too far from each other."""
    norm = document.norm
    for paragraph in running(document):
        look = paragraph.look
        size = max(sizes_of(paragraph.segments), default=0.0)
        if not size or _lines_right(look.line, look.rule, size, norm):
            continue
        words = _line_words(look.line, look.rule)
        edits = (Edit(paragraph.element, "line", _nearest_line(look.line, look.rule, norm)),)
        yield at_paragraph(paragraph, f"cách dòng {words}", edits=edits)


def _lines_right(line: int, kind: str, size: float, norm: Norm) -> bool:
    if norm.line_exact is not None:
        return kind == "exact" and norm.line_exact[0] <= line <= norm.line_exact[1]
    low, high = norm.line_auto
    if kind == "auto":
        return low - _LINE_TOLERANCE <= line <= high + _LINE_TOLERANCE
    ratio = line / TWIPS_PER_PT / size / _SINGLE
    most = high / _AUTO_LINE + _RATIO_TOLERANCE
    return ratio <= most and (kind == "atLeast" or ratio >= 1 - _RATIO_TOLERANCE)


def _nearest_line(line: int, kind: str, norm: Norm) -> tuple[int, str]:
    if norm.line_exact is not None:
        low, high = norm.line_exact
        return (min(max(line, low), high) if kind == "exact" else low), "exact"
    low, high = norm.line_auto
    return (min(max(line, low), high) if kind == "auto" else low), "auto"


def _line_words(line: int, kind: str) -> str:
    if kind == "auto":
        return f"{round(line / _AUTO_LINE, 2):g} dòng".replace(".", ",")
    word = "đúng" if kind == "exact" else "ít nhất"
    return f"{word} {points([line / TWIPS_PER_PT])} pt"


def _allowed(first: int, norm: Norm) -> int | None:
    near = [one for one in norm.first if abs(first - one) <= norm.first_tolerance]
    return near[0] if near else None


def _usual(values: Iterable[_T]) -> _T | None:
    counted = Counter(values).most_common(1)
    return counted[0][0] if counted else None


def _style(paragraph: Paragraph) -> str:
    return value(paragraph.element.find(f"{W}pPr/{W}pStyle"))
