"""Changes between two states of a plan for a pull request: what was changed first."""

from collections.abc import Iterator

from kehoach.compare.difference import Difference, Direction, Item
from kehoach.compare.versions import Versions
from kehoach.model.plan import Target
from kehoach.output.comparison_markdown import code_span, escape

_MARKS = {Direction.WEAKER: "🔻 ", Direction.LATER: "⏳ ", Direction.STRICTER: "🔺 "}


def format_versions_markdown(versions: Versions, old_name: str, new_name: str) -> Iterator[str]:
    """Yield the lines of a comment on a pull request on one plan."""
    added, dropped = list(versions.added()), list(versions.dropped())
    changed = list(versions.changed())
    names = f"{code_span(new_name)} so với {code_span(old_name)}"
    yield f"### {escape(versions.new.commune.name)}: {names}"
    yield ""
    if not (added or dropped or changed):
        yield "Không có chỉ tiêu, nhiệm vụ nào thay đổi."
        return
    yield f"**{len(added)} bổ sung, {len(dropped)} bỏ, {len(changed)} sửa đổi**"
    if changed:
        yield ""
        yield "| Mục | Sửa đổi |"
        yield "|---|---|"
        for change in changed:
            if change.new:
                said = "<br>".join(map(_said, change.differences))
                yield f"| {code_span(change.new.code)} {escape(_name(change.new))} | {said} |"
    for title, items in (("Bổ sung", added), ("Bỏ", dropped)):
        if items:
            yield ""
            yield f"<details><summary>{title} ({len(items)})</summary>"
            yield ""
            yield from (f"- {code_span(item.code)} {escape(_name(item))}" for item in items)
            yield ""
            yield "</details>"


def _said(difference: Difference) -> str:
    mark = _MARKS.get(difference.kind.direction, "")
    return mark + escape(difference.message("bản trước"))


def _name(item: Item) -> str:
    return item.content if isinstance(item, Target) else item.title
