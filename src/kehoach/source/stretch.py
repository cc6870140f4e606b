"""Characters of a value and the characters of the file that write them."""

import re
from collections.abc import Sequence

import yaml

_ESCAPE = re.compile(
    r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r?\n[ \t]*|.)", re.DOTALL
)
_BREAK = re.compile(r"[ \t]*\r?\n(?:[ \t]*\r?\n)*[ \t]*")
_HEADER = re.compile(r"[|>][-+0-9]*[^\n]*\n")
_BLANK_LINES = re.compile(r"(?:[ \t]*\r?\n)*")
# Characters that stand for themselves in every writing, and what begins a line break.
_PLAIN = re.compile(r"[^\s\\'\"]+")
_LINE = re.compile(r"[^\r\n]+")


def offsets(text: str, node: yaml.ScalarNode) -> Sequence[int] | None:
    """Return the offset in *text* of each character of the value of *node*, then of its end.

    A line break that YAML reads as a blank is where it begins. None where the writing is not
    followed, as in block texts with lines of their own indentation.
    """
    start, end = node.start_mark.index, node.end_mark.index
    value: str = node.value
    if not node.style and text[start:end] == value:
        return range(start, end + 1)
    if node.style in {"|", ">"}:
        return _in_block(text, start, end, value)
    if node.style:
        start, end = start + 1, end - 1
    return _in_line(text, start, end, value, node.style or "")


def _in_line(text: str, start: int, end: int, value: str, style: str) -> list[int] | None:
    """Follow plain or quoted text: breaks are blanks, escapes and doubled quotes one character."""
    places: list[int] = []
    at, i = start, 0
    while i < len(value):
        if at >= end:
            return None
        if (run := _PLAIN.match(text, at, end)) and value.startswith(run[0], i):
            places += range(at, run.end())
            i += run.end() - at
            at = run.end()
            continue
        folded = _BREAK.match(text, at, end)
        if folded and (value[i] == " " or value[i] == "\n"):
            breaks = max(folded[0].count("\n") - 1, 1)
            places += [at] * breaks
            i += breaks
            at = folded.end()
            continue
        if style == '"' and (escape := _ESCAPE.match(text, at, end)):
            if "\n" in escape[0]:  # an escaped line break writes nothing
                at = escape.end()
                continue
            places.append(at)
            at = escape.end()
        elif text[at] == value[i]:
            places.append(at)
            at += 2 if style == "'" and text[at] == "'" else 1
        else:
            return None
        i += 1
    places.append(at)
    return places


def _in_block(text: str, start: int, end: int, value: str) -> list[int] | None:
    """Follow a block text line by line, without the indentation of its first line."""
    header = _HEADER.match(text, start, end)
    if header is None:
        return None
    first = _BLANK_LINES.match(text, header.end(), end)
    begin = first.end() if first else header.end()
    indent = len(text[begin:end]) - len(text[begin:end].lstrip(" "))
    places: list[int] = []
    at, i = header.end(), 0
    while i < len(value):
        if text[at : at + indent].strip(" ") == "" and text[at : at + indent].count(" ") == indent:
            at += indent
        if (line := _LINE.match(text, at, end)) and value.startswith(line[0], i):
            places += range(at, line.end())
            i += line.end() - at
            at = line.end()
        while i < len(value) and at < end and text[at] == value[i] and text[at] not in "\r\n":
            places.append(at)
            at, i = at + 1, i + 1
        if i == len(value):
            break
        line_break = _BREAK.match(text, at, end)
        if line_break is None or value[i] not in " \n":
            return None
        if value[i] == "\n" and text[start] == "|":
            places.append(at)
            at = text.index("\n", at) + 1
            i += 1
            continue
        if value[i] == "\n" or "\n" in value[i : i + 2]:
            return None  # a folded text with paragraphs
        places.append(at)
        at, i = text.index("\n", at) + 1, i + 1
    places.append(at)
    return places
