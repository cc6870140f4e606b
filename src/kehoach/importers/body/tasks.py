"""Tasks with what they say and who does what by when."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from kehoach.importers.body.assigned import (
    Group,
    assigned_groups,
    hoisted,
    is_task,
    own_assignments,
)
from kehoach.importers.body.dashes import CELL, cells, dash_values
from kehoach.importers.body.headings import (
    RUN_IN_HEAD,
    RUN_IN_REST,
    leave_bullet,
    number_of,
    read_heading,
)
from kehoach.importers.body.section import Draft
from kehoach.importers.context import LABEL, Context
from kehoach.importers.draft import Piece, Sureness
from kehoach.importers.labels import Assignment
from kehoach.importers.outline import Node, Part
from kehoach.importers.passages import Passage, joined
from kehoach.importers.unit_lists import read_unit_list


def read_task(node: Node, context: Context) -> Draft:
    """Return the task that *node* is."""
    own = own_assignments(node, context)
    if node.mark.is_dash:
        task: Draft = {"ma": Piece(""), "so_muc": Piece("")}
        content: list[Node | Part] = [own[0] if own else node.text]
    else:
        if own:
            node.text = own[0]
        heading, rest = read_heading(node, context, "ten")
        task = {"ma": Piece(""), "so_muc": heading["so_muc"], "ten": heading["ten"]}
        content = list(rest)
    items = hoisted(node, context)
    groups = assigned_groups(items, context)
    task["ma"] = context.code(_first_text(task, content))
    if own:
        group = Group([*content, *items], list(own[1]))
        _fill_task(task, group, context)
    elif len(groups) == 1:
        _fill_task(task, Group([*content, *groups[0].content], groups[0].assignments), context)
    elif not groups:
        points = node.nodes()
        if any(is_task(point, context) for point in points):
            before = [item for item in items if not isinstance(item, Node)]
            _fill_task(task, Group([*content, *before], []), context)
            task["nhiem_vu"] = [read_task(point, context) for point in points]
        else:
            _fill_task(task, Group([*content, *items], []), context)
    else:
        _fill_task(task, Group(content, []), context)
        task["nhiem_vu"] = [nameless(group, context) for group in groups]
    return task


def _first_text(task: Draft, content: Sequence[Node | Part]) -> str:
    if "ten" in task:
        return str(task["ten"].text)
    for item in content:
        if isinstance(item, Node):
            return item.text.text
        if isinstance(item, Passage):
            return item.text
    return ""


def nameless(group: Group, context: Context) -> Draft:
    """Return a task without number; a short lead before a colon is its name."""
    task: Draft = {"ma": context.code(_first_text({}, group.content)), "so_muc": Piece("")}
    content = list(group.content)
    first = content[0] if content else None
    if (
        len(content) == 1
        and isinstance(first, Node)
        and first.mark.number
        and not first.mark.is_dash
    ):
        task["so_muc"] = number_of(first)
        content = [first.text, *first.items]
    elif len(content) == 1 and isinstance(first, Passage):
        cut = re.search(r":\s+", first.text[:RUN_IN_HEAD])
        if cut and len(first.text) - cut.end() >= RUN_IN_REST:
            task["ten"] = first.cut(0, cut.start()).piece()
            content = [first.cut(cut.end())]
    _fill_task(task, Group(content, group.assignments), context)
    return task


def _fill_task(task: Draft, group: Group, context: Context) -> None:
    prose: list[Any] = []
    for item in group.content:
        if isinstance(item, Passage):
            if item.text:
                prose.append(item.piece())
        elif isinstance(item, Node):
            leave_bullet(item, context)
            if item.mark.is_dash:
                if not (prose and isinstance(prose[-1], list)):
                    prose.append([])
                prose[-1] += dash_values(item, context)
            else:
                prose.append(joined([item.number, item.text]).piece())
                prose += [v for v in [dash_values(without_text(item), context)] if v]
        else:
            prose += [text.piece(Sureness.CHECK, CELL) for text in cells(item)]
    prose = [value for value in prose if value]
    if prose:
        task["noi_dung"] = prose
    _assign(task, group.assignments, context)
    if "ten" not in task and "noi_dung" not in task:
        task["noi_dung"] = [Piece("[…]", (), Sureness.CHECK, "không thấy nội dung nhiệm vụ")]
    _order(task)


def without_text(node: Node) -> Node:
    """Return *node* without its own text, to list what stands under it."""
    return Node(node.mark, Passage("", ()), node.number, node.level, node.items)


def _assign(task: Draft, assignments: Iterable[Assignment], context: Context) -> None:
    stated: dict[str, list[Piece]] = {}
    for one in assignments:
        context.leave(one.label, LABEL)
        if not one.value.text:
            continue
        if one.kind in {"chu_tri", "phoi_hop"}:
            task.setdefault(one.kind, []).extend(read_unit_list(one.value, context))
        elif one.kind == "thoi_han":
            stated.setdefault(one.kind, []).append(context.restorer.time(one.value))
        else:
            stated.setdefault(one.kind, []).append(one.value.piece())
    for kind, pieces in stated.items():
        task[kind] = _together(pieces)


def _together(pieces: Sequence[Piece]) -> Piece:
    """Return what a task says in several places under the same label as one value."""
    text = "; ".join(str(piece.text) for piece in pieces)
    origins = dict.fromkeys(origin for piece in pieces for origin in piece.origins)
    return replace(pieces[-1], text=text, origins=tuple(origins))


_TASK_KEYS = (
    "ma", "so_muc", "ten", "noi_dung", "chu_tri", "phoi_hop", "thoi_han", "san_pham", "nhiem_vu",
)  # fmt: skip


def _order(task: Draft) -> None:
    values = dict(task)
    task.clear()
    task.update({key: values[key] for key in _TASK_KEYS if key in values})
