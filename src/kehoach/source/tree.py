"""YAML text as plain values in which every value keeps its place.

libyaml composes the nodes; values come from the text of the nodes, never from YAML's guesses:
``no``, ``12:30`` and ``010`` stay text. Only a bare ``null`` or nothing at all is None, and a
bare whole number in its usual writing (``1``, ``25``) is an integer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

import yaml

from kehoach.source.collecting import uncollected
from kehoach.source.place import START, Fault, Path, Place, SourceError
from kehoach.source.reading import read_text
from kehoach.source.stretch import offsets

_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,8}")
_KEY = re.compile(r"[ -]*[a-z_]+")
_EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
_TEXT = "tag:yaml.org,2002:str"
_TAG_OF: dict[type[yaml.Node], str] = {
    yaml.MappingNode: "tag:yaml.org,2002:map",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.ScalarNode: _TEXT,
}
_TAGS = frozenset(_TAG_OF.values())

MAX_DEPTH = 100
"""Deepest nesting of lists and mappings; the five-level outline of a plan needs about 20."""

# libyaml's compose recurses in C and ends the process on very deep input, so what might be deep
# is measured first: long runs of indicators at the start of a line, or very many brackets.
_DEEP_START = re.compile(r"^[ \t?:-]{400,}", re.MULTILINE)
_MANY_BRACKETS = 2000


class _Loader(yaml.CSafeLoader):
    """Leaves out what YAML guesses of bare texts, on which nothing here depends."""

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """Return the tag of a node that has none written."""
        del value, implicit
        return _TAG_OF[kind]

    def descend_resolver(self, node: object, index: object) -> None:
        """Do nothing: no tags depend on paths."""

    def ascend_resolver(self) -> None:
        """Do nothing: no tags depend on paths."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was read: its name as given, its text, its values, its nodes."""

    name: str
    text: str
    value: Any
    root: yaml.Node
    _found: dict[Path, tuple[yaml.Node, yaml.Node | None]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    _offsets: dict[Path, Sequence[int] | None] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def place(self, path: Path, stretch: tuple[int, int] | None = None) -> Place:
        """Return the place of the value at *path*, or of the characters *stretch* of its text.

        A path that goes further than the file (a key that is missing, an item inside a text)
        gives the place of the nearest value on its way.
        """
        node = self._at(path)[0]
        span = None if stretch is None else self.offsets(path, stretch)
        if span is None:
            return self._span(node)
        return Place(*self._line_and_column(node, span[0]), *self._line_and_column(node, span[1]))

    def offsets(self, path: Path, stretch: tuple[int, int]) -> tuple[int, int] | None:
        """Return where in the file the characters *stretch* of the text at *path* stand.

        None where the value is no text, or is written so that its characters are not followed.
        """
        node = self._at(path)[0]
        if not isinstance(node, yaml.ScalarNode) or stretch[1] > len(node.value):
            return None
        if path not in self._offsets:  # several findings are often in one text
            self._offsets[path] = offsets(self.text, node)
        places = self._offsets[path]
        if places is None:
            return None
        first, last = stretch
        return places[first], places[last - 1] + 1 if last > first else places[first]

    def _at(self, path: Path) -> tuple[yaml.Node, yaml.Node | None]:
        found = self._found.get(path)
        if found is None:
            found = self._found[path] = _walk(self.root, path)
        return found

    def _line_and_column(self, node: yaml.Node, offset: int) -> tuple[int, int]:
        mark = node.start_mark
        line = mark.line + self.text.count("\n", mark.index, offset)
        begin = self.text.rfind("\n", 0, offset) + 1
        return line + 1, offset - begin + 1

    def key_place(self, path: Path) -> Place:
        """Return the place of the key that ends *path*, or of the value where there is none."""
        node, key = self._at(path)
        return self._span(node if key is None else key)

    def _span(self, node: yaml.Node) -> Place:
        last = _last(node)
        place = _span(node)
        if not isinstance(last, yaml.ScalarNode) or last.style not in {"|", ">"}:
            return place
        # libyaml ends a block text where the next token begins, beyond blank lines.
        text = self.text[last.start_mark.index : last.end_mark.index].rstrip()
        line = last.start_mark.line + 1 + text.count("\n")
        column = len(text) - text.rfind("\n")
        return Place(place.line, place.column, line, column)


def load(file: FilePath, name: str = "") -> SourceFile:
    """Read the YAML file *file*, called *name* in messages.

    Raises `SourceError` with every fault: unreadable, not YAML, too deep, aliases or tags, several
    documents, keys that stand twice.
    """
    name = name or str(file)
    try:
        text = read_text(file)
    except SourceError as error:
        raise SourceError(name, error.faults) from None
    return parse(text, name)


def parse(text: str, name: str) -> SourceFile:
    """Read *text* as one YAML document; see `load`."""
    root = _compose(text, name)
    try:
        value = _plain(root, set())
    except _NotPlainError:
        faults: list[Fault] = []
        value = _convert(root, (), faults, set())
        if faults:
            raise SourceError(name, tuple(faults)) from None
    return SourceFile(name, text, value, root)


class _NotPlainError(Exception):
    """Nodes hold more than keys, lists and texts without tags."""


def _plain(node: yaml.Node, seen: set[int]) -> Any:
    """Return the value of *node* as `_convert` does, in half the time; raises `_NotPlainError`."""
    if id(node) in seen:
        raise _NotPlainError
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        if node.style:
            return node.value
        if node.tag != _TEXT:
            raise _NotPlainError
        return _bare(node.value)
    if node.tag not in _TAGS:
        raise _NotPlainError
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, seen) for item in node.value]
    values = {}
    for key, child in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise _NotPlainError
        values[key.value] = _plain(child, seen)
    if len(values) != len(node.value):
        raise _NotPlainError
    return values


