"""Rows as a tree: groups in groups, tasks in groups, tasks in tasks."""

from collections.abc import Sequence

from kehoach.importers.tables.groups import find_groups
from kehoach.importers.tables.nodes import Builder, Node
from kehoach.importers.tables.row import Row
from kehoach.importers.tables.row_numbers import RowNumber, is_below, read_row_number
from kehoach.language.numbering import Style


def arrange(builder: Builder, rows: Sequence[Row], *, targets: bool) -> list[Node]:
    """Return the sections of a table whose rows are *rows*."""
    found: list[Node] = []
    builder.numbered = any(row.number for row in rows)
    open_groups: list[tuple[RowNumber | None, Node]] = []
    tasks: list[tuple[RowNumber | None, Node]] = []
    key = "chi_tieu" if targets else "nhiem_vu"
    groups = find_groups(rows)
    numbered = any(row.number for row, group in zip(rows, groups, strict=True) if group)
    for row, is_group in zip(rows, groups, strict=True):
        mark = read_row_number(row.number)
        if is_group and row.is_prose(groups_numbered=numbered):
            if open_groups:
                where = open_groups[-1][1]
            else:
                where = {}
                found.append(where)
            cells = [*row.fields.values(), *(lines for _, lines in row.others)]
            lines = [line for cell in cells for line in cell]
            where.setdefault("doan", []).extend(builder.prose(row, lines))
            continue
        if is_group:
            node = builder.group(row)
            _close(open_groups, mark)
            (open_groups[-1][1].setdefault("muc", []) if open_groups else found).append(node)
            open_groups.append((mark, node))
            tasks = []
            continue
        if open_groups and _leaves(mark, open_groups, tasks):
            open_groups = []
            tasks = []
        node = builder.target(row) if targets else builder.task(row)
        while tasks and not _is_inside(mark, tasks[-1][0]):
            tasks.pop()
        if tasks:
            parent = tasks[-1][1]
        elif open_groups:
            parent = _open_for_rows(open_groups[-1][1])
        else:
            if not found or "de_muc" in found[-1]:
                found.append({})
            parent = found[-1]
        parent.setdefault(key, []).append(node)
        tasks.append((mark, node))
    return found


def _close(groups: list[tuple[RowNumber | None, Node]], mark: RowNumber | None) -> None:
    """Close the groups that a group with *mark* is not in."""
    kinds = [group.kind if group else "" for group, _ in groups]
    kind = mark.kind if mark else ""
    if kind in kinds:
        del groups[kinds.index(kind) :]
        return
    # A first group inside another stands right below it, before any row.
    has_rows = bool(groups) and bool(groups[-1][1].keys() & {"nhiem_vu", "chi_tieu"})
    if has_rows and mark is not None and not is_below(mark, groups[-1][0]):
        groups.clear()


def _leaves(
    mark: RowNumber | None,
    groups: Sequence[tuple[RowNumber | None, Node]],
    tasks: Sequence[tuple[RowNumber | None, Node]],
) -> bool:
    """Tell whether a task is numbered like the groups and so stands beside them."""
    outer = groups[0][0]
    if mark is None or outer is None or mark.kind != outer.kind or not tasks:
        return False
    inner = tasks[0][0]
    return inner is not None and inner.kind != mark.kind and mark.value > outer.value


def _is_inside(mark: RowNumber | None, above: RowNumber | None) -> bool:
    """Tell whether a task belongs to the task above: 1.1.1 to 1.1, a) to 1."""
    if mark is None or above is None:
        return False
    letter = mark.kind == Style.LETTER and above.kind != Style.LETTER
    return letter or is_below(mark, above)


def _open_for_rows(group: Node) -> Node:
    """Return where rows of *group* go: behind its own groups they need a node of their own."""
    if not group.get("muc"):
        return group
    last: Node = group["muc"][-1]
    if "de_muc" in last:
        last = {}
        group["muc"].append(last)
    return last
