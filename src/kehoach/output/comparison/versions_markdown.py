"""Changes between two states of a plan for a pull request: what was changed first."""

from collections.abc import Iterator

from kehoach.compare.sheet import ITEMS, Row, Sheet
from kehoach.output.comparison.markdown import code_span, escape, folded
from kehoach.output.comparison.versions_text import (
    change_blocks,
    change_words,
    summarize_changes,
)


def versions_page(sheet: Sheet) -> Iterator[str]:
    """Yield the lines of a comment on a pull request on one plan."""
    names = f"{code_span(sheet.below.file)} so với {code_span(sheet.above.file)}"
    yield f"### {escape(sheet.below.title)}: {names}"
    yield ""
    summary = escape(summarize_changes(sheet))
    yield f"**{summary[0].upper()}{summary[1:]}**"
    others: list[tuple[str, list[Row]]] = []
    for heading, rows in change_blocks(sheet):
        if not all(row.above and row.below for row in rows):
            others.append((heading, rows))
            continue
        yield ""
        yield f"| {escape(heading)} ({len(rows)}) | Sửa đổi |"
        yield "|---|---|"
        for row in rows:
            _, said, clauses = change_words(row, sheet.other)
            yield f"| {_name(row)}{escape(said)} | {'<br>'.join(map(escape, clauses))} |"
    for heading, rows in others:
        yield from folded(heading, (_line(row, sheet.other) for row in rows))


def _line(row: Row, other: str) -> str:
    _, said, clauses = change_words(row, other)
    return f"- {_name(row)}{escape('; '.join((said, *clauses)))}"


def _name(row: Row) -> str:
    return f"{code_span(row.item)} " if row.kind in ITEMS else ""
