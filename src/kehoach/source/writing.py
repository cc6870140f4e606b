"""Values as YAML text in the style of hand-written plan files.

Two blanks a level, lists indented under their key, plain text where it is read back the same by
this program and by other YAML readers, long prose folded, short lists of names on one line.
What is written reads back as the same values through `kehoach.source.tree.parse`.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from kehoach.source.place import Path

WIDTH = 110
"""Columns of a line of folded prose; longer texts on one line are folded."""

STEP = 2
"""Blanks a level."""

# What YAML prints as it is on one line: no control characters, line separators, byte order marks.
_PRINTED = r"\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff"
_ONE_LINE = re.compile(f"[{_PRINTED}]+")
_NOT_PRINTED = re.compile(f"[^{_PRINTED}]")
_INDICATOR_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@` ")
_INSIDE = re.compile(r": | #|:$| $")
_INSIDE_FLOW = re.compile(r"[][{},:?]")
_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_LONGEST_KEY = 800  # libyaml finds the colon of a simple key within 1024 characters

# What YAML readers take for something other than text. Dates are not among these: plan files write
# them plain.
_WORDS = frozenset(
    {"", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "<<", "="}
)
_NUMBER = re.compile(
    r"[-+]?(?:0[bB][01_]+|0[oO][0-7_]+|0[xX][0-9a-fA-F_]+"
    r"|[0-9][0-9_]*(?::[0-9]+)+(?:\.[0-9_]*)?"
    r"|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?"
    r"|\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?|\.(?:inf|Inf|INF|nan|NaN|NAN))"
)
_LARGEST = 999_999_999  # what `parse` reads as an integer

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ESCAPED = re.compile(f'[\\\\"]|{_NOT_PRINTED.pattern}')

_SINGLE_BLANK = re.compile(r"(?<! ) (?! )")
_SENTENCE_END = (".", ";", ":")
_LONGEST_NAME = 60
_MOST_ON_ONE_LINE = 6
# Lists whose mappings stand on one line each, when they fit.
_LINES_OF_MAPPINGS = frozenset({"chap_nhan"})
_LINE_OF_MAPPING = 160


def write_yaml(
    value: Mapping[str, Any],
    comments: Mapping[Path, str] | None = None,
    head: Sequence[str] = (),
) -> str:
    r"""Return *value* (texts, integers, None, lists, mappings with text keys) as YAML.

    *comments* are written at the end of the line of the value at their path where there is room,
    else above it; *head* are comment lines at the top. Raises TypeError for values of other
    types, ValueError for what YAML cannot hold: integers beyond nine digits, halves of
    surrogate pairs.
    """
    writer = _Writer(comments or {})
    lines = [_comment_line(line) for line in head]
    lines += _comment_lines(writer.comments.get((), ""), 0)
    lines += writer.block(value, 0, ()) if value else ["{}"]
    return "\n".join(lines) + "\n"


def write_entry(prefix: str, value: Any, indent: int) -> str:
    r"""Return *value* behind *prefix*, which ends in a key's ``:`` or an item's ``-``.

    *indent* is the column of the key or the dash; lines are divided by ``\n``.
    """
    return "\n".join(_Writer({}).entry(prefix, value, indent, ()))


def write_key(key: str) -> str:
    """Return *key* as it stands before a colon."""
    plain = _KEY.fullmatch(key) and key.casefold() not in _WORDS
    return key if plain else write_quoted(key)


def write_flow(value: Any) -> str:
    """Return *value* on one line, as it stands inside brackets."""
    if isinstance(value, str):
        return value if is_plain(value, flow=True) else write_quoted(value)
    if value is None:
        return "null"
    if isinstance(value, Mapping):
        pairs = (f"{write_key(_checked(key))}: {write_flow(child)}" for key, child in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(write_flow, value))}]"
    return _integer(value)


def write_scalar(value: str | int | None, column: int, indent: int) -> str:
    """Return a scalar that begins at *column* and whose further lines stand at *indent*.

    None is the empty text.
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return _integer(value)
    if column + len(value) > WIDTH and (folded := write_folded(value, indent)):
        return folded
    if "\n" in value and (literal := write_literal(value, indent)):
        return literal
    return value if is_plain(value) else write_quoted(value)


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Tell whether *text* can stand without quotes and reads the same; *flow*: in brackets."""
    return (
        bool(_ONE_LINE.fullmatch(text))
        and text[0] not in _INDICATOR_FIRST
        and not _INSIDE.search(text)
        and text.casefold() not in _WORDS
        and not _NUMBER.fullmatch(text)
        and not (flow and _INSIDE_FLOW.search(text))
    )


def write_quoted(text: str) -> str:
    """Return *text* in double quotes on one line; raises ValueError for halves of surrogates."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def write_single_quoted(text: str) -> str | None:
    """Return *text* in single quotes; None where these cannot hold it on one line."""
    if not _ONE_LINE.fullmatch(text):
        return None
    return "'" + text.replace("'", "''") + "'"


def write_folded(text: str, indent: int) -> str | None:
    """Return *text* as ``>-`` with its lines at *indent*; None where folding would change it."""
    if not _ONE_LINE.fullmatch(text) or text != text.strip(" ") or indent < 1:
        return None
    blanks = " " * indent
    return ">-\n" + "\n".join(blanks + line for line in fold_lines(text, indent))