def _compose(text: str, name: str) -> yaml.Node:
    if (_DEEP_START.search(text) or text.count("[") + text.count("{") > _MANY_BRACKETS) and (
        deep := _too_deep(text)
    ):
        raise SourceError(name, (deep,))
    try:
        with uncollected():  # compose alone takes 4 times longer otherwise
            root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise SourceError(name, (_syntax_fault(error, text),)) from None
    except yaml.YAMLError as error:
        raise SourceError(name, (_character_fault(error, text),)) from None
    if root is None:
        fault = Fault("KH001", "tệp không có nội dung nào", "cần tệp kế hoạch dạng YAML")
        raise SourceError(name, (fault,))
    return root


def _too_deep(text: str) -> Fault | None:
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    place = _point(event.start_mark)
                    message = f"danh sách lồng nhau quá {MAX_DEPTH} cấp"
                    return Fault("KH001", message, "bỏ bớt cấp lồng nhau", place=place)
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError:
        return None  # compose meets the same error and words it
    return None


def _convert(node: yaml.Node, path: Path, faults: list[Fault], seen: set[int]) -> Any:
    if id(node) in seen:
        faults.append(
            Fault(
                "KH001",
                "tệp dùng neo và tham chiếu của YAML (&, *)",
                "viết lại nội dung đầy đủ ở từng chỗ",
                path,
                _span(node),
            )
        )
        return None
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, path, faults)
    if node.tag not in _TAGS:
        faults.append(_tag_fault(node, path))
        return None
    if isinstance(node, yaml.SequenceNode):
        return [_convert(item, (*path, i), faults, seen) for i, item in enumerate(node.value)]
    return _mapping(node, path, faults, seen)


def _mapping(node: yaml.Node, path: Path, faults: list[Fault], seen: set[int]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    first: dict[str, yaml.Node] = {}
    for key, child in node.value:
        if not isinstance(key, yaml.ScalarNode):
            message = "khóa phải là một từ, không phải danh sách"
            faults.append(Fault("KH001", message, "xem lại dấu ngoặc", path, _span(key)))
            continue
        word = key.value
        if word in first:
            line = first[word].start_mark.line + 1
            faults.append(
                Fault(
                    "KH002",
                    f"khóa “{word}” viết hai lần (lần đầu ở dòng {line})",
                    "gộp hai chỗ làm một hoặc bỏ một chỗ",
                    (*path, word),
                    _span(key),
                )
            )
            continue
        first[word] = key
        values[word] = _convert(child, (*path, word), faults, seen)
    return values


def _scalar(node: yaml.ScalarNode, path: Path, faults: list[Fault]) -> str | int | None:
    text: str = node.value
    if node.style:  # quoted or block
        return text
    if node.tag.startswith("!") or "python" in node.tag:
        faults.append(_tag_fault(node, path))
        return None
    return _bare(text)


def _bare(text: str) -> str | int | None:
    """Return what a text without quotes is."""
    if text in _EMPTY:
        return None
    return int(text) if text[-1].isdecimal() and _INTEGER.fullmatch(text) else text


def _tag_fault(node: yaml.Node, path: Path) -> Fault:
    message = f"tệp dùng thẻ YAML “{node.tag}”"
    return Fault("KH001", message, "bỏ thẻ (phần bắt đầu bằng dấu !)", path, _span(node))


def _walk(root: yaml.Node, path: Path) -> tuple[yaml.Node, yaml.Node | None]:
    """Return the node at *path* or the last one on the way, and the key that led to it."""
    node, key = root, None
    for step in path:
        found = _child(node, step)
        if found is None:
            return node, None
        node, key = found
    return node, key


def _child(node: yaml.Node, step: str | int) -> tuple[yaml.Node, yaml.Node | None] | None:
    if isinstance(node, yaml.MappingNode):
        for key, child in node.value:
            if key.value == step:
                return child, key
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], None
    return None


