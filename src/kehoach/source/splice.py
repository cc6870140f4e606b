"""Edits of a user's YAML file that leave every other byte as it is.

Each function finds where a value stands and answers with an `Edit`; `apply` makes the edits and
reads the result again, so that a splice either gives exactly the wanted values or nothing.
"""

import copy
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import IntEnum
from pathlib import Path as FilePath
from typing import Any

import yaml

from kehoach.source.place import Path, SourceError, write_path
from kehoach.source.tree import SourceFile, parse
from kehoach.source.writing import (
    STEP,
    fold_lines,
    write_entry,
    write_flow,
    write_folded,
    write_key,
    write_literal,
    write_quoted,
    write_scalar,
    write_single_quoted,
)

_BOM = b"\xef\xbb\xbf"
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")


class SpliceError(Exception):
    """The edits do not fit the file; the message says why, in Vietnamese."""


class Change(IntEnum):
    """What an edit does to the value; of edits at one offset and depth this is the order."""

    SET = 0
    ADD = 1
    APPEND = 2
    REMOVE = 3


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters [start, end) become *text*; after it the value at *path* is as *change* says.

    ``SET`` puts *value* there, ``ADD`` puts it under a new key (*path* with that key), ``APPEND``
    after the last item of the list at *path*, ``REMOVE`` takes what is at *path* away.
    """

    start: int
    end: int
    text: str
    change: Change
    path: Path
    value: Any = None


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a value stands: its node, the collection around it, and its key or its index."""

    node: yaml.Node
    parent: yaml.Node
    key: yaml.Node | None
    index: int
    flow: bool  # inside brackets

    @property
    def column(self) -> int:
        """The column of the key or of the dash."""
        mark = (self.key or self.parent).start_mark
        return int(mark.column)


def set_value(source: SourceFile, path: Path, value: Any) -> Edit:
    """Return the edit that makes the value at *path* be *value*, in the style that stands there.

    Quotes, brackets, indentation and comments stay; of lists and mappings only what differs is
    written anew. Comments inside a list or mapping go with it where a value of another kind takes
    its place, and inside brackets. Raises KeyError where there is no value at *path*.
    """
    spot = _find(source, path)
    old = _value(source.value, path)
    node: Any = spot.node
    if isinstance(value, list) and isinstance(old, list) and value and old:
        edit = _set_list(source, path, spot, value)
    elif (
        isinstance(value, Mapping)
        and isinstance(old, dict)
        and value.keys() & old.keys()
        and not (spot.flow or node.flow_style)
    ):
        edit = _set_mapping(source, path, spot, value)
    elif spot.flow or (isinstance(node, yaml.MappingNode) and node.flow_style and value):
        start, end, text = node.start_mark.index, node.end_mark.index, _flow_text(node, value)
        if start == end:
            text = f" {text}"
        edit = Edit(start, end, text, Change.SET, path, value)
    elif isinstance(value, Mapping | list) or not isinstance(node, yaml.ScalarNode):
        edit = _replace(source, path, spot, value)
    else:
        edit = _set_scalar(source, path, spot, value)
    return edit


def add_key(source: SourceFile, path: Path, key: str, value: Any, after: str | None) -> Edit:
    """Return the edit that adds *key* to the mapping at *path* behind the key *after*.

    Without *after* the key comes last. Raises KeyError where there is no mapping at *path*, no key
    *after* in it, or *key* is there already.
    """
    node = source.root if not path else _find(source, path).node
    if not isinstance(node, yaml.MappingNode) or _pair(node, key):
        raise KeyError((*path, key))
    full = (*path, key)
    if not node.value:
        at = node.start_mark.index + 1
        return Edit(at, at, f"{write_key(key)}: {write_flow(value)}", Change.ADD, full, value)
    pair = node.value[-1] if after is None else _pair(node, after)
    if pair is None:
        raise KeyError((*path, after))
    end = _end(source.text, pair[1])
    if node.flow_style or (path and _find(source, path).flow):
        text = f", {write_key(key)}: {write_flow(value)}"
        return Edit(end, end, text, Change.ADD, full, value)
    column = node.start_mark.column
    text = write_entry(f"{' ' * column}{write_key(key)}:", value, column)
    return _insert_below(source, end, text, Change.ADD, full, value)


