"""Changes between two states of a plan, read like minutes."""

from collections.abc import Iterator

from kehoach.compare.difference import Difference, Direction, Item
from kehoach.compare.versions import Versions
from kehoach.model.plan import Target

_WEIGHT = {
    Direction.WEAKER: " (thấp hơn)",
    Direction.STRICTER: " (cao hơn)",
    Direction.LATER: " (lùi hạn)",
}


def format_versions(versions: Versions, old_name: str, new_name: str) -> Iterator[str]:
    """Yield the changes: added, dropped, changed, and one summary."""
    yield f"{new_name} so với {old_name}"
    added, dropped = list(versions.added()), list(versions.dropped())
    changed = list(versions.changed())
    if added:
        yield ""
        yield f"Bổ sung ({len(added)})"
        yield from (f"  {_kind(item)} {item.code}: {_stated(item)}" for item in added)
    if dropped:
        yield ""
        yield f"Bỏ ({len(dropped)})"
        yield from (f"  {_kind(item)} {item.code}: {_stated(item)}" for item in dropped)
    if changed:
        yield ""
        yield f"Sửa đổi ({len(changed)})"
        for change in changed:
            if change.new:
                yield f"  {_kind(change.new)} {change.new.code}: {_name(change.new)}"
                yield from (f"      - {_said(difference)}" for difference in change.differences)
    yield ""
    if not (added or dropped or changed):
        yield "không có chỉ tiêu, nhiệm vụ nào thay đổi"
    else:
        yield f"{len(added)} bổ sung, {len(dropped)} bỏ, {len(changed)} sửa đổi"


def _said(difference: Difference) -> str:
    return difference.message("bản trước") + _WEIGHT.get(difference.kind.direction, "")


def _kind(item: Item) -> str:
    return "chỉ tiêu" if isinstance(item, Target) else "nhiệm vụ"


def _name(item: Item) -> str:
    return item.content if isinstance(item, Target) else item.title


def _stated(item: Item) -> str:
    if isinstance(item, Target):
        given = item.figure
    else:
        given = f"chủ trì {', '.join(item.leads)}" if item.leads else ""
    due = f"hạn {item.deadline}" if item.deadline else ""
    return "; ".join(filter(None, (_name(item), given, due)))
