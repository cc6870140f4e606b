"""Which items are tasks: what stands before an assignment ("Chủ trì: …") belongs to it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kehoach.importers.context import Context
from kehoach.importers.labels import Assignment, read_assignments
from kehoach.importers.outline import Node, Part
from kehoach.importers.passages import Passage


@dataclass
class Group:
    """Content with the assignment behind it."""

    content: list[Node | Part]
    assignments: list[Assignment]


def own_assignments(node: Node, context: Context) -> tuple[Passage, tuple[Assignment, ...]] | None:
    """Return what the text of *node* says before its labels, and these; None without labels."""
    return read_assignments(node.text, context.keywords) if node.text.text else None


def assigned_groups(items: Sequence[Node | Part], context: Context) -> list[Group]:
    """Return *items* in groups that each end with their assignment; none without assignments.

    The last group may have none.
    """
    groups = [Group([], [])]
    found = False
    for item in items:
        text = item.text if isinstance(item, Node) else item
        read = None
        if isinstance(text, Passage) and (
            not isinstance(item, Node) or (item.mark.is_dash and not item.items)
        ):
            read = read_assignments(text, context.keywords)
        if read is None or (isinstance(item, Node) and read[0].text):
            if groups[-1].assignments:
                groups.append(Group([], []))
            groups[-1].content.append(item)
            continue
        before, assignments = read
        found = True
        if before.text:
            if groups[-1].assignments:
                groups.append(Group([], []))
            groups[-1].content.append(before)
        groups[-1].assignments.extend(assignments)
    if len(groups) == 2 and not groups[0].content and not groups[1].assignments:  # noqa: PLR2004
        # "(Chủ trì: …)" below a heading is said of all that follows.
        groups = [Group(groups[1].content, groups[0].assignments)]
    return groups if found else []


def assigned_at_once(node: Node, context: Context) -> bool:
    """Tell whether an assignment stands right below a heading, and holds for all below it."""
    first = node.items[0] if node.items else None
    if node.mark.is_dash or not isinstance(first, Passage) or _has_sections(node):
        return False
    read = read_assignments(first, context.keywords)
    return bool(read and not read[0].text) and len(assigned_groups(node.items, context)) == 1


def hoisted(node: Node, context: Context) -> list[Node | Part]:
    """Return the items of *node*, an assignment behind its last point taken out of that point.

    "a) … b) … c) … Chủ trì: …" assigns all points where no other point has an assignment.
    """
    points = [item for item in node.nodes() if not item.mark.is_dash]
    if len(points) <= 1 or node.items[-1] is not points[-1]:
        return node.items
    last = points[-1]
    if any(assigned_groups(point.items, context) for point in points[:-1]):
        return node.items
    groups = assigned_groups(last.items, context)
    if len(groups) != 1 or groups[0].content:
        return node.items
    labels = list(last.items)
    last.items = []
    return [*node.items, *labels]


def is_task(node: Node, context: Context) -> bool:
    """Tell whether *node* or its points are assigned to somebody."""
    return bool(
        assigned_groups(node.items, context)
        or own_assignments(node, context)
        or (
            (points := [item for item in node.nodes() if not item.mark.is_dash])
            and any(assigned_groups(point.items, context) for point in points)
            and not any(point.nodes() and _has_sections(point) for point in points)
            and node.rank >= _TASK_RANK
            and not all(_DEEP_NUMBER.fullmatch(point.mark.number) for point in points)
        )
    )


_TASK_RANK = 4
# 3.1 over 3.1.1 and 3.1.2 heads a group of tasks; over a) and b) it is one task.
_DEEP_NUMBER = re.compile(r"\d+(?:\.\d+){2,}")


def _has_sections(node: Node) -> bool:
    return any(not item.mark.is_dash for item in node.nodes())


def is_section(node: Node, context: Context) -> bool:
    """Tell an item that holds tasks or sections of its own from a task."""
    if node.mark.is_dash:
        return False
    return not is_task(node, context) and _has_sections(node)


def are_tasks(nodes: Sequence[Node], context: Context) -> bool:
    """Tell whether *nodes* are a list of tasks: most have an assignment, none holds sections."""
    if not nodes or any(is_section(node, context) for node in nodes):
        return False
    tasks = sum(is_task(node, context) for node in nodes)
    return tasks * 2 > len(nodes) or (tasks > 0 and nodes[0].rank >= _TASK_RANK)