def append_item(source: SourceFile, path: Path, value: Any) -> Edit:
    """Return the edit that puts *value* behind the last item of the list at *path*.

    Raises KeyError where there is no list at *path*.
    """
    spot = _find(source, path)
    node = spot.node
    if not isinstance(node, yaml.SequenceNode):
        raise KeyError(path)
    if not node.value:
        at = node.start_mark.index + 1
        return Edit(at, at, write_flow(value), Change.APPEND, path, value)
    end = _end(source.text, node.value[-1])
    if spot.flow or node.flow_style:
        return Edit(end, end, f", {write_flow(value)}", Change.APPEND, path, value)
    column = node.start_mark.column
    text = write_entry(f"{' ' * column}-", value, column)
    return _insert_below(source, end, text, Change.APPEND, path, value)


def remove_all(source: SourceFile, paths: Iterable[Path]) -> list[Edit]:
    """Return the edits that take away the keys and items at *paths*, lines and notes beside them.

    Comments on lines of their own stay. The last item leaves ``[]`` behind, the last key ``{}``.
    Children of one list or mapping belong in one call: they may stand on one line. Raises KeyError
    where there is no value at a path.
    """
    groups: dict[Path, list[Path]] = {}
    for path in paths:
        groups.setdefault(path[:-1], []).append(path)
    edits: list[Edit] = []
    for above, children in groups.items():
        spots = sorted((_find(source, path) for path in children), key=lambda spot: spot.index)
        parent, indexes = spots[0].parent, [spot.index for spot in spots]
        if len(indexes) == len(parent.value):
            edits.append(set_value(source, above, [] if spots[0].key is None else {}))
        elif spots[0].flow:
            edits += _remove_in_brackets(source, above, parent, indexes)
        else:
            for first in (i for i in indexes if i - 1 not in indexes):
                last = first + 1
                while last in indexes:
                    last += 1
                edits += _removals(source, above, parent, first, last)
    return edits


def _remove_in_brackets(
    source: SourceFile, path: Path, parent: Any, indexes: list[int]
) -> Iterator[Edit]:
    """Yield edits that keep, as they are written, the children that are not in *indexes*."""
    start, end = int(parent.start_mark.index), int(parent.end_mark.index)
    texts = []
    for i, child in enumerate(parent.value):
        first, last = child if isinstance(child, tuple) else (child, child)
        if i not in indexes:
            texts.append(source.text[first.start_mark.index : last.end_mark.index])
    text = f"{source.text[start]}{', '.join(texts)}{source.text[end - 1]}"
    steps = _steps(parent)
    yield Edit(start, end, text, Change.REMOVE, (*path, steps[indexes[0]]))
    # One edit takes all of them away; the others only say so.
    yield from (Edit(end, end, "", Change.REMOVE, (*path, steps[i])) for i in indexes[1:])


def replace_in_text(
    source: SourceFile, path: Path, replacements: Sequence[tuple[int, int, str]]
) -> list[Edit]:
    """Return edits of parts of the text at *path*: characters [start, end) become *text*.

    Only these characters change in the file; where they cannot be followed there, or the new ones
    cannot stand as they are, the text is written anew. Replacements must not overlap.
    """
    old: str = _value(source.value, path)
    new = old
    for start, end, text in sorted(replacements, reverse=True):
        new = new[:start] + text + new[end:]
    edits: list[Edit] = []
    for start, end, text in replacements:
        span = source.offsets(path, (start, end))
        if span is None:
            return [set_value(source, path, new)]
        edits.append(Edit(*span, text, Change.SET, path, new))
    try:
        apply(source, edits)
    except SpliceError:
        return [set_value(source, path, new)]
    return edits


def apply(source: SourceFile, edits: Sequence[Edit]) -> str:
    """Return the text of *source* after *edits*, whose paths and offsets are all those of *source*.

    Raises `SpliceError` where edits overlap, or the result does not hold exactly the wanted values.
    """
    ordered = sorted(edits, key=_place)
    text = _join(source.text, ordered, 0, len(source.text))
    try:
        found = parse(text, source.name).value
    except SourceError as error:
        message = f"không sửa được {source.name} tại chỗ: {error.faults[0].message}"
        raise SpliceError(message) from None
    if found != _wanted(source.value, ordered):
        paths = ", ".join(write_path(edit.path) for edit in ordered)
        raise SpliceError(f"không sửa được {source.name} tại chỗ ({paths}); hãy sửa bằng tay")
    return text


