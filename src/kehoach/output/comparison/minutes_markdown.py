"""Changes between two states of a plan for a pull request: what was changed first."""

from collections.abc import Iterator

from kehoach.output.comparison.markdown import code_span, escape, folded
from kehoach.output.comparison.minutes import Change, Minutes


def minutes_page(minutes: Minutes) -> Iterator[str]:
    """Yield the lines of a comment on a pull request on one plan."""
    names = f"{code_span(minutes.new)} so với {code_span(minutes.old)}"
    yield f"### {escape(minutes.title)}: {names}"
    yield ""
    summary = escape(minutes.summary())
    yield f"**{summary[0].upper()}{summary[1:]}**"
    others: list[tuple[str, tuple[Change, ...]]] = []
    for _, heading, changes in minutes.blocks():
        if not all(change.old and change.new for change in changes):
            others.append((heading, changes))
            continue
        yield ""
        yield f"| {escape(heading)} ({len(changes)}) | Sửa đổi |"
        yield "|---|---|"
        for change in changes:
            clauses = "<br>".join(map(escape, change.clauses))
            yield f"| {_name(change)}{escape(change.text)} | {clauses} |"
    for heading, changes in others:
        yield from folded(heading, map(_line, changes))


def _line(change: Change) -> str:
    return f"- {_name(change)}{escape('; '.join((change.said, *change.clauses)))}"


def _name(change: Change) -> str:
    return f"{code_span(change.code)} " if change.code else ""
