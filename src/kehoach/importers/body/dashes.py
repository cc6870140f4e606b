"""Dashes and cells as lists of prose."""

from typing import Any

from kehoach.importers.body.headings import leave_bullet
from kehoach.importers.context import Context
from kehoach.importers.draft import Sureness
from kehoach.importers.embedded import table_lines
from kehoach.importers.outline import Node, Tables
from kehoach.importers.passages import Passage, joined, numbered

CELL = "ô của một bảng"


def dash_values(node: Node, context: Context, *, tables: bool = True) -> list[Any]:
    """Return a dash and the list of what stands under it, *tables* cell by cell."""
    values: list[Any] = [node.text.piece()] if node.text.text else []
    below: list[Any] = []
    for item in node.items:
        if isinstance(item, Node):
            leave_bullet(item, context)
            if not item.mark.is_dash:
                item.text = joined([item.number, item.text])
            below += dash_values(item, context, tables=tables)
        elif isinstance(item, Passage):
            below += [item.piece()] if item.text else []
        elif tables:
            below += [text.piece(Sureness.CHECK, CELL) for text in cells(item)]
    return [*values, below] if below else values


def cells(tables: Tables) -> list[Passage]:
    """Return the text of every cell, for a table that stands where no section can begin."""
    return [numbered(line) for table in tables for line in table_lines(table) if line.text.strip()]