def write_back(file: FilePath, text: str) -> bytes:
    """Return *text* as the bytes of *file*: with a byte order mark where the file has one now."""
    with file.open("rb") as stream:
        marked = stream.read(len(_BOM)) == _BOM
    return (_BOM if marked else b"") + text.encode()


def _join(text: str, ordered: Sequence[Edit], start: int, end: int) -> str:
    parts: list[str] = []
    for edit in ordered:
        if edit.start < start:
            raise SpliceError(f"hai chỗ sửa chồng lên nhau ở {write_path(edit.path)}")
        parts += (text[start : edit.start], edit.text)
        start = edit.end
    return "".join((*parts, text[start:end]))


def _place(edit: Edit) -> tuple[int, int, int, Change]:
    """Order edits: what comes in at one offset stands there from the inmost value outwards."""
    depth = len(edit.path) + (edit.change is Change.APPEND)
    return edit.start, edit.end, -depth, edit.change


def _wanted(value: Any, edits: Sequence[Edit]) -> Any:
    wanted = copy.deepcopy(value)
    removed: list[Path] = []
    for edit in edits:
        new = copy.deepcopy(edit.value)
        if edit.change is Change.REMOVE:
            removed.append(edit.path)
        elif edit.change is Change.APPEND:
            _value(wanted, edit.path).append(new)
        else:
            _value(wanted, edit.path[:-1])[edit.path[-1]] = new
    # From the end, so that no index changes before it is used.
    for path in sorted(removed, key=_order, reverse=True):
        del _value(wanted, path[:-1])[path[-1]]
    return wanted


def _order(path: Path) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (0, step) for step in path]


def _value(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def _find(source: SourceFile, path: Path) -> _Spot:
    if not path:
        raise KeyError(path)
    node, flow = source.root, False
    spot: _Spot | None = None
    for step in path:
        flow = flow or bool(getattr(node, "flow_style", False))
        if isinstance(node, yaml.MappingNode) and (pair := _pair(node, step)):
            spot = _Spot(pair[1], node, pair[0], node.value.index(pair), flow)
        elif (
            isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value)
        ):
            spot = _Spot(node.value[step], node, None, step, flow)
        else:
            raise KeyError(path)
        node = spot.node
    if spot is None:
        raise KeyError(path)
    return spot


def _pair(node: yaml.Node, key: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    return next((pair for pair in node.value if pair[0].value == key), None)


def _end(text: str, node: Any) -> int:
    """Return the offset behind the content of *node*; of block texts, the end of the last line."""
    while not isinstance(node, yaml.ScalarNode) and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    start, end = node.start_mark.index, int(node.end_mark.index)
    if getattr(node, "style", None) in {"|", ">"}:
        return _line_end(text, start + len(text[start:end].rstrip()))
    return end


def _line_end(text: str, offset: int) -> int:
    """Return the offset of the line break at or after *offset*."""
    found = text.find("\n", offset)
    if found < 0:
        return len(text)
    return found - 1 if found > offset and text[found - 1] == "\r" else found


def _start(text: str, parent: Any, index: int) -> int:
    """Return the offset of the key or dash of a child, inside brackets of the child itself."""
    child = parent.value[index]
    if isinstance(child, tuple):
        return int(child[0].start_mark.index)
    return int(child.start_mark.index) if parent.flow_style else _dash(text, parent, index)


def _dash(text: str, sequence: yaml.Node, index: int) -> int:
    """Return the offset of an item's dash, which may stand some lines above the item."""
    if index == 0:
        return int(sequence.start_mark.index)
    column = int(sequence.start_mark.column)
    line = text.rfind("\n", 0, sequence.value[index].start_mark.index) + 1
    while line > 0 and (text[line + column] != "-" or text[line : line + column].strip(" ")):
        line = text.rfind("\n", 0, line - 1) + 1
    return line + column


def _behind_mark(source: SourceFile, spot: _Spot) -> int:
    """Return the offset behind the colon or dash that leads to the value."""
    if spot.key is not None:
        return source.text.index(":", spot.key.end_mark.index) + 1
    return _dash(source.text, spot.parent, spot.index) + 1


def _line_break(source: SourceFile) -> str:
    first = source.text.find("\n")
    return "\r\n" if first > 0 and source.text[first - 1] == "\r" else "\n"


def _insert_below(  # noqa: PLR0913, PLR0917  the parts of an edit
    source: SourceFile, end: int, text: str, change: Change, path: Path, value: Any
) -> Edit:
    at = _line_end(source.text, end)
    lines = f"\n{text}".replace("\n", _line_break(source))
    return Edit(at, at, lines, change, path, value)


def _flow_text(node: yaml.Node, value: Any) -> str:
    style = getattr(node, "style", None)
    if isinstance(value, str) and style == '"':
        return write_quoted(value)
    if isinstance(value, str) and style == "'":
        return write_single_quoted(value) or write_quoted(value)
    return write_flow(value)


def _set_scalar(source: SourceFile, path: Path, spot: _Spot, value: str | int | None) -> Edit:
    node: Any = spot.node
    start, end = int(node.start_mark.index), _end(source.text, node)
    if value is None:
        start = _behind_mark(source, spot)
    text = _scalar_text(source, spot, value)
    if text and start == _behind_mark(source, spot):
        text = f" {text}"
    return _with_comment(source, spot, Edit(start, end, text, Change.SET, path, value))


def _scalar_text(source: SourceFile, spot: _Spot, value: str | int | None) -> str:
    node: Any = spot.node
    indent = spot.column + STEP
    if not isinstance(value, str):
        return write_scalar(value, 0, indent)
    wanted: str | None = None
    if node.style == '"':
        wanted = write_quoted(value)
    elif node.style == "'":
        wanted = write_single_quoted(value)
    elif node.style in {"|", ">"}:
        body = _body(source.text, node)
        indent = body[0] or indent
        if node.style == "|" or "\n" in value:
            wanted = write_literal(value, indent)
        else:
            wanted = _refold(body[1], node.value, value, indent) or write_folded(value, indent)
    return wanted or write_scalar(value, node.start_mark.column, indent)


def _body(text: str, node: Any) -> tuple[int, list[str]]:
    """Return the indentation and the lines of a block text; 0 where it has no lines."""
    lines = text[node.start_mark.index : _end(text, node)].splitlines()[1:]
    indent = next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), 0)
    return indent, [line[indent:] for line in lines]


