"""An entry of a progress log, and the one line that it is in the file.

A line is a YAML flow mapping: ``- {ngay: 2025-10-14, nhiem_vu: danh-muc-tthc, …}``. As a log is a
list of such lines at the top of the file, any union of the lines of two logs, in any order, is
again a log: that is what ``merge=union`` of git makes. So a log means the set of its entries: the
same entry twice is one entry, and their order says nothing.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from typing import Any

from kehoach.source.writing import is_plain, write_key, write_quoted

TASK, TARGET = "nhiem_vu", "chi_tieu"

FIELDS = (
    "ngay",
    TASK,
    TARGET,
    "ky",
    "trang_thai",
    "gia_tri",
    "ket_qua",
    "minh_chung",
    "kho_khan",
    "nguyen_nhan",
    "trach_nhiem",
    "khac_phuc",
    "du_kien",
    "han",
    "viec_tiep",
    "de_xuat",
    "thay_cho",
    "nguoi",
    "ghi",
    "dau",
)
"""Keys of an entry in the order in which they are written."""

MARK_LETTERS = "bcdfghjklmnpqrst"
"""The letters of a mark: no vowels, so no words, and no digits, so never read as a number."""

_MARK_BYTES = 5
# The quick reader takes plain words of just this form; see `kehoach.progress.lines`.
_SIMPLE = re.compile(r"\w[^][{},:?#\"']*")

_NOTHING = dict.fromkeys(FIELDS, "")

Values = Mapping[str, str | tuple[str, ...]]


class Stage(StrEnum):
    """How far the work is; the values are the words of the log."""

    NOT_STARTED = "chưa triển khai"
    IN_PROGRESS = "đang thực hiện"
    AWAITING = "chờ xác nhận"
    COMPLETED = "hoàn thành"
    PAUSED = "tạm dừng"


STAGES = {stage.value: stage for stage in Stage}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: what was noted of one item on one day.

    ``date`` is the day for which it is true, ``recorded`` when it was written down (UTC, as
    ``2025-10-14T02:30:05Z``, empty when written by hand). ``kind`` is `TASK` or `TARGET`.
    ``due`` is a deadline that a document has set since, ``replaces`` the mark of an entry that
    this one corrects, ``mark`` the digest under which the entry was written. ``values`` are its
    texts in the order of `FIELDS`; ``line`` is where it stands and does not make it another entry.
    """

    date: dt.date
    kind: str
    code: str
    stage: Stage | None
    figure: str
    result: str
    evidence: tuple[str, ...]
    difficulty: str
    cause: str
    responsible: str
    remedy: str
    forecast: dt.date | None
    due: dt.date | None
    period: str
    next_steps: str
    proposal: str
    replaces: str
    by: str
    recorded: str
    mark: str
    values: tuple[str, ...]
    line: int


def make_entry(values: Values, line: int = 0) -> Entry:
    """Return the entry of *values*, which fit the schema; raises ValueError for impossible days."""
    kind = TASK if TASK in values else TARGET
    evidence = values.get("minh_chung", ())
    read: dict[str, Any] = {**_NOTHING, **values}  # in the order of the fields
    if not isinstance(evidence, str):
        read["minh_chung"] = "\n".join(evidence)
    return Entry(
        date=dt.date.fromisoformat(read["ngay"]),
        kind=kind,
        code=read[kind],
        stage=STAGES[read["trang_thai"]] if read["trang_thai"] else None,
        figure=read["gia_tri"],
        result=read["ket_qua"],
        evidence=(evidence,) if isinstance(evidence, str) else evidence,
        difficulty=read["kho_khan"],
        cause=read["nguyen_nhan"],
        responsible=read["trach_nhiem"],
        remedy=read["khac_phuc"],
        forecast=dt.date.fromisoformat(read["du_kien"]) if read["du_kien"] else None,
        due=dt.date.fromisoformat(read["han"]) if read["han"] else None,
        period=read["ky"],
        next_steps=read["viec_tiep"],
        proposal=read["de_xuat"],
        replaces=read["thay_cho"],
        by=read["nguoi"],
        recorded=read["ghi"],
        mark=read["dau"],
        values=tuple(read.values()),
        line=line,
    )


def order(entry: Entry) -> Any:
    """Return the key by which entries follow one another, whatever their order in the file."""
    return entry.date, entry.recorded, entry.mark, entry.values


def digest(entry: Entry) -> str:
    """Return the mark that belongs to what *entry* says: eight or more letters."""
    said = "\0".join(entry.values[:-1])  # all but the mark itself
    data = blake2b(said.encode("utf-8", "surrogatepass"), digest_size=_MARK_BYTES).digest()
    return "".join(MARK_LETTERS[byte >> 4] + MARK_LETTERS[byte & 15] for byte in data)


def is_untouched(entry: Entry) -> bool:
    """Tell whether *entry* says what it said when it was written; of unmarked ones no one knows."""
    return not entry.mark or entry.mark == digest(entry)


def write_line(values: Values) -> str:
    """Return *values* as one line of the log with their mark, without a line break."""
    kept = {key: values[key] for key in FIELDS if values.get(key) and key != "dau"}
    kept["dau"] = digest(make_entry(kept))
    return f"- {{{', '.join(f'{write_key(key)}: {_flow(value)}' for key, value in kept.items())}}}"


def _flow(value: str | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        return _word(value[0]) if len(value) == 1 else f"[{', '.join(map(_word, value))}]"
    return _word(value)


def _word(text: str) -> str:
    plain = _SIMPLE.fullmatch(text) and is_plain(text, flow=True)
    return text if plain else write_quoted(text)
