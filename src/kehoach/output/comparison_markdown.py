"""Comparisons for a pull request: one line of summary, a table, the rest folded."""

import re
from collections.abc import Iterable, Iterator

from kehoach.compare.verdict import Verdict
from kehoach.output.comparison_rows import VERDICTS, Row, Rows, Side, say_counts

_MARKED = {
    Verdict.WEAKER: "🔻",
    Verdict.LATER: "⏳",
    Verdict.DOUBTFUL: "❔",
}
"""What a reviewer must look at line by line, with a mark that stands out in a long page."""
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&@])")


_ROOM = 60_000
"""Characters of a page: GitHub takes comments of up to 65,536."""


def format_markdown(many: Iterable[Rows]) -> Iterator[str]:
    """Yield the lines of a comment on a pull request, plan after plan.

    Plans for which there is no room any more are only counted, and that is said.
    """
    left, room = 0, _ROOM
    for number, rows in enumerate(many):
        lines = ["", *_plan(rows)] if number else list(_plan(rows))
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


def _plan(rows: Rows) -> Iterator[str]:
    yield f"### {escape(rows.commune)}, {escape(rows.province)} so với {escape(rows.document)}"
    yield ""
    yield f"**{escape(rows.plan)}**: {say_counts(rows.counts())}"
    groups = rows.grouped()
    marked = [row for verdict in _MARKED for row in groups.get(verdict, ()) if row.binds]
    if marked:
        yield ""
        yield "| | Mục | Khung | Kế hoạch |"
        yield "|---|---|---|---|"
        yield from map(_table_row, marked)
    missing = [row.code for row in groups.get(Verdict.MISSING, ()) if row.binds]
    if missing:
        yield ""
        yield f"⭕ thiếu {len(missing)} mục bắt buộc: {', '.join(map(code_span, missing))}"
    for verdict, found in groups.items():
        yield ""
        yield f"<details><summary>{VERDICTS[verdict][1]} ({len(found)})</summary>"
        yield ""
        for row in found:
            yield from _details(row)
        yield ""
        yield "</details>"


def _table_row(row: Row) -> str:
    above = escape(row.above.stated if row.above else "") or "–"
    below = "<br>".join(escape(side.stated) or "không nêu" for side in row.below)
    mark = f"{_MARKED[row.verdict]} {VERDICTS[row.verdict][0]}"
    return f"| {mark} | {code_span(row.code)} {escape(row.text)} | {above} | {below} |"


def _details(row: Row) -> Iterator[str]:
    sure = f" ({row.binding}, mức tin cậy: {row.certainty})" if row.binding else ""
    yield f"- {code_span(row.code)} {escape(row.text)}{sure}"
    if row.above:
        yield f"  - khung: {_side(row.above)}"
    for side in row.below:
        yield f"  - kế hoạch: {_side(side)}"
    if row.likeness:
        how = "ghép theo lời văn" if row.sure else "có thể là mục này"
        yield f"  - {how}, giống {row.likeness:.0f}%"
    for message in row.messages:
        yield f"  - {escape(message)}"


def _side(side: Side) -> str:
    said = f"{side.text} ({side.stated})" if side.stated else side.text
    return f"{escape(said)} {code_span(side.place)}"


def code_span(text: str) -> str:
    """Return *text* as code; a backtick would end it."""
    return f"`{text.replace('`', ' ')}`"