def _span(node: yaml.Node) -> Place:
    start, end = node.start_mark, _last(node).end_mark
    return Place(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _last(node: yaml.Node) -> yaml.Node:
    """Return the last leaf: the end mark of a block list or mapping lies beyond its content."""
    while node.value and not isinstance(node, yaml.ScalarNode):
        if getattr(node, "flow_style", False):
            return node
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return node


def _point(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)


# Words of libyaml's message, what it means here, what to do.
_SYNTAX = (
    (
        "mapping values are not allowed",
        "dấu hai chấm ở giữa câu",
        "đặt cả câu trong ngoặc kép",
    ),
    (
        "cannot start any token",
        "ký tự không được đứng đầu",
        "dùng dấu cách thay phím Tab để thụt dòng, đặt câu trong ngoặc kép",
    ),
    (
        "did not find expected key",
        "thụt dòng không thẳng hàng",
        "cho các khóa cùng cấp thẳng cột",
    ),
    (
        "could not find expected ':'",
        "thiếu dấu hai chấm sau khóa",
        "viết khóa, dấu hai chấm, rồi một dấu cách",
    ),
    (
        "did not find expected '-' indicator",
        "dòng của danh sách không thẳng hàng",
        "cho các dấu gạch đầu dòng thẳng cột",
    ),
    (
        "did not find expected ',' or",
        "danh sách trong ngoặc chưa đóng hoặc thiếu dấu phẩy",
        "kiểm tra dấu ngoặc và dấu phẩy",
    ),
    ("unexpected end of stream", "ngoặc kép hoặc ngoặc vuông chưa đóng", "đóng ngoặc"),
    (
        "expected a single document",
        "tệp chứa nhiều tài liệu (dòng ---)",
        "tách mỗi kế hoạch một tệp",
    ),
    (
        "found undefined alias",
        "dấu * ở đầu giá trị bị hiểu là tham chiếu",
        "đặt giá trị trong ngoặc kép",
    ),
    (
        "alphabetic or numeric character",
        "dấu & hoặc * ở đầu giá trị",
        "đặt giá trị trong ngoặc kép",
    ),
    (
        "found duplicate anchor",
        "tệp dùng neo của YAML (&)",
        "bỏ neo, viết nội dung đầy đủ",
    ),
)


def _syntax_fault(error: yaml.MarkedYAMLError, text: str) -> Fault:
    problem = f"{error.problem or ''} {error.context or ''}"
    mark = error.problem_mark or error.context_mark
    place = START if mark is None else _point(mark)
    if "mapping values are not allowed" in problem and _is_first_colon(place, text):
        message, help_ = "dòng thụt vào quá sâu", "cho khóa này thẳng cột với khóa cùng cấp ở trên"
        return Fault("KH001", f"không đúng cú pháp YAML: {message}", help_, place=place)
    for words, message, help_ in _SYNTAX:
        if words in problem:
            return Fault("KH001", f"không đúng cú pháp YAML: {message}", help_, place=place)
    lines = text.splitlines()
    if place.line <= len(lines) and "\t" in lines[place.line - 1]:
        message, help_ = "dòng có phím Tab", "dùng dấu cách thay phím Tab"
        return Fault("KH001", f"không đúng cú pháp YAML: {message}", help_, place=place)
    return Fault(
        "KH001",
        "không đúng cú pháp YAML ở gần chỗ này",
        "xem lại thụt dòng, dấu hai chấm, dấu ngoặc của dòng này và dòng trước",
        place=place,
    )


def _is_first_colon(place: Place, text: str) -> bool:
    """Tell whether the colon at *place* ends the first word of its line, as that of a key does."""
    lines = text.splitlines()
    before = lines[place.line - 1][: place.column - 1] if place.line <= len(lines) else ""
    return place.line > 1 and _KEY.fullmatch(before) is not None


def _character_fault(error: yaml.YAMLError, text: str) -> Fault:
    for i, character in enumerate(text):
        if ord(character) < ord(" ") and character not in "\t\n\r":
            line = text.count("\n", 0, i) + 1
            column = i - (text.rfind("\n", 0, i) + 1) + 1
            message = f"có ký tự điều khiển không in được (U+{ord(character):04X})"
            place = Place(line, column, line, column + 1)
            return Fault("KH001", message, "xóa ký tự này", place=place)
    return Fault("KH001", f"không đọc được YAML ({error})", "kiểm tra lại tệp")
