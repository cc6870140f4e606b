"""The tree of an outline as sections of a plan file: prose, targets, tasks, duties."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kehoach.importers.bases import read_basis
from kehoach.importers.casing import sentence_case
from kehoach.importers.context import LABEL, Context
from kehoach.importers.draft import Piece, Sureness
from kehoach.importers.duties import read_units
from kehoach.importers.embedded import read_tables, table_lines
from kehoach.importers.labels import Assignment, read_assignments
from kehoach.importers.outline import Node, Part, Tables, reads_as_prose
from kehoach.importers.passages import Passage, joined, numbered
from kehoach.importers.targets import Due, common_due, has_claim, read_target, read_targets
from kehoach.language.unit import split_units

Draft = dict[str, Any]

_ORDER = ("can_cu", "doan", "chi_tieu", "nhiem_vu", "muc")
_RUN_IN = re.compile(r"(?::|\.)\s+(?=[^\W_])")
_ANNEX_REMARK = re.compile(
    r"\s\((?=(?:có|kèm|chi tiết|theo|xem|các|nội dung)\b[^()]*phụ lục[^()]*\)[.\s]*\Z)",
    re.IGNORECASE,
)
_CELL = "ô của một bảng"
_RUN_IN_HEAD = 120
_LONG_PROSE = 100
_RUN_IN_REST = 40


@dataclass(frozen=True, slots=True)
class Role:
    """What a section holds, by its heading and those above it."""

    kind: str = ""
    due: Due | None = None


def read_sections(items: Iterable[Node | Part], context: Context) -> list[Draft]:
    """Return the sections of *items*, the top of an outline."""
    top: Draft = {}
    fill(top, list(items), Role(), context)
    sections: list[Draft] = top.pop("muc", [])
    return [top, *sections] if top else sections


class Body:
    """Fills a section; what comes out of the order of its keys opens one without heading."""

    def __init__(self, top: Draft) -> None:
        """Start with *top* itself."""
        self.top = top
        self._here: Draft | None = top

    def place(self, key: str) -> list[Any]:
        """Return the list that the next value of *key* goes to."""
        later = _ORDER[_ORDER.index(key) + 1 :]
        if self._here is None or any(self._here.get(other) for other in later):
            self._here = {}
            self.top.setdefault("muc", []).append(self._here)
        values: list[Any] = self._here.setdefault(key, [])
        return values

    def dash(self, values: list[Any]) -> None:
        """Add *values* to the dashes at the end of the prose, or begin a new list of them."""
        prose = self.place("doan")
        if not (prose and isinstance(prose[-1], list)):
            prose.append([])
        prose[-1].extend(values)

    def section(self, section: Draft) -> None:
        """Add a section with a heading."""
        self.top.setdefault("muc", []).append(section)
        self._here = None


def fill(top: Draft, items: Sequence[Node | Part], role: Role, context: Context) -> None:
    """Fill the section *top* with *items*."""
    body = Body(top)
    groups = _assigned_groups(items, context)
    if groups:
        for group in groups:
            nodes = [item for item in group.content if isinstance(item, Node)]
            if not group.assignments or any(_is_section(node, context) for node in nodes):
                _fill(body, group.content, role, context)
                if group.assignments:
                    body.place("nhiem_vu").append(_nameless(Group([], group.assignments), context))
            else:
                body.place("nhiem_vu").append(_nameless(group, context))
        return
    _fill(body, items, role, context)


def _fill(body: Body, items: Sequence[Node | Part], role: Role, context: Context) -> None:
    nodes = [item for item in items if isinstance(item, Node) and not item.mark.is_dash]
    as_tasks = _are_tasks(nodes, context)
    role = _role_of_dashes(items, role, context)
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
        elif as_tasks and not _is_section(item, context):
            body.place("nhiem_vu").append(_task(item, context))
        elif role.kind == "target" and _is_leaf(item) and _is_sentence(item, context):
            body.place("chi_tieu").extend(_numbered_targets(item, role, context))
        elif _is_numbered_prose(item):
            _numbered_prose(body, item, role, context)
        else:
            body.section(_section(item, role, context))


def _role_of_dashes(items: Sequence[Node | Part], role: Role, context: Context) -> Role:
    """Dashes under "Mục tiêu" are targets when one of them has a figure or a deadline."""
    if role.kind != "maybe target":
        return role
    texts = [item.text.text for item in items if isinstance(item, Node)]
    texts += [item.text for item in items if isinstance(item, Passage)]
    if any(isinstance(item, Node) and not item.mark.is_dash for item in items):
        return role
    return replace(role, kind="target" if any(has_claim(t, context) for t in texts) else "")


def _paragraph(body: Body, text: Passage, role: Role, context: Context) -> None:
    if not text.text:
        return
    if role.kind == "target" and has_claim(text.text, context) and not text.text.endswith(":"):
        body.place("chi_tieu").extend(read_targets(text, role.due, context))
    else:
        body.place("doan").append(text.piece())


def _dash(body: Body, node: Node, role: Role, context: Context) -> None:
    _leave_bullet(node, context)
    if not (node.text.text or node.items):
        return
    assigned = _assigned_groups(node.items, context) or _own_assignments(node, context)
    if assigned:
        body.place("nhiem_vu").append(_task(node, context))
    elif role.kind == "basis" and not node.items:
        body.place("can_cu").append(read_basis(node.text, context))
    elif role.kind == "target" and node.text.text:
        _dash_targets(body.place("chi_tieu"), node, role, context)
    else:
        body.dash(_dash_values(node, context, tables=False))
        _tables_below(body, node, context)


def _dash_targets(place: list[Any], node: Node, role: Role, context: Context) -> None:
    targets = list(read_targets(node.text, role.due, context))
    place.extend(targets)
    if not targets:
        return
    below: list[Any] = []
    for item in node.items:
        if isinstance(item, Node):
            _leave_bullet(item, context)
            if item.mark.is_dash:
                _dash_targets(below, item, role, context)
            else:
                below += _numbered_targets(item, role, context)
        elif isinstance(item, Passage):
            below.append(read_target(item, role.due, context))
        else:
            below += [read_target(text, None, context) for text in _cells(item)]
    if below:
        targets[-1]["chi_tieu"] = below


def _numbered_targets(node: Node, role: Role, context: Context) -> list[Draft]:
    targets = list(read_targets(node.text, role.due, context))
    if not targets:
        targets = [{"ma": context.code(""), "noi_dung": _missing(node)}]
    first = targets[0]
    targets[0] = {"ma": first.pop("ma"), "so_muc": _number(node), **first}
    below: list[Any] = []
    for item in node.items:
        if isinstance(item, Node):
            _leave_bullet(item, context)
            if item.mark.is_dash:
                _dash_targets(below, item, role, context)
            else:
                below += _numbered_targets(item, role, context)
        else:
            texts = [item] if isinstance(item, Passage) else _cells(item)
            below += [read_target(text, role.due, context) for text in texts]
    if below:
        targets[-1]["chi_tieu"] = below
    return targets


def _dash_values(node: Node, context: Context, *, tables: bool = True) -> list[Any]:
    """Return a dash and the list of what stands under it, *tables* cell by cell."""
    values: list[Any] = [node.text.piece()] if node.text.text else []
    below: list[Any] = []
    for item in node.items:
        if isinstance(item, Node):
            _leave_bullet(item, context)
            if not item.mark.is_dash:
                item.text = joined([item.number, item.text])
            below += _dash_values(item, context, tables=tables)
        elif isinstance(item, Passage):
            below += [item.piece()] if item.text else []
        elif tables:
            below += [text.piece(Sureness.CHECK, _CELL) for text in _cells(item)]
    return [*values, below] if below else values


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
    if inline := _own_assignments(node, context):
        group = Group([joined([node.number, inline[0]])], list(inline[1]))
        body.place("nhiem_vu").append(_nameless(group, context))
    else:
        body.place("doan").append(text.piece())
    for item in node.items:
        if isinstance(item, Node):
            _dash(body, item, role, context)


def _section(node: Node, role: Role, context: Context) -> Draft:
    section, rest = _heading(node, context, "de_muc")
    role = _role(node.text, role, context)
    if role.kind == "duty" and (units := read_units(node.text, context)):
        section["don_vi"] = units
    items: list[Node | Part] = [*rest, *node.items]
    fill(section, items, role, context)
    return section


# What the words of a heading say of its section; the first that fits decides.
_HEADINGS = (
    ("duty", ("tổ chức thực hiện", "phân công", "trách nhiệm thực hiện")),
    ("", ("mục đích", "yêu cầu", "quan điểm")),
    ("task", ("nhiệm vụ", "giải pháp", "kinh phí")),
    ("target", ("mục tiêu cụ thể", "chỉ tiêu")),
    ("general", ("mục tiêu chung", "mục tiêu tổng quát", "mục tiêu tổng thể")),
    ("maybe target", ("mục tiêu",)),
)


def _role(heading: Passage, above: Role, context: Context) -> Role:
    due = common_due(heading, context) or above.due
    if context.keywords.begin(heading.text, ("căn cứ", "cơ sở pháp lý")):
        return Role("basis")
    for kind, phrases in _HEADINGS:
        if context.keywords.inside(heading.text, phrases):
            return Role(kind, due if "target" in kind else None)
    return replace(above, due=due) if above.kind == "target" else above


def _heading(node: Node, context: Context, key: str) -> tuple[Draft, list[Passage]]:
    """Return a section or task with its heading and number, and prose that ran on in its line."""
    text, rest = node.text, list[Passage]()
    if remark := _ANNEX_REMARK.search(text.text):
        text, rest = text.cut(0, remark.start()), [text.cut(remark.start())]
    elif (
        len(text.text) > _RUN_IN_HEAD
        and (cut := _RUN_IN.search(text.text, 3, _RUN_IN_HEAD))
        and len(text.text) - cut.end() >= _RUN_IN_REST
    ):
        text, rest = text.cut(0, cut.start()), [text.cut(cut.end())]
    head = text.without(".:;, ")
    heading: Piece = (
        context.restorer.heading(head, sentence_case(head.text)) if head.text else _missing(node)
    )
    return {key: heading, "so_muc": _number(node)}, rest


def _missing(node: Node) -> Piece:
    return Piece("[…]", node.number.origins, Sureness.CHECK, "mục không có tên")


def _number(node: Node) -> Piece:
    return Piece(node.mark.number, node.number.origins)


def _leave_bullet(node: Node, context: Context) -> None:
    if node.mark.is_dash and node.mark.number == "o":
        context.leave(node.number, "dấu đầu dòng")


def _is_leaf(node: Node) -> bool:
    return not any(
        not isinstance(item, Node) or not item.mark.is_dash for item in node.items
    ) and not any(isinstance(item, Node) and item.items for item in node.items)


def _is_sentence(node: Node, context: Context) -> bool:
    return has_claim(node.text.text, context) or reads_as_prose(node)


def _cells(tables: Tables) -> list[Passage]:
    """Return the text of every cell, for a table that stands where no section can begin."""
    return [numbered(line) for table in tables for line in table_lines(table) if line.text.strip()]


# Tasks: what stands before labels ("Chủ trì: …") and the labels.


@dataclass
class Group:
    """Content with the assignment behind it."""

    content: list[Node | Part]
    assignments: list[Assignment]


def _own_assignments(node: Node, context: Context) -> tuple[Passage, tuple[Assignment, ...]] | None:
    return read_assignments(node.text, context.keywords) if node.text.text else None


def _assigned_groups(items: Sequence[Node | Part], context: Context) -> list[Group]:
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
    return groups if found else []


def _hoisted(node: Node, context: Context) -> list[Node | Part]:
    """Return the items of *node*, an assignment behind its last point taken out of that point.

    "a) … b) … c) … Chủ trì: …" assigns all points where no other point has an assignment.
    """
    points = [item for item in node.nodes() if not item.mark.is_dash]
    if len(points) <= 1 or node.items[-1] is not points[-1]:
        return node.items
    last = points[-1]
    if any(_assigned_groups(point.items, context) for point in points[:-1]):
        return node.items
    groups = _assigned_groups(last.items, context)
    if len(groups) != 1 or groups[0].content:
        return node.items
    labels = list(last.items)
    last.items = []
    return [*node.items, *labels]


def _is_task(node: Node, context: Context) -> bool:
    return bool(
        _assigned_groups(node.items, context)
        or _own_assignments(node, context)
        or (
            (points := [item for item in node.nodes() if not item.mark.is_dash])
            and any(_assigned_groups(point.items, context) for point in points)
            and not any(point.nodes() and _has_sections(point) for point in points)
            and node.rank >= _TASK_RANK
        )
    )


_TASK_RANK = 4


def _has_sections(node: Node) -> bool:
    return any(not item.mark.is_dash for item in node.nodes())


def _is_section(node: Node, context: Context) -> bool:
    """Tell an item that holds tasks or sections of its own from a task."""
    if node.mark.is_dash:
        return False
    return not _is_task(node, context) and _has_sections(node)


def _are_tasks(nodes: Sequence[Node], context: Context) -> bool:
    """Tell whether *nodes* are a list of tasks: most have an assignment, none holds sections."""
    if not nodes or any(_is_section(node, context) for node in nodes):
        return False
    tasks = sum(_is_task(node, context) for node in nodes)
    return tasks * 2 > len(nodes) or (tasks > 0 and nodes[0].rank >= _TASK_RANK)


def _task(node: Node, context: Context) -> Draft:
    """Return the task that *node* is."""
    own = _own_assignments(node, context)
    if node.mark.is_dash:
        task: Draft = {"ma": Piece(""), "so_muc": Piece("")}
        content: list[Node | Part] = [own[0] if own else node.text]
    else:
        if own:
            node.text = own[0]
        heading, rest = _heading(node, context, "ten")
        task = {"ma": Piece(""), "so_muc": heading["so_muc"], "ten": heading["ten"]}
        content = list(rest)
    items = _hoisted(node, context)
    groups = _assigned_groups(items, context)
    task["ma"] = context.code(_first_text(task, content))
    if own:
        group = Group([*content, *items], list(own[1]))
        _fill_task(task, group, context)
    elif len(groups) == 1:
        _fill_task(task, Group([*content, *groups[0].content], groups[0].assignments), context)
    elif not groups:
        points = node.nodes()
        if any(_is_task(point, context) for point in points):
            before = [item for item in items if not isinstance(item, Node)]
            _fill_task(task, Group([*content, *before], []), context)
            task["nhiem_vu"] = [_task(point, context) for point in points]
        else:
            _fill_task(task, Group([*content, *items], []), context)
    else:
        _fill_task(task, Group(content, []), context)
        task["nhiem_vu"] = [_nameless(group, context) for group in groups]
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


def _nameless(group: Group, context: Context) -> Draft:
    """Return a task without number; a short lead before a colon is its name."""
    task: Draft = {"ma": context.code(_first_text({}, group.content)), "so_muc": Piece("")}
    content = list(group.content)
    first = content[0] if content else None
    if len(content) == 1 and isinstance(first, Passage):
        cut = re.search(r":\s+", first.text[:_RUN_IN_HEAD])
        if cut and len(first.text) - cut.end() >= _RUN_IN_REST:
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
            _leave_bullet(item, context)
            if item.mark.is_dash:
                if not (prose and isinstance(prose[-1], list)):
                    prose.append([])
                prose[-1] += _dash_values(item, context)
            else:
                prose.append(joined([item.number, item.text]).piece())
                prose += [v for v in [_dash_values(replace_text(item), context)] if v]
        else:
            prose += [text.piece(Sureness.CHECK, _CELL) for text in _cells(item)]
    prose = [value for value in prose if value]
    if prose:
        task["noi_dung"] = prose
    _assign(task, group.assignments, context)
    if "ten" not in task and "noi_dung" not in task:
        task["noi_dung"] = [Piece("[…]", (), Sureness.CHECK, "không thấy nội dung nhiệm vụ")]
    _order(task)


def replace_text(node: Node) -> Node:
    """Return *node* without its own text, to list what stands under it."""
    return Node(node.mark, Passage("", ()), node.number, node.level, node.items)


def _assign(task: Draft, assignments: Iterable[Assignment], context: Context) -> None:
    for one in assignments:
        context.leave(one.label, LABEL)
        if not one.value.text:
            continue
        if one.kind in {"chu_tri", "phoi_hop"}:
            piece = context.restorer.units(one.value)
            values = [replace(piece, text=name) for name in split_units(str(piece.text))]
            task.setdefault(one.kind, []).extend(values or [piece])
        else:
            piece = (
                context.restorer.time(one.value) if one.kind == "thoi_han" else one.value.piece()
            )
            if one.kind in task:
                old = task[one.kind]
                origins = tuple(dict.fromkeys((*old.origins, *piece.origins)))
                piece = replace(piece, text=f"{old.text}; {piece.text}", origins=origins)
            task[one.kind] = piece


_TASK_KEYS = (
    "ma", "so_muc", "ten", "noi_dung", "chu_tri", "phoi_hop", "thoi_han", "san_pham", "nhiem_vu",
)  # fmt: skip


def _order(task: Draft) -> None:
    values = dict(task)
    task.clear()
    task.update({key: values[key] for key in _TASK_KEYS if key in values})
