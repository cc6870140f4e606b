"""The progress log beside a plan, read: ``plans/huong-phung.tien-do.yaml``."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from kehoach.progress.entry import Entry, make_entry, order
from kehoach.progress.lines import read_lines
from kehoach.source.place import Fault, Place, SourceError
from kehoach.source.reading import read_text
from kehoach.source.structure import check_structure
from kehoach.source.tree import SourceFile, parse

SCHEMA = "tien-do"
ENDING = f".{SCHEMA}.yaml"

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?\r?$", re.MULTILINE)
_ONLY_COMMENTS = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?(?:\n|\Z))*")
_DAYS = ("ngay", "du_kien", "han")


@dataclass(frozen=True, slots=True)
class Log:
    """A log that was read: its name in messages, its lines, its entries as the file has them."""

    name: str
    lines: tuple[str, ...]
    entries: tuple[Entry, ...]


def log_file(plan: FilePath) -> FilePath:
    """Return the log of the plan file *plan*."""
    return plan.with_name(f"{plan.stem}{ENDING}")


def plan_file(log: FilePath) -> FilePath:
    """Return the plan file of the log *log*; the one that is there, by either ending."""
    base = log.name.removesuffix(ENDING).removesuffix(f".{SCHEMA}.yml")
    other = log.with_name(f"{base}.yml")
    return other if other.is_file() else log.with_name(f"{base}.yaml")


def load_log(file: FilePath, name: str = "") -> Log:
    """Read the log *file*; one that is not there, or empty, has no entries.

    Raises `SourceError` with every fault.
    """
    name = name or file.as_posix()
    if not file.exists() or not file.stat().st_size:
        return Log(name, (), ())
    try:
        text = read_text(file)
    except SourceError as error:
        raise SourceError(name, error.faults) from None
    return parse_log(text, name)


def parse_log(text: str, name: str) -> Log:
    """Read *text* as a log; see `load_log`."""
    lines = tuple(text.splitlines())
    entries = read_lines(text)
    if entries is None:
        _refuse_conflict(text, name)
        entries = [] if _ONLY_COMMENTS.fullmatch(text) else _read_tree(parse(text, name))
    return Log(name, lines, tuple(entries))


def in_order(entries: Iterable[Entry], until: dt.date, known: dt.date | None = None) -> list[Entry]:
    """Return what the log says on the day *until*: its entries up to it, each once, in order.

    Entries that another one replaces on or before that day are left out. With *known*, only what
    was written down by that day counts, so that a report is made again as it was.
    """
    valid = {
        entry.values: entry
        for entry in entries
        if entry.date <= until and (known is None or entry.recorded[:10] <= known.isoformat())
    }
    replaced = {entry.replaces for entry in valid.values() if entry.replaces}
    kept = (entry for entry in valid.values() if not (replaced and entry.mark in replaced))
    return sorted(kept, key=order)


def _refuse_conflict(text: str, name: str) -> None:
    found = _CONFLICT.search(text)
    if found is None:
        return
    line = text.count("\n", 0, found.start()) + 1
    raise SourceError(
        name,
        (
            Fault(
                "KH051",
                f"còn dấu xung đột của git: “{found[0].strip()}”",
                "giữ các dòng mục của cả hai bên, xóa các dòng <<<<<<<, =======, >>>>>>>",
                place=Place(line, 1, line, len(found[0].rstrip()) + 1),
            ),
        ),
    )


def _read_tree(source: SourceFile) -> list[Entry]:
    faults = check_structure(source, SCHEMA) or tuple(_impossible_days(source))
    if faults:
        raise SourceError(source.name, faults)
    return [
        make_entry(
            {key: _text(value) for key, value in values.items() if value is not None},
            source.place((index,)).line,
        )
        for index, values in enumerate(source.value)
    ]


def _text(value: Any) -> str | tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else str(value)


def _impossible_days(source: SourceFile) -> list[Fault]:
    faults: list[Fault] = []
    for index, values in enumerate(source.value):
        for key in _DAYS:
            if key in values:
                try:
                    dt.date.fromisoformat(values[key])
                except ValueError:
                    message = f"“{key}” là {values[key]}, lịch không có ngày này"
                    path = (index, key)
                    place = source.place(path)
                    faults.append(Fault("KH003", message, "viết lại ngày", path, place))
    return faults
