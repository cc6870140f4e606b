"""The text of one cell parted into name, paragraphs and dashes."""

import re
from collections.abc import Sequence

from kehoach.importers.blocks import Line
from kehoach.importers.tables.row import has_words, line_text

ITEM = re.compile(r"[-+•*–]\s*\w")


def first_and_rest(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Part the name of a task from the paragraphs and dashes below it in the same cell."""
    for i, line in enumerate(lines):
        if i == 0 or not has_words(lines[:i]):
            continue
        text = line_text(line)
        before = lines[i - 1]
        if text and not before.broken and (ITEM.match(text) or not text[0].islower()):
            return list(lines[:i]), list(lines[i:])
        if ITEM.match(text) and before.text.rstrip().endswith(":"):
            return list(lines[:i]), list(lines[i:])
    return list(lines), []


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Join broken lines: each paragraph with its lines."""
    paragraphs: list[list[Line]] = []
    goes_on = False
    for line in lines:
        text = line_text(line)
        if not text:
            continue
        if goes_on and not ITEM.match(text):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
        goes_on = line.broken
    return paragraphs
