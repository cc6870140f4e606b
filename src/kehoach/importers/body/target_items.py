"""Items of a target section, with those below them, as targets."""

from typing import Any

from kehoach.importers.body.dashes import cells
from kehoach.importers.body.headings import leave_bullet, missing_name, number_of
from kehoach.importers.body.roles import Role
from kehoach.importers.body.section import Draft
from kehoach.importers.context import Context
from kehoach.importers.outline import Node
from kehoach.importers.passages import Passage
from kehoach.importers.targets import read_target, read_targets


def dash_targets(place: list[Any], node: Node, role: Role, context: Context) -> None:
    """Add the targets that a dash states to *place*, what stands under it below the last one."""
    targets = list(read_targets(node.text, role.due, context))
    place.extend(targets)
    if not targets:
        return
    below: list[Any] = []
    for item in node.items:
        if isinstance(item, Node):
            leave_bullet(item, context)
            if item.mark.is_dash:
                dash_targets(below, item, role, context)
            else:
                below += numbered_targets(item, role, context)
        elif isinstance(item, Passage):
            below.append(read_target(item, role.due, context))
        else:
            below += [read_target(text, None, context) for text in cells(item)]
    if below:
        targets[-1]["chi_tieu"] = below


def numbered_targets(node: Node, role: Role, context: Context) -> list[Draft]:
    """Return the targets that a numbered item states; the first one has its number."""
    targets = list(read_targets(node.text, role.due, context))
    if not targets:
        targets = [{"ma": context.code(""), "noi_dung": missing_name(node)}]
    first = targets[0]
    targets[0] = {"ma": first.pop("ma"), "so_muc": number_of(node), **first}
    below: list[Any] = []
    for item in node.items:
        if isinstance(item, Node):
            leave_bullet(item, context)
            if item.mark.is_dash:
                dash_targets(below, item, role, context)
            else:
                below += numbered_targets(item, role, context)
        else:
            texts = [item] if isinstance(item, Passage) else cells(item)
            below += [read_target(text, role.due, context) for text in texts]
    if below:
        targets[-1]["chi_tieu"] = below
    return targets