def fold_lines(text: str, indent: int) -> list[str]:
    """Return *text* cut at single blanks into lines that fit beside *indent*, at least one."""
    room = max(WIDTH - indent, WIDTH // 2)
    lines = [""]
    for i, chunk in enumerate(_SINGLE_BLANK.split(text)):
        if i == 0:
            lines[0] = chunk
        elif len(lines[-1]) + 1 + len(chunk) <= room:
            lines[-1] += f" {chunk}"
        else:
            lines.append(chunk)
    return lines


def write_literal(text: str, indent: int) -> str | None:
    """Return *text* as ``|`` or ``|-``, line by line; None where it would not be read the same."""
    lines = text.removesuffix("\n").split("\n")
    whole = all(not line or (_ONE_LINE.fullmatch(line) and line.strip(" ")) for line in lines)
    if not whole or not lines[0] or not lines[-1] or lines[0].startswith(" ") or indent < 1:
        return None
    mark = "|" if text.endswith("\n") else "|-"
    return "\n".join([mark, *(" " * indent + line if line else "" for line in lines)])


class _Writer:
    """Lines of block style; *comments* by path."""

    def __init__(self, comments: Mapping[Path, str]) -> None:
        self.comments = comments

    def block(self, value: Any, indent: int, path: Path) -> list[str]:
        """Return the lines of a mapping or a list that is not empty, at *indent*."""
        blanks = " " * indent
        lines: list[str] = []
        if isinstance(value, Mapping):
            for key, child in value.items():
                word = write_key(_checked(key))
                if len(word) > _LONGEST_KEY:
                    lines.append(f"{blanks}? {word}")
                    word = ""
                lines += self.entry(f"{blanks}{word}:", child, indent, (*path, key))
        else:
            for i, child in enumerate(value):
                lines += self.entry(f"{blanks}-", child, indent, (*path, i))
        return lines

    def entry(self, prefix: str, value: Any, indent: int, path: Path) -> list[str]:
        """Return the lines of a key or an item; *prefix* is the indented ``key:`` or ``-``."""
        above: list[str] = []
        if not isinstance(value, Mapping | list):
            text = write_scalar(value, len(prefix) + 1, indent + STEP)
            lines = (f"{prefix} {text}" if text else prefix).split("\n")
        elif (line := _on_one_line(value, path)) is not None and (
            not value or len(prefix) + 1 + len(line) <= _line_room(value)
        ):
            lines = [f"{prefix} {line}"]
        elif prefix.endswith(":"):
            lines = [prefix, *self.block(value, indent + STEP, path)]
        else:
            lines = self.block(value, indent + STEP, path)
            # A comment above the first key of an item stands above its dash.
            while lines[0].lstrip(" ").startswith("#"):
                above.append(" " * indent + lines.pop(0).lstrip(" "))
            lines[0] = f"{prefix} {lines[0][indent + STEP :]}"
        comment = self.comments.get(path, "") if path else ""
        if not comment:
            return above + lines
        notes = _comment_lines(comment, indent)
        beside = f"{lines[0]}  {notes[0].lstrip(' ')}"
        if len(lines) == len(notes) == 1 and len(beside) <= WIDTH and prefix.endswith(":"):
            return [*above, beside]
        return [*notes, *above, *lines]


def _on_one_line(value: Mapping[str, Any] | list[Any], path: Path) -> str | None:
    """Return a list or mapping of short texts on one line; None where it is better as a block."""
    if not value:
        return write_flow(value)
    if isinstance(value, Mapping):
        owner = path[-2] if len(path) > 1 else ""
        flat = all(child and isinstance(child, str) for child in value.values())
        return write_flow(value) if flat and owner in _LINES_OF_MAPPINGS else None
    names = all(isinstance(item, str) and _is_name(item) for item in value)
    divided = any("," in item for item in value) if names else False
    if not names or len(value) > _MOST_ON_ONE_LINE or (divided and len(value) > 1):
        return None
    return write_flow(value)


def _is_name(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_NAME and not text.endswith(_SENTENCE_END) and "\n" not in text


def _line_room(value: Mapping[str, Any] | list[Any]) -> int:
    return _LINE_OF_MAPPING if isinstance(value, Mapping) else WIDTH


def _comment_lines(comment: str, indent: int) -> list[str]:
    return [" " * indent + _comment_line(line) for line in comment.splitlines()]


def _comment_line(text: str) -> str:
    return f"# {_NOT_PRINTED.sub(' ', text).strip()}".rstrip()


def _checked(key: object) -> str:
    if not isinstance(key, str):
        raise TypeError(f"key {key!r} is no text")
    return key


def _integer(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{value!r} is no value of a plan file")
    if abs(value) > _LARGEST:
        raise ValueError(f"{value} would not be read back as a number")
    return str(value)


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if char in _ESCAPES:
        return _ESCAPES[char]
    code = ord(char)
    if 0xD800 <= code <= 0xDFFF:  # noqa: PLR2004  halves of surrogate pairs
        raise ValueError(f"text holds half of a surrogate pair (U+{code:04X})")
    return f"\\x{code:02X}" if code <= 0xFF else f"\\u{code:04X}"  # noqa: PLR2004  two digits
