"""Changes between two states of a plan for people at a terminal."""

from collections.abc import Iterator

from kehoach.output.comparison.minutes import KINDS, Change, Minutes


def format_minutes(minutes: Minutes) -> Iterator[str]:
    """Yield the changes by what they mean, then one line of summary."""
    yield f"{minutes.new} so với {minutes.old}"
    for _, title, changes in minutes.blocks():
        yield ""
        yield f"{title} ({len(changes)})"
        for change in changes:
            yield from _lines(change)
    yield ""
    yield minutes.summary()


def _lines(change: Change) -> Iterator[str]:
    at = f"[{change.shown.place}]"
    if not change.code:
        yield f"  {change.text}: {'; '.join(change.clauses)} {at}"
        return
    yield f"  {KINDS[change.kind]} {change.code}: {change.said} {at}"
    yield from (f"      - {clause}" for clause in change.clauses)
