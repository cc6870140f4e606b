"""The tree of an outline as sections of a plan file: prose, targets, tasks, duties."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kehoach.importers.bases import read_basis
from kehoach.importers.body.assigned import (
    Group,
    are_tasks,
    assigned_at_once,
    assigned_groups,
    is_section,
    own_assignments,
)
from kehoach.importers.body.dashes import dash_values
from kehoach.importers.body.given import read_given
from kehoach.importers.body.headings import leave_bullet, number_of, read_heading
from kehoach.importers.body.roles import Role, role_of_section
from kehoach.importers.body.section import Body, Draft
from kehoach.importers.body.target_items import dash_targets, numbered_targets
from kehoach.importers.body.tasks import nameless, read_task
from kehoach.importers.context import Context
from kehoach.importers.duties import read_units
from kehoach.importers.embedded import read_tables
from kehoach.importers.outline import Node, Part, reads_as_prose
from kehoach.importers.passages import Passage, joined
from kehoach.importers.targets import common_due, has_claim, read_targets

_LONG_PROSE = 100
_NO_TASKS = frozenset({"target", "maybe target", "basis"})
_SENTENCE = re.compile(r"[.]\s+(?=[A-ZĐÀ-Ỹ])")
# What a sentence with an outcome of its own begins with, inside a general aim.
_PROMISES = (
    "phấn đấu", "đến năm", "đến ngày", "đến hết", "đến cuối", "trong năm", "trước ngày", "hết năm",
)  # fmt: skip


def read_sections(items: Iterable[Node | Part], context: Context) -> list[Draft]:
    """Return the sections of *items*, the top of an outline."""
    top: Draft = {}
    fill(top, list(items), Role(), context)
    sections: list[Draft] = top.pop("muc", [])
    return [top, *sections] if top else sections


def fill(top: Draft, items: Sequence[Node | Part], role: Role, context: Context) -> None:
    """Fill the section *top* with *items*."""
    body = Body(top)
    groups = assigned_groups(items, context)
    if groups:
        for group in groups:
            nodes = [item for item in group.content if isinstance(item, Node)]
            if not group.assignments or any(is_section(node, context) for node in nodes):
                _fill(body, group.content, role, context)
                if group.assignments:
                    body.place("nhiem_vu").append(nameless(Group([], group.assignments), context))
            else:
                body.place("nhiem_vu").append(nameless(group, context))
        return
    _fill(body, items, role, context)


def _fill(body: Body, items: Sequence[Node | Part], role: Role, context: Context) -> None:
    nodes = [item for item in items if isinstance(item, Node) and not item.mark.is_dash]
    as_tasks = are_tasks(nodes, context)
    role = _role_of_sentences(items, role, context)
    for item in items:
        if isinstance(item, Passage):
            _paragraph(body, item, role, context)
            if role.kind == "target" and item.text.endswith(":"):
                role = replace(role, due=common_due(item, context) or role.due)
        elif not isinstance(item, Node):
            for section in read_tables(item, context):
                body.section(section)
        elif item.mark.is_dash:
            _dash(body, item, role, context)
        elif as_tasks and not is_section(item, context):
            body.place("nhiem_vu").append(read_task(item, context))
        elif role.kind == "target" and _is_leaf(item) and _is_sentence(item, context):
            body.place("chi_tieu").extend(numbered_targets(item, role, context))
        else:
            _numbered(body, item, role, context)


def _numbered(body: Body, node: Node, role: Role, context: Context) -> None:
    if task := _given(node, role, context):
        body.place("nhiem_vu").append({**task, "so_muc": number_of(node)})
    elif role.kind not in _NO_TASKS and assigned_at_once(node, context):
        body.place("nhiem_vu").append(read_task(node, context))
    elif _is_numbered_prose(node):
        _numbered_prose(body, node, role, context)
    else:
        body.section(_section(node, role, context))


def _given(node: Node, role: Role, context: Context) -> Draft | None:
    """Return the task that an item without others below it gives in one sentence."""
    if node.items or role.kind in _NO_TASKS:
        return None
    return read_given(node.text, (), context)


def _role_of_sentences(items: Sequence[Node | Part], role: Role, context: Context) -> Role:
    """Sentences under "Mục tiêu" are targets when one of them has a figure or a deadline."""
    if role.kind != "maybe target":
        return role
    texts = [item.text.text for item in items if isinstance(item, Node)]
    texts += [item.text for item in items if isinstance(item, Passage)]
    numbered = [item for item in items if isinstance(item, Node) and not item.mark.is_dash]
    if not all(_is_leaf(item) and _is_sentence(item, context) for item in numbered):
        return role
    return replace(role, kind="target" if any(has_claim(t, context) for t in texts) else "")


def _paragraph(body: Body, text: Passage, role: Role, context: Context) -> None:
    if not text.text:
        return
    if role.kind == "target" and has_claim(text.text, context) and not text.text.endswith(":"):
        body.place("chi_tieu").extend(read_targets(text, role.due, context))
    elif role.kind == "general":
        _general(body, text, context)
    elif role.kind not in _NO_TASKS and (task := read_given(text, role.units, context)):
        body.place("nhiem_vu").append(task)
    else:
        body.place("doan").append(text.piece())


def _general(body: Body, text: Passage, context: Context) -> None:
    """Add a general aim: prose, but for a sentence in it that promises an outcome."""
    begin = place = 0
    whole = text.text
    for end in [*(match.end() for match in _SENTENCE.finditer(whole)), len(whole)]:
        sentence = whole[place:end]
        if context.keywords.begin(sentence, _PROMISES) and has_claim(sentence, context):
            if (before := text.cut(begin, place)).text:
                body.place("doan").append(before.piece())
            body.place("chi_tieu").extend(read_targets(text.cut(place, end), None, context))
            begin = end
        place = end
    if begin < len(whole):
        body.place("doan").append(text.cut(begin).piece())


def _dash(body: Body, node: Node, role: Role, context: Context) -> None:
    leave_bullet(node, context)
    if not (node.text.text or node.items):
        return
    assigned = assigned_groups(node.items, context) or own_assignments(node, context)
    if assigned:
        body.place("nhiem_vu").append(read_task(node, context))
    elif role.kind == "basis" and not node.items:
        body.place("can_cu").append(read_basis(node.text, context))
    elif role.kind == "target" and node.text.text:
        dash_targets(body.place("chi_tieu"), node, role, context)
    elif task := _given(node, role, context):
        body.place("nhiem_vu").append(task)
    else:
        body.dash(dash_values(node, context, tables=False))
        _tables_below(body, node, context)


def _tables_below(body: Body, node: Node, context: Context) -> None:
    for item in node.items:
        if isinstance(item, Node):
            _tables_below(body, item, context)
        elif not isinstance(item, Passage):
            for section in read_tables(item, context):
                body.section(section)


def _is_numbered_prose(node: Node) -> bool:
    """Tell a sentence that has a number from a heading."""
    if node.level or node.mark.kind in {"part", "roman", "A.", "caps", "bold"}:
        return False
    if any(not isinstance(item, Node) or not item.mark.is_dash for item in node.items):
        return False
    text = node.text.text
    return (reads_as_prose(node) and len(text) > _LONG_PROSE) or (
        text.endswith((";", ":", ".")) and node.mark.kind in {"a)", "a.", "(1)", "(a)", "1)"}
    )


def _numbered_prose(body: Body, node: Node, role: Role, context: Context) -> None:
    """Add the sentence with its number in the text, and its dashes behind it."""
    text = joined([node.number, node.text])
    if inline := own_assignments(node, context):
        group = Group([joined([node.number, inline[0]])], list(inline[1]))
        body.place("nhiem_vu").append(nameless(group, context))
    else:
        body.place("doan").append(text.piece())
    for item in node.items:
        if isinstance(item, Node):
            _dash(body, item, role, context)


def _section(node: Node, role: Role, context: Context) -> Draft:
    section, rest = read_heading(node, context, "de_muc")
    role = role_of_section(node.text, role, context)
    if role.kind == "duty" and (units := read_units(node.text, context)):
        section["don_vi"] = units
        role = replace(role, units=tuple(units))
    items: list[Node | Part] = [*rest, *node.items]
    fill(section, items, role, context)
    return section


def _is_leaf(node: Node) -> bool:
    return not any(
        not isinstance(item, Node) or not item.mark.is_dash for item in node.items
    ) and not any(isinstance(item, Node) and item.items for item in node.items)


def _is_sentence(node: Node, context: Context) -> bool:
    return has_claim(node.text.text, context) or reads_as_prose(node)
