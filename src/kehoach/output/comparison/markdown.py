"""Comparisons for a pull request: one line of summary, a table, the rest folded."""

import re
from collections.abc import Iterable, Iterator

from kehoach.compare.verdict import Verdict
from kehoach.compare.wording import say_counts
from kehoach.output.comparison.rows import Row, Rows, Side

_MARKED = {
    Verdict.WEAKER: "🔻",
    Verdict.LATER: "⏳",
    Verdict.DOUBTFUL: "❔",
}
"""What a reviewer must look at line by line, with a mark that stands out in a long page."""
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&@])")


_ROOM = 60_000
"""Characters of a page: GitHub takes comments of up to 65,536."""


def format_markdown(pages: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Yield the lines of a comment on a pull request; each page is that of one plan.

    Plans for which there is no room any more are only counted, and that is said.
    """
    left, room = 0, _ROOM
    for number, page in enumerate(pages):
        lines = ["", *page] if number else list(page)
        room -= sum(len(line) + 1 for line in lines)
        if left or (room < 0 and number):
            left += 1
        else:
            yield from lines
    if left:
        yield ""
        yield f"Còn {left} kế hoạch không nêu ở đây vì trang đã dài; xem cả bằng `--format html`."


def escape(text: str) -> str:
    """Return *text* so that Markdown and HTML show it as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def rows_page(rows: Rows) -> Iterator[str]:
    """Yield the lines on one plan against one document above it."""
    yield f"### {escape(rows.title)} so với {escape(rows.document)}"
    yield ""
    counts = say_counts(rows.counts(), rows.accepted(), binding=rows.binding)
    yield f"**{escape(rows.plan)}**: {counts}"
    weighing = [row for row in rows.rows if row.binds and not row.accepted]
    marked = [row for verdict in _MARKED for row in weighing if row.verdict is verdict]
    if marked:
        yield ""
        yield f"| | Mục | {rows.other.capitalize()} | Kế hoạch |"
        yield "|---|---|---|---|"
        yield from map(_table_row, marked)
    missing = [row.code for row in weighing if row.verdict is Verdict.MISSING]
    if missing:
        yield ""
        which = "mục bắt buộc" if rows.binding else "mục"
        yield f"⭕ thiếu {len(missing)} {which}: {', '.join(map(code_span, missing))}"
    for heading, found in rows.blocks():
        yield from folded(heading, (line for row in found for line in _details(row, rows.other)))
    if rows.bases:
        bases = (f"- {escape(basis)}" for basis in rows.bases)
        yield from folded("Văn bản kế hoạch chưa viện dẫn", bases)


def folded(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield a block that a reader opens; its heading tells how many items it has."""
    lines = list(lines)
    items = sum(line.startswith("- ") for line in lines)
    yield ""
    yield f"<details><summary>{escape(heading)} ({items})</summary>"
    yield ""
    yield from lines
    yield ""
    yield "</details>"


def _table_row(row: Row) -> str:
    above = escape(row.above.stated if row.above else "") or "–"
    below = "<br>".join(escape(side.stated) or "không nêu" for side in row.below)
    mark = f"{_MARKED[row.verdict]} {row.result}"
    return f"| {mark} | {code_span(row.code)} {escape(row.text)} | {above} | {below} |"


def _details(row: Row, other: str) -> Iterator[str]:
    certainty = f"mức tin cậy: {row.certainty}" if row.certainty else ""
    sure = ", ".join(filter(None, (row.binding, certainty)))
    yield f"- {code_span(row.code)} {escape(row.text)}{f' ({sure})' if sure else ''}"
    if row.above:
        yield f"  - {other}: {_side(row.above)}"
    for side in row.below:
        yield f"  - kế hoạch: {_side(side)}"
    yield from (f"  - {escape(note)}" for note in row.notes)


def _side(side: Side) -> str:
    said = f"{side.text} ({side.stated})" if side.stated else side.text
    return f"{escape(said)} {code_span(side.place)}"


def code_span(text: str) -> str:
    """Return *text* as code; a backtick would end it."""
    return f"`{text.replace('`', ' ')}`"