def _refold(lines: list[str], old: str, new: str, indent: int) -> str | None:
    """Return *new* folded as *lines* are wherever it reads the same at its begin and its end."""
    if " ".join(lines) != old or not (folded := write_folded(new, indent)):
        return None
    head = 0
    rest = new
    while head < len(lines) and rest.startswith(f"{lines[head]} "):
        rest = rest[len(lines[head]) + 1 :]
        head += 1
    tail = len(lines)
    while tail > head and rest.endswith(f" {lines[tail - 1]}"):
        rest = rest[: -len(lines[tail - 1]) - 1]
        tail -= 1
    kept = [*lines[:head], *fold_lines(rest, indent), *lines[tail:]]
    if any(line != line.strip(" ") or not line for line in kept):
        return folded
    return ">-\n" + "\n".join(" " * indent + line for line in kept)


def _replace(source: SourceFile, path: Path, spot: _Spot, value: Any) -> Edit:
    """Write a value of another shape anew, from its colon or dash on."""
    start, end = _behind_mark(source, spot), _end(source.text, spot.node)
    if spot.key is None:
        prefix = " " * spot.column + "-"
    else:
        prefix = " " * spot.column + source.text[spot.key.start_mark.index : start]
    text = write_entry(prefix, value, spot.column)[len(prefix) :]
    return _with_comment(source, spot, Edit(start, end, text, Change.SET, path, value))


def _removals(source: SourceFile, path: Path, parent: Any, first: int, last: int) -> Iterator[Edit]:
    """Yield edits that take the children [first, last) of a block away, which are not all."""
    if first >= last:
        return
    text = source.text
    steps = _steps(parent)
    start = _start(text, parent, first)
    line = text.rfind("\n", 0, start) + 1
    if text[line:start].strip(" "):
        # The first child stands behind the dash around it: the next that stays takes its place.
        end = _end(text, _child(parent, last - 1))
        following = _start(text, parent, last)
        if text[end:following].strip():
            following = _line_end(text, end)
        yield Edit(start, following, "", Change.REMOVE, (*path, steps[first]))
        # One edit takes all of them away; the others only say so.
        yield from (
            Edit(following, following, "", Change.REMOVE, (*path, step))
            for step in steps[first + 1 : last]
        )
        return
    for i in range(first, last):
        start = text.rfind("\n", 0, _start(text, parent, i)) + 1
        end = _line_end(text, _end(text, _child(parent, i)))
        if last < len(parent.value):
            end = text.index("\n", end) + 1
        else:  # up to the line break, so that something may come in behind
            start = _line_end(text, max(start - 2, 0))
        yield Edit(start, end, "", Change.REMOVE, (*path, steps[i]))


