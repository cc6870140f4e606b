"""Lines of a log as `kehoach progress` writes them, read without a YAML parser.

A year of weekly entries of one plan is 2,000 lines, of all communes 7 million: libyaml takes 20
times as long. What is read here reads the same as YAML; every line that is written in another way
is None, and the whole file then goes through `kehoach.source.tree`.
"""

import datetime as dt
import re
from functools import lru_cache

from kehoach.progress.entry import FIELDS, STAGES, TARGET, TASK, Entry, make_entry

_WORD = r"\w[^][{},:?#\"']*"
_QUOTED = r'"(?:[^"\\]|\\["\\nt])*"'
_SCALAR = rf"{_QUOTED}|{_WORD}"
_PAIR = re.compile(rf"([a-z_]+): ({_SCALAR}|\[(?:{_SCALAR})(?:, (?:{_SCALAR}))*\])(, |\}}$)")
_ITEM = re.compile(rf"({_SCALAR})(?:, |\])")
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}
# What libyaml refuses or takes for the end of a line.
_ODD = re.compile(
    r"[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_NOTHING = frozenset({"null", "Null", "NULL"})
_INTEGER = re.compile(r"[0-9]+")
_KEYS = frozenset(FIELDS)
_LISTS = "minh_chung"
_DAYS = ("ngay", "du_kien", "han")
_FIXED = {
    "ngay": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
    "ky": re.compile(r"[0-9]{4}(?:-W[0-9]{2}|-Q[1-4]|-[0-9]{2}(?:-[0-9]{2})?)?"),
    "ghi": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"),
    "dau": re.compile(r"[b-t]{8,}"),
}


def read_lines(text: str) -> list[Entry] | None:
    """Return the entries of a log, or None where one is not written as this program writes it."""
    if _ODD.search(text):
        return None
    entries: list[Entry] = []
    for number, line in enumerate(text.split("\n"), 1):
        stripped = line.rstrip("\r")
        if not stripped or stripped.startswith("#"):
            continue
        entry = _read(stripped, number)
        if entry is None:
            return None
        entries.append(entry)
    return entries


def _read(line: str, number: int) -> Entry | None:
    if not (line.startswith("- {") and line.endswith("}")):
        return None
    pairs = _PAIR.findall(line, 3)
    # The pairs must be all of the line.
    length = sum(len(key) + 2 + len(value) + len(end) for key, value, end in pairs)
    if length != len(line) - 3:
        return None
    values: dict[str, str | tuple[str, ...]] = {}
    for key, written, _ in pairs:
        value = _value(key, written)
        if value is None or key in values:
            return None
        values[key] = value
    return make_entry(values, number) if _fits(values) else None


def _value(key: str, written: str) -> str | tuple[str, ...] | None:
    if written[0] == "[":
        if key != _LISTS:
            return None
        items = tuple(_scalar(item) for item in _ITEM.findall(written, 1))
        return None if None in items else tuple(item for item in items if item is not None)
    return _scalar(written)


def _scalar(written: str) -> str | None:
    """Return the text that *written* is; None for what YAML reads as something else."""
    if written[0] == '"':
        text = written[1:-1]
        if "\\" in text:
            text = _ESCAPE.sub(lambda match: _ESCAPES[match[1]], text)
        return text or None
    if written[-1] in " \t" or written in _NOTHING or "\t" in written:
        return None
    return None if _INTEGER.fullmatch(written) else written


def _fits(values: dict[str, str | tuple[str, ...]]) -> bool:
    """Tell whether *values* fit the schema; whatever does not is worded elsewhere."""
    if not (values.keys() <= _KEYS and "ngay" in values and (TASK in values) != (TARGET in values)):
        return False
    for key in ("ky", "ghi", "dau", "thay_cho"):
        if key in values and not _matches(_FIXED["dau" if key == "thay_cho" else key], values[key]):
            return False
    if "trang_thai" in values and values["trang_thai"] not in STAGES:
        return False
    return all(key not in values or _is_day(values[key]) for key in _DAYS)


def _matches(pattern: re.Pattern[str], value: str | tuple[str, ...]) -> bool:
    return isinstance(value, str) and pattern.fullmatch(value) is not None


@lru_cache(maxsize=4096)
def _is_day(text: str | tuple[str, ...]) -> bool:
    if not _matches(_FIXED["ngay"], text):
        return False
    try:
        dt.date.fromisoformat(str(text))
    except ValueError:
        return False
    return True
