"""Các đoạn văn tự mang số hoặc chữ cái phải theo đúng thứ tự.

Thứ tự chữ cái tiếng Việt là a, b, c, d, đ, e, g, h…; không có f, j, w, z (Nghị định
30/2020/NĐ-CP, phụ lục I, mục II.6).

Sai: các đoạn a), b), c), d), e) hoặc đ), e), f)
Đúng: các đoạn a), b), c), d), đ), e), g)
"""

import re
from collections.abc import Iterator

from kehoach.language.numbering import LETTERS, Number, Style, read_number
from kehoach.language.pattern import late_pattern
from kehoach.model.plan import Paragraph, Prose
from kehoach.rules.context import Context
from kehoach.rules.finding import Finding, Level, Rule
from kehoach.source.place import Path

META = Rule("KH207", "so-trong-doan", Level.WARNING, since="0.1.0")

_MARK = late_pattern(r"\s*(?:([a-zđ])\)|([0-9]{1,2})[.)])\s+(?=\D)")

# Small Roman figures, or a mark that is no letter (a "c" that was scanned as "¢"): what follows
# cannot be counted.
_UNREADABLE = re.compile(r"\s*(?:\W|[ivx]{2,4})\)\s")
_LONGEST_MARK = 5


def check(context: Context) -> Iterator[Finding]:
    """Read the marks at the beginnings of the paragraphs of every list."""
    plan, readable = context.plan, context.wording.is_readable
    yield from _in_prose(plan.opening, ("mo_dau",), readable=readable)
    for section in plan.walk():
        yield from _in_prose(section.prose, (*section.path, "doan"), readable=readable)
    for task in plan.tasks():
        yield from _in_prose(task.content, (*task.path, "noi_dung"), readable=readable)
    yield from _in_prose(plan.closing, ("ket_thuc",), readable=readable)


def _in_prose(
    prose: Prose | tuple[Paragraph, ...], path: Path, *, readable: bool
) -> Iterator[Finding]:
    before: Number | None = None
    for i, paragraph in enumerate(prose):
        here = (*path, i)
        if not isinstance(paragraph, str):
            yield from _in_prose(paragraph, here, readable=readable)
            continue
        begin = paragraph.lstrip()[:_LONGEST_MARK]
        if ")" not in begin and "." not in begin:
            continue
        marked = _MARK.match(paragraph)
        if marked is None:
            if _UNREADABLE.match(paragraph):
                before = None
            continue
        mark = marked[1] or marked[2]
        number = read_number(mark)
        if mark == "d" and before == number and not readable:
            number = read_number("đ")  # a scan without marks
        wanted = _wanted(before, number)
        if wanted:
            yield Finding(
                here,
                f"đoạn này mang số “{mark}”, sau {before} phải là {wanted}",
                "đánh số lại, hoặc bổ sung đoạn còn thiếu",
                stretch=marked.span(1 if marked[1] else 2),
            )
        elif number is None:
            yield Finding(
                here,
                f"“{mark}” không có trong thứ tự chữ cái đánh số điểm",
                "dùng a, b, c, d, đ, e, g, h…",
                stretch=marked.span(1),
            )
        # Behind a repeated mark the list goes on as if it were the right one.
        repeated = wanted is not None and number == before
        before = wanted if repeated else number or before


def _wanted(before: Number | None, number: Number | None) -> Number | None:
    """Return what belongs behind *before*, None where *number* is that or begins anew."""
    if before is None or number is None or number.style is not before.style or number.value == 1:
        return None
    wanted = Number(before.style, before.value + 1)
    is_last = wanted.style is Style.LETTER and before.value == len(LETTERS)
    return None if number == wanted or is_last else wanted