def _steps(parent: Any) -> list[str | int]:
    """Return the keys or the indexes of the children."""
    return [
        child[0].value if isinstance(child, tuple) else i for i, child in enumerate(parent.value)
    ]


def _child(parent: Any, index: int) -> Any:
    child = parent.value[index]
    return child[1] if isinstance(child, tuple) else child


def _with_comment(source: SourceFile, spot: _Spot, edit: Edit) -> Edit:
    """Keep the comment beside the value where its lines change: it goes on the first line."""
    node: Any = spot.node
    text, first = source.text, edit.text.partition("\n")
    header = ""
    end = edit.end
    if getattr(node, "style", None) in {"|", ">"}:
        line_end = _line_end(text, node.start_mark.index)
        header = _BLOCK_HEADER.sub("", text[node.start_mark.index : line_end], count=1)
    elif not isinstance(node, yaml.ScalarNode) and not node.flow_style:
        behind = _behind_mark(source, spot)
        beside = text[behind : _line_end(text, behind)]
        header = beside if beside.lstrip().startswith("#") else ""
    elif first[1]:
        end = _line_end(text, edit.end)
        header = text[edit.end : end]
    header = header.rstrip()
    written = "".join((first[0], header, *first[1:])).replace("\n", _line_break(source))
    return Edit(edit.start, end, written, edit.change, edit.path, edit.value)


def _set_list(source: SourceFile, path: Path, spot: _Spot, value: list[Any]) -> Edit:
    node: Any = spot.node
    old = _value(source.value, path)
    matcher = SequenceMatcher(None, [*map(repr, old)], [*map(repr, value)], autojunk=False)
    if spot.flow or node.flow_style:
        texts = [write_flow(item) for item in value]
        for i, j, length in matcher.get_matching_blocks():
            for k in range(length):
                item = node.value[i + k]
                texts[j + k] = source.text[item.start_mark.index : item.end_mark.index]
        start, end = node.start_mark.index, node.end_mark.index
        return Edit(start, end, f"[{', '.join(texts)}]", Change.SET, path, value)
    edits: list[Edit] = []
    for _, i1, i2, j1, j2 in (code for code in matcher.get_opcodes() if code[0] != "equal"):
        pairs = min(i2 - i1, j2 - j1)
        edits += (set_value(source, (*path, i1 + k), value[j1 + k]) for k in range(pairs))
        edits += _removals(source, path, node, i1 + pairs, i2)
        edits += _insert_items(source, path, node, i1 + pairs, value[j1 + pairs : j2])
    return _merge(source, edits, path, value)


def _insert_items(
    source: SourceFile, path: Path, node: yaml.Node, index: int, items: list[Any]
) -> Iterator[Edit]:
    column = node.start_mark.column
    for item in items:
        if index == len(node.value):
            yield append_item(source, path, item)
            continue
        at = _dash(source.text, node, index)
        text = write_entry(f"{' ' * column}-", item, column)[column:]
        lines = f"{text}\n{' ' * column}".replace("\n", _line_break(source))
        yield Edit(at, at, lines, Change.ADD, path)


def _set_mapping(source: SourceFile, path: Path, spot: _Spot, value: Mapping[str, Any]) -> Edit:
    old = _value(source.value, path)
    edits: list[Edit] = []
    last = next((key for key in reversed(old) if key in value), None)
    for key, child in value.items():
        if key not in old:
            edits.append(add_key(source, path, key, child, last))
        elif child != old[key]:
            edits.append(set_value(source, (*path, key), child))
    keys = list(old)
    for i, key in enumerate(keys):
        if key not in value and (i == 0 or keys[i - 1] in value):
            stop = next((j for j in range(i, len(keys)) if keys[j] in value), len(keys))
            edits += _removals(source, path, spot.node, i, stop)
    return _merge(source, edits, path, dict(value))


def _merge(source: SourceFile, edits: list[Edit], path: Path, value: Any) -> Edit:
    if not edits:
        start = _find(source, path).node.start_mark.index
        return Edit(start, start, "", Change.SET, path, value)
    ordered = sorted(edits, key=_place)
    start, end = ordered[0].start, max(edit.end for edit in ordered)
    return Edit(start, end, _join(source.text, ordered, start, end), Change.SET, path, value)
