"""Structure of a file against its JSON Schema, every misfit worded in Vietnamese.

The schema is the same file that editors use; the words for a field are its ``description``.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from kehoach.source.place import Fault, Path
from kehoach.source.resources import read_schema
from kehoach.source.tree import SourceFile

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError, Validator

_KINDS = {
    "string": "chữ",
    "integer": "số",
    "array": "danh sách",
    "object": "nhóm khóa",
    "null": "để trống",
    "boolean": "true hoặc false",
    "number": "số",
}


@lru_cache
def _validator(schema: str) -> "Validator":
    import jsonschema_rs  # noqa: PLC0415  imported when the first file is checked

    return jsonschema_rs.Draft202012Validator(read_schema(schema))


def check_structure(source: SourceFile, schema: str) -> tuple[Fault, ...]:
    """Return all misfits of *source* with the schema *schema* (``ke-hoach``, ``khung``)."""
    validator = _validator(schema)
    if validator.is_valid(source.value):
        return ()
    faults: list[Fault] = []
    for error in validator.iter_errors(source.value):
        faults.extend(_word(error, source, schema))
    return tuple(sorted(faults, key=lambda fault: fault.place))


def _word(error: "ValidationError", source: SourceFile, schema: str) -> list[Fault]:
    path = tuple(error.instance_path)
    rule = error.schema_path[-1]
    kind: Any = error.kind
    if rule == "additionalProperties":
        known = _subschema(schema, error.schema_path[:-1]).get("properties", {})
        return [_unknown_key(word, path, tuple(known), source) for word in kind.unexpected]
    if rule == "required":
        field = _describe(schema, [*error.evaluation_path[:-1], "properties", kind.property])
        message = f"thiếu khóa “{kind.property}” ({field})"
        return [_fault(source, path, message, f"thêm “{kind.property}: …”")]
    if rule == "anyOf":
        choices = [
            f"“{key}”"
            for choice in _subschema(schema, error.schema_path)
            for key in choice["required"]
        ]
        message = f"thiếu khóa {' hoặc '.join(choices)}"
        return [_fault(source, path, message, "thêm một trong các khóa này")]
    name = f"“{path[-1]}”" if path and isinstance(path[-1], str) else "giá trị này"
    described = _describe(schema, error.evaluation_path[:-1])
    message, help_ = f"{name} không hợp lệ", f"cần: {described}"
    if rule == "type":
        kinds = [_KINDS[t] for t in kind.types if t != "integer" or "string" not in kind.types]
        message = f"{name} phải là {' hoặc '.join(kinds)}, không phải {_kind_of(error.instance)}"
    elif rule == "enum":
        message = f"{name} là “{error.instance}”, không có giá trị này"
        options = [str(option) for option in kind.options]
        close = _nearest(str(error.instance), options)
        help_ = f"có phải “{close}”?" if close else f"chọn một trong: {', '.join(options)}"
    elif rule == "const":
        message = f"{name} là {error.instance}, chương trình này chỉ đọc {kind.expected_value}"
    elif rule == "pattern":
        message = f"{name} là “{error.instance}”, không đúng cách viết"
    elif rule in {"minLength", "minItems"}:
        message = f"{name} để trống"
    return [_fault(source, path, message, help_)]


def _unknown_key(word: str, path: Path, known: tuple[str, ...], source: SourceFile) -> Fault:
    close = _nearest(word, known)
    help_ = f"có phải “{close}”?" if close else f"các khóa ở chỗ này: {', '.join(known)}"
    full = (*path, word)
    if _is_cut_off(source, full):
        help_ = "chữ có dấu phẩy mà viết trong { } thì phải để trong ngoặc kép"
        message = f"“{word}” bị tách khỏi câu trước ở dấu phẩy"
        return Fault("KH003", message, help_, full, source.key_place(full))
    return Fault("KH003", f"không có khóa “{word}”", help_, full, source.key_place(full))


def _is_cut_off(source: SourceFile, path: Path) -> bool:
    """Tell a piece of a text in brackets, which YAML parts at commas: a key without a value."""
    value = source.value
    for step in path:
        value = value[step]
    return value is None and not re.fullmatch(r"\w+", str(path[-1]), re.ASCII)


def _fault(source: SourceFile, path: Path, message: str, help_: str) -> Fault:
    value = source.value
    for step in path:
        value = value[step]
    # A misfit of a whole block is shown at its key, not over all its lines.
    place = source.key_place(path) if isinstance(value, dict | list) else source.place(path)
    if isinstance(value, dict) and not (path and isinstance(path[-1], str)) and value:
        place = source.key_place((*path, next(iter(value))))
    return Fault("KH003", message, help_, path, place)


def _nearest(word: str, known: "list[str] | tuple[str, ...]") -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415  needed for wrong files only

    found = get_close_matches(word.replace("-", "_"), known, n=1, cutoff=0.6)
    return found[0] if found else None


def _kind_of(value: Any) -> str:
    if value is None:
        return "để trống"
    if isinstance(value, dict):
        return "nhóm khóa (xem lại dấu hai chấm và thụt dòng)"
    return "danh sách" if isinstance(value, list) else "chữ"


def _subschema(schema: str, path: Iterable[str | int]) -> Any:
    node: Any = read_schema(schema)
    for step in path:
        node = node[step]
    return node


def _describe(schema: str, evaluation_path: Iterable[str | int]) -> str:
    """Return what the schema says of the field that *evaluation_path* leads to.

    The words at a ``$ref`` win over those of the definition: they know the use.
    """
    node: Any = read_schema(schema)
    text: str = ""
    for step in (*evaluation_path, "$ref"):
        here = node.get("description", "") if isinstance(node, dict) else ""
        if step != "$ref":
            text = here or text
            node = node[step]
            continue
        text = here or text
        if "$ref" not in node:
            break
        node = _subschema(schema, node["$ref"].removeprefix("#/").split("/"))
        if here:
            node = {key: value for key, value in node.items() if key != "description"}
    text = text or "xem lược đồ của tệp"
    return text[0].lower() + text[1:].rstrip(".")
