"""Rows that go on, and numbers that stand in the cell of the name."""

import re
from dataclasses import replace

from kehoach.importers.draft import Sureness
from kehoach.importers.tables.columns import UNITS, Role
from kehoach.importers.tables.row import Row, has_words, line_text
from kehoach.importers.tables.row_numbers import read_row_number


def append_to(row: Row, more: Row) -> None:
    """Add the cells of *more* to those of the row that it continues."""
    for role, lines in more.fields.items():
        if role is Role.NUMBER and has_words(row.fields.get(role, ())):
            row.others.append(("", lines))
            continue
        before = row.fields.setdefault(role, [])
        if before and role not in UNITS:
            before[-1] = replace(before[-1], broken=not more.note)
        before.extend(lines)
    row.others.extend(more.others)
    if more.sure is Sureness.CHECK:
        row.sure, row.note = more.sure, more.note


_LEADING_NUMBER = re.compile(
    r"(?P<number>[IVX]{1,6}|[A-H]|[0-9]{1,3}(?:\.[0-9]{1,2}){0,3})(?P<close>[.)/:-]+\s*|\s+)(?=\S)"
)


def part_number(row: Row, role: Role) -> None:
    """Part the number from a name that begins with one: ``II. Hạ tầng số``."""
    lines = [line for line in row.fields.get(role, ()) if line_text(line)]
    if not lines or Role.NUMBER in row.fields:
        return
    text = line_text(lines[0])
    match = _LEADING_NUMBER.match(text)
    if not match or not read_row_number(match["number"]):
        return
    # "100 hộ dân" and "I nhóm" have no sign behind the figure.
    if not match["close"].strip() and "." not in match["number"]:
        return
    row.fields[Role.NUMBER] = [replace(lines[0], text=match["number"], number="")]
    row.fields[role] = [replace(lines[0], text=text[match.end() :], number=""), *lines[1:]]
