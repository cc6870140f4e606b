"""Rows of a flattened table: each a number and its lines, in stretches that page ends part."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kehoach.importers.blocks import LeftOut, Line
from kehoach.importers.tables.flattened.numbers import Numbers, leading_mark
from kehoach.importers.tables.row import line_text
from kehoach.language.fold import fold


@dataclass
class Chunk:
    """The lines of a row: one list for each page it stands on."""

    number: Line | None
    stretches: list[list[Line]]


_STAMP = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[+-][0-9]{4}|Z)?")
_PAGE = re.compile(r"-?\s*[0-9]{1,3}\s*-?|[Tt]rang\s+[0-9]{1,3}(?:\s*/\s*[0-9]{1,3})?")


def row_chunks(lines: Sequence[Line], header: str, left_out: list[LeftOut]) -> list[Chunk]:
    """Return the rows of *lines*; what belongs to pages (*header* again, numbers) is left out."""
    chunks: list[Chunk] = []
    numbers = Numbers()
    i = 0
    while i < len(lines):
        if form := _form(lines, i, header):
            count, reason = form
            left_out.extend(LeftOut(one.text, one.origin, reason) for one in lines[i : i + count])
            if chunks and chunks[-1].stretches[-1]:
                chunks[-1].stretches.append([])
            i += count
            continue
        line = lines[i]
        i += 1
        text = line_text(line)
        if not text:
            continue
        found = leading_mark(text)
        if found and numbers.accept(found[0]):
            chunks.append(Chunk(replace(line, text=found[1], number=""), [[]]))
            text = found[2]
            if not text:
                continue
        if not chunks:
            chunks.append(Chunk(None, [[]]))
        stretch = chunks[-1].stretches[-1]
        if stretch and stretch[-1].origin.page != line.origin.page:
            stretch = []
            chunks[-1].stretches.append(stretch)
        stretch.append(replace(line, text=text, number=""))
    return chunks


def _form(lines: Sequence[Line], place: int, header: str) -> tuple[int, str] | None:
    """Return how many lines from *place* on belong to the page and not to the text, and why."""
    if repeated := _repeated(lines, place, header):
        return repeated, "tiêu đề cột lặp lại ở đầu trang"
    text = line_text(lines[place])
    if _STAMP.fullmatch(text):
        return 1, "dấu thời gian của chữ ký số"
    after = _next(lines, place + 1)
    if _PAGE.fullmatch(text) and _ends_page(lines, place + 1, after, header):
        return 1, "số trang"
    return None


def _next(lines: Sequence[Line], start: int) -> int:
    while start < len(lines) and not line_text(lines[start]):
        start += 1
    return start


def _ends_page(lines: Sequence[Line], here: int, after: int, header: str) -> bool:
    """Tell whether a number alone on its line is that of a page."""
    if after >= len(lines):
        return True
    if _repeated(lines, after, header):
        return True
    page = lines[here - 1].origin.page
    first = here < 2 or lines[here - 2].origin.page != page  # noqa: PLR2004  (no line before it)
    last = lines[after].origin.page != page
    return page > 0 and (last or (first and bool(leading_mark(line_text(lines[after])))))


def _repeated(lines: Sequence[Line], start: int, header: str) -> int:
    """Return how many lines from *start* on are the header once more; 0 for none."""
    seen = ""
    for i in range(start, len(lines)):
        text = fold(line_text(lines[i]))
        seen = f"{seen} {text}".strip()
        if not header.startswith(seen):
            return 0
        if seen and seen == header:
            return i + 1 - start
    return 0
