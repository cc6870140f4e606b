"""Annexes: ``Phụ lục 1`` with title, remark and contents."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kehoach.importers.blocks import Block, Line
from kehoach.importers.body.roles import Role
from kehoach.importers.casing import sentence_case
from kehoach.importers.context import FORM, LABEL, Context
from kehoach.importers.draft import Piece, Sureness
from kehoach.importers.header import date_text
from kehoach.importers.joining import is_capitals
from kehoach.importers.marks import given_mark, read_mark
from kehoach.importers.outline import read_outline
from kehoach.importers.parts import gather
from kehoach.importers.passages import Passage, joined, passage
from kehoach.importers.sections import fill
from kehoach.importers.tables.flattened.header import find_header

_ANNEX = re.compile(
    r"(?P<label>(?:PHỤ LỤC|Phụ lục|PHỤ BIỂU|Phụ biểu)(?:\s+(?:số|SỐ))?)"
    r"\s*(?P<number>[IVX]{1,5}|\d{1,2}|[A-H])?(?!\w)\s*[.:–-]?\s*(?P<title>.*)"
)
_REMARK = re.compile(r"\(?\s*(?:ban hành\s+)?(?:đính\s+)?kèm\s+theo\s", re.IGNORECASE)
_SYMBOL = re.compile(
    r"số\s*:?\s*(?P<number>\d{1,5})?[\s.…]*[/-]\s*(?P<symbol>[A-ZĐ][\w-]*(?:/\w+)?)"
)
_DATE = re.compile(
    r"ngày\s*(?P<day>\d{1,2})?[\s.…]*(?:/|tháng)\s*(?P<month>\d{1,2})?[\s.…]*(?:/|năm)\s*(?P<year>20\d\d)"
)
_LONGEST_REMARK = 6
_LONGEST_TITLE = 8
_INFERRED = "lấy từ dòng kèm theo của phụ lục"


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex as sections, and what its remark says of the document."""

    node: dict[str, Any]
    document: dict[str, Piece]


def begins_annex(block: Block) -> bool:
    """Tell whether *block* is the heading of an annex."""
    if not isinstance(block, Line):
        return False
    text = passage(block).text
    match = _ANNEX.fullmatch(text)
    if not match or len(text) > 200:  # noqa: PLR2004  (a heading)
        return False
    title = match["title"]
    stands_out = block.bold or block.centred or bool(block.level)
    return not title or is_capitals(title) or (stands_out and title[:1].isupper())


def split_annexes(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """Yield the blocks of each annex; the first begins where *blocks* do."""
    starts = [place for place, block in enumerate(blocks) if begins_annex(block)]
    for start, end in pairwise([*starts, len(blocks)]):
        yield blocks[start:end]


def read_annex(blocks: Sequence[Block], context: Context) -> Annex:
    """Read one annex; *blocks* begin with its heading where it has one."""
    node: dict[str, Any] = {}
    document: dict[str, Piece] = {}
    title: list[Passage] = []
    rest = list(blocks)
    if rest and begins_annex(rest[0]) and isinstance(first := rest[0], Line):
        title = _read_label(passage(first), node, context)
        del rest[0]
    lines = _leading_lines(rest)
    header = find_header(lines)
    end = header.start if header else len(lines)
    place = 0
    while place < end and not _title_ends(title, lines, place):
        title.append(passage(lines[place]))
        place += 1
    if place < end and _REMARK.match(passage(lines[place]).text):
        place = _read_remark(lines, place, end, document, context)
    context.leave_numbers([*blocks[: len(blocks) - len(rest)], *rest[:place]])
    name = Piece("[…]", (), Sureness.CHECK, "phụ lục không có tên")
    if title:
        written = " ".join(sentence_case(part.text) for part in title)
        name = joined(title).reworded(written.rstrip(" .:"))
    node = {"ten": name, **node}
    outline = read_outline(gather(rest[place:], context, annex=True), context.keywords)
    fill(node, outline, Role(), context)
    return Annex(node, document)


def _read_label(text: Passage, node: dict[str, Any], context: Context) -> list[Passage]:
    """Take the number out of ``Phụ lục I. DANH MỤC`` and return the title behind it."""
    match = _ANNEX.fullmatch(text.text)
    if not match:
        return []
    context.leave(text.cut(match.start("label"), match.end("label")), LABEL)
    if match["number"]:
        node["so_muc"] = text.reworded(match["number"])
    return [text.cut(match.start("title"))] if match["title"] else []


def _title_ends(title: Sequence[Passage], lines: Sequence[Line], place: int) -> bool:
    text = passage(lines[place]).text
    if len(title) >= _LONGEST_TITLE or _REMARK.match(text):
        return True
    if given_mark(lines[place].number) or read_mark(text):
        return True
    if not title:
        return False
    whole = place > 0 and not lines[place - 1].broken and not is_capitals(text)
    return whole or is_capitals(title[-1].text) != is_capitals(text)


def _leading_lines(blocks: Sequence[Block]) -> list[Line]:
    lines: list[Line] = []
    for block in blocks:
        if not isinstance(block, Line):
            break
        lines.append(block)
    return lines


def _read_remark(
    lines: Sequence[Line], place: int, end: int, document: dict[str, Piece], context: Context
) -> int:
    """Leave out "(Ban hành kèm theo …)" and keep what it says of the document."""
    parts: list[Passage] = []
    while place < end and len(parts) < _LONGEST_REMARK:
        parts.append(passage(lines[place]))
        place += 1
        if parts[-1].text.endswith(")") or not parts[0].text.startswith("("):
            break
    remark = joined(parts)
    context.leave(remark, FORM)
    if match := _SYMBOL.search(remark.text):
        if match["number"]:
            document["so"] = remark.reworded(match["number"], Sureness.LIKELY, _INFERRED)
        document["ky_hieu"] = remark.reworded(match["symbol"], Sureness.LIKELY, _INFERRED)
    if match := _DATE.search(remark.text):
        value = date_text(match["day"], match["month"], match["year"])
        if value:
            document["ngay"] = remark.reworded(value, Sureness.LIKELY, _INFERRED)
    return place
