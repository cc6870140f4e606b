"""Changes between versions as a page: a list for each plan, of many the numbers of each."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kehoach.compare.sheet import BASIS, SECTION
from kehoach.output.comparison.minutes import (
    TITLES_OF_TWO,
    Change,
    Minutes,
    say_changes,
    titles_of,
)
from kehoach.output.comparison.page import PageData, page

_SIGNS = {
    "added": "+",
    "dropped": "×",
    "weaker": "↓",
    "later": "»",
    "stricter": "↑",
    "given": "⇄",
    "other": "~",
    SECTION: "§",
    BASIS: "¶",
}


def minutes_html(many: Iterable[Minutes], project: Path) -> str:
    """Return the page on *many* minutes, drawn by the template of *project* or of the program.

    Raises `TemplateFault` where the template is wrong.
    """
    known = tuple(many)
    titles = titles_of(known)
    results = [(name, _SIGNS[name], title.lower()) for name, title in titles.items()]
    of_two = titles is TITLES_OF_TWO
    counts = sum((one.counts() for one in known), Counter[str]())
    first = known[0]
    if len(known) == 1:
        title = f"{first.title}: " + ("so với " if of_two else "thay đổi so với ") + first.other
    else:
        title = f"{len(known)} kế hoạch so với " + (first.other if of_two else "bản trước")
    order = {name: position for position, name in enumerate(titles)}
    kept = PageData()
    data = {
        "khung": [{"ten": "", "muc": []}],
        "ke_hoach": [_plan(one, order, kept) for one in known],
        "hai_ban": ["Bên kia", "Bên này"] if of_two else ["Bản trước", "Bản này"],
        **kept.values(),
    }
    return page(title, say_changes(counts, of_two=of_two), results, data, project)


def _plan(minutes: Minutes, order: dict[str, int], data: PageData) -> list[Any]:
    rows = [
        _row(change, order[name], data)
        for name, _, changes in minutes.blocks()
        for change in changes
    ]
    names = data.texts((minutes.plan, minutes.commune, minutes.province))
    return [*names, 0, data.text(minutes.new), rows, *data.texts((minutes.title, minutes.old))]


def _row(change: Change, result: int, data: PageData) -> int:
    old = data.side(change.old) if change.old else -1
    new = (data.side(change.new),) if change.new else ()
    return data.row(old, result, new, data.texts(change.clauses), 1, 0)
