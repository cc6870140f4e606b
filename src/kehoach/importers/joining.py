"""Lines of a page made paragraphs again, and what is not of the document dropped.

A line goes on with the next one unless it was broken off on purpose: the first word of the next
line would still have fitted in, the next line begins an item, or a sentence ends.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kehoach.importers.blocks import Block, LeftOut, Line, Table
from kehoach.importers.keywords import Keywords
from kehoach.importers.labels import begins_label
from kehoach.importers.marks import read_mark
from kehoach.importers.passages import Passage, joined, passage
from kehoach.language.fold import fold

PAGE_NUMBER = "số trang"
RUNNING_HEADER = "tiêu đề lặp lại ở đầu hoặc chân trang"
SIGNATURE_STAMP = "dấu thời gian của chữ ký số"

_STAMP = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[+-]\d\d:?\d\d|Z)?|Signature Not Verified"
    r"|(?:Người ký|Ký bởi|Được ký bởi|Ngày ký|Thời gian ký|Giờ ký)\s*:.{0,200}"
)
_PAGE = re.compile(r"[-–]?\s?(?:Trang\s)?(?P<number>\d{1,3})(?:\s?/\s?\d{1,3})?\s?[-–]?")
_LINES_OF_A_PAGE = 12
_REPEATS = 3
_ENDS = re.compile(r"[.;:!?…][”\")»]*\Z|\./\.?\Z")
_FIRST_WORD = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W\d_]")
_FULL = 0.94
_SHORT = 0.80
_USUAL_SHARE = 0.9
_DEFAULT_WIDTH = 80
_SEVERAL = 3
_WIDEST = 160


def drop_form(blocks: Iterable[Block]) -> tuple[list[Block], list[LeftOut]]:
    """Return *blocks* without page numbers, running headers and stamps of signatures, and these."""
    blocks = list(blocks)
    running = _running(blocks)
    kept: list[Block] = []
    left_out: list[LeftOut] = []
    pages = _PageNumbers()
    for place, block in enumerate(blocks):
        if not isinstance(block, Line):
            kept.append(block)
            continue
        text = block.text.strip()
        reason = ""
        if _STAMP.fullmatch(text):
            reason = SIGNATURE_STAMP
        elif (match := _PAGE.fullmatch(text)) and not block.number:
            if pages.is_next(int(match["number"]), place, turns=_turns_page(blocks, place)):
                reason = PAGE_NUMBER
        elif (fold(text), block.origin.file) in running:
            reason = RUNNING_HEADER
        if reason:
            left_out.append(LeftOut(block.text, block.origin, reason))
        elif text or block.number:
            kept.append(block)
    return kept, left_out


class _PageNumbers:
    """Tells the number of a page from that of a row, each alone on its line."""

    def __init__(self) -> None:
        self._page, self._page_place = 1, -1
        self._row, self._row_place = 0, 0
        self._annex_page = 1

    def is_next(self, number: int, place: int, *, turns: bool) -> bool:
        """Tell whether the *number* at *place* is a page's; *turns* where a page ends or begins.

        Behind numbered pages, those of an annex may count anew from 1.
        """
        beside = place - self._row_place < _LINES_OF_A_PAGE
        if number == 1 or (number == self._row + 1 and beside):
            self._row, self._row_place = number, place
            return False
        if number <= self._page:
            anew = turns and self._page_place >= 0 and number in {2, self._annex_page + 1}
            self._annex_page = number if anew else self._annex_page
            return anew
        if place - self._page_place <= _LINES_OF_A_PAGE and not turns:
            return False
        self._page, self._page_place = number, place
        return True


def _turns_page(blocks: Sequence[Block], place: int) -> bool:
    """Tell whether the line at *place* is the first or last of its page."""
    here = blocks[place]
    around = [*blocks[max(place - 1, 0) : place], *blocks[place + 1 : place + 2]]
    return isinstance(here, Line) and any(
        isinstance(other, Line) and other.origin.page != here.origin.page for other in around
    )


def _running(blocks: Iterable[Block]) -> frozenset[tuple[str, str]]:
    """Return the texts that stand first or last on at least three pages of a file."""
    pages: dict[tuple[str, int], list[str]] = {}
    for block in blocks:
        if isinstance(block, Line) and block.origin.page and block.text.strip():
            key = (block.origin.file, block.origin.page)
            pages.setdefault(key, []).append(fold(block.text))
    counted = Counter(
        (text, file)
        for (file, _), texts in pages.items()
        for text in {texts[0], texts[-1]}
        if not read_mark(text)
    )
    return frozenset(key for key, count in counted.items() if count >= _REPEATS)


def paragraphs(blocks: Iterable[Block], keywords: Keywords) -> Iterator[Passage | Table]:
    """Yield the paragraphs and tables of *blocks*, broken lines joined."""
    blocks = list(blocks)
    width = text_width(blocks)
    open_: list[Passage] = []
    last: Line | None = None
    for block in blocks:
        if isinstance(block, Table):
            if open_:
                yield joined(open_)
            open_, last = [], None
            yield block
            continue
        this = passage(block)
        goes_on = bool(last) and (
            _goes_on(open_, this, width, keywords)
            if last and last.broken
            else _was_torn(open_, this)
        )
        if not goes_on and open_:
            yield joined(open_)
            open_ = []
        open_.append(this)
        last = block
    if open_:
        yield joined(open_)


def _was_torn(open_: Sequence[Passage], this: Passage) -> bool:
    """Tell whether a page torn between two paragraphs that look whole made two of one."""
    before = open_[-1].text
    return (
        this.text[:1].islower()
        and len(before) > _DEFAULT_WIDTH // 2
        and not (this.number or this.level or read_mark(this.text) or _ENDS.search(before))
    )


def text_width(blocks: Iterable[Block]) -> int:
    """Return how many characters a full line has."""
    lengths = sorted(
        len(block.text.strip())
        for block in blocks
        if isinstance(block, Line) and block.broken and len(block.text.strip()) <= _WIDEST
    )
    long = [length for length in lengths if length >= _DEFAULT_WIDTH // 2]
    return long[int(len(long) * _USUAL_SHARE)] if long else _DEFAULT_WIDTH


def _goes_on(  # noqa: C901, PLR0911  (one rule a return, in the order in which they decide)
    open_: Sequence[Passage], this: Passage, width: int, keywords: Keywords
) -> bool:
    before = open_[-1].text
    if not before or this.number or this.level:
        return False
    ended = bool(_ENDS.search(before))
    word = _FIRST_WORD.match(this.text)
    reach = len(before) + 1 + len(word[0] if word else "")
    mark = read_mark(this.text)
    if mark is not None:
        # "đúng - đủ" may be broken before the dash; an item begins with a capital.
        small = this.text[mark.end : mark.end + 1].islower()
        return mark.is_dash and small and not ended and reach > _SHORT * width
    if begins_label(this.text, keywords) or before.endswith(("./.", "./")):
        return False
    if _ends_heading(open_, this):
        return False
    if ended and any(fold(text).startswith("căn cứ ") for text in (open_[0].text, this.text)):
        return False
    first = _LETTER.search(this.text)
    opening = read_mark(open_[0].text)
    listing = begins_label(open_[0].text, keywords) or (opening and not opening.is_dash)
    if listing and before.endswith((";", ",")):
        return True
    if this.text[:1].islower():
        return True
    capitals = is_capitals(open_[0].text)
    if capitals != is_capitals(this.text) and first:
        # A figure or a symbol alone is written in capitals anywhere.
        if capitals and len(before.split()) > 1:
            return False
        if is_capitals(this.text) and len(this.text.split()) >= _SEVERAL and reach <= _FULL * width:
            return False
    return reach > (_FULL if ended else _SHORT) * width


def _ends_heading(open_: Sequence[Passage], this: Passage) -> bool:
    """Tell whether *this* is the text below a numbered heading that alone is bold."""
    return (
        all(part.bold for part in open_)
        and not this.bold
        and this.text[:1].isupper()
        and read_mark(open_[0].text) is not None
    )


def is_capitals(text: str) -> bool:
    """Tell whether *text* has letters and all of them are capitals."""
    return text.isupper()
