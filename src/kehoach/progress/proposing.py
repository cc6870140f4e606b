"""New entries made of what someone says, checked before anything is written."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kehoach.language.fold import normalize, strip_marks
from kehoach.language.quantity import read_quantity
from kehoach.model.plan import Plan
from kehoach.progress.checking import check_entry
from kehoach.progress.entry import (
    FIELDS,
    TARGET,
    TASK,
    Entry,
    Stage,
    Values,
    make_entry,
    write_line,
)
from kehoach.progress.items import Item, Key, follow
from kehoach.progress.log import Log, in_order
from kehoach.progress.periods import named_period, period_of, rhythm
from kehoach.progress.stages import follow_course
from kehoach.progress.timing import Settings
from kehoach.source.place import Fault

HEAD = (
    "yaml-language-server: $schema=../schema/tien-do.schema.json",
    "Nhật ký tiến độ: mỗi mục một dòng, chỉ ghi thêm. Ghi bằng: kehoach progress",
)
"""Comment lines that begin a new log."""

_DAYS = ("ngay", "du_kien", "han")
_WRONG_DAY = "KH055"
_WRITTEN_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
_SAID = frozenset(FIELDS) - {"ngay", TASK, TARGET, "ky", "thay_cho", "nguoi", "ghi", "dau"}


NOTHING_SAID = Fault(
    "KH003",
    "mục chưa nói gì; ghi ít nhất một trong: giai đoạn, kết quả, số liệu, minh chứng",
    "ví dụ --result, --value, --stage, --evidence",
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry to be: its values in the form of the log, its line, or what is wrong with it."""

    values: Values
    line: str
    faults: tuple[Fault, ...]


def propose(  # noqa: PLR0913, PLR0917  all that an entry is judged by
    said: Mapping[str, str | Sequence[str]],
    code: str,
    plan: Plan,
    log: Log,
    now: dt.datetime,
    settings: Settings | None = None,
) -> Proposal:
    """Return the entry that says *said* (by the keys of `FIELDS`) of the item *code*.

    *now* has its time zone; days after its day are refused. Days may be written 14/10/2025, a
    stage without marks, a figure without its unit.
    """
    settings = settings or Settings()
    items = {item.key: item for item in follow(plan)}
    faults: list[Fault] = []
    item = _find(code, said, items)
    kind = item.kind if item else TARGET if TARGET in said else TASK
    values: dict[str, str | tuple[str, ...]] = {"ngay": now.date().isoformat(), kind: code or "?"}
    for key, value in said.items():
        if key in {TASK, TARGET} or not value:
            continue
        try:
            values[key] = _value(key, value, item)
        except ValueError as error:
            faults.append(Fault(_WRONG_DAY if key in _DAYS else "KH003", str(error)))
    if not _SAID & values.keys():
        faults.append(NOTHING_SAID)
    day_unread = any(fault.code == _WRONG_DAY for fault in faults)
    entry = make_entry(values)
    found = list(check_entry(entry, items, plan, settings))
    if item is not None:
        found[:0] = _refusals(entry, item, log, now.date(), settings)
    # Where a day could not be read, another one stands in its place.
    faults += (fault for fault in found if not (day_unread and fault.code == _WRONG_DAY))
    values["ghi"] = now.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Proposal(values, "" if faults else write_line(values), tuple(faults))


def _find(code: str, said: Mapping[str, object], items: dict[Key, Item]) -> Item | None:
    kinds = [kind for kind in (TASK, TARGET) if kind in said] or [TASK, TARGET]
    return next((items[kind, code] for kind in kinds if (kind, code) in items), None)


def _value(key: str, value: str | Sequence[str], item: Item | None) -> str | tuple[str, ...]:
    if not isinstance(value, str):
        return tuple(normalize(one) for one in value if one.strip())
    text = normalize(value)
    if key in _DAYS:
        return read_day(text).isoformat()
    if key == "trang_thai":
        return read_stage(text).value
    if key == "gia_tri" and item is not None and item.goal is not None:
        return _with_unit(text, item.goal.unit)
    return text


def read_day(text: str) -> dt.date:
    """Return the day written as 14/10/2025 or 2025-10-14; raises ValueError, worded."""
    try:
        if found := _WRITTEN_DAY.fullmatch(text):
            return dt.date(int(found[3]), int(found[2]), int(found[1]))
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"“{text}” không phải một ngày; viết như 14/10/2025") from None


def read_stage(text: str) -> Stage:
    """Return the stage that *text* names, with or without marks; raises ValueError, worded."""
    wanted = strip_marks(text).replace("-", " ").replace("_", " ")
    for stage in Stage:
        if strip_marks(stage.value) == wanted:
            return stage
    words = ", ".join(Stage)
    raise ValueError(f"“{text}” không phải một giai đoạn; chọn một trong: {words}")


def _with_unit(text: str, unit: str) -> str:
    figure = read_quantity(text)
    if figure is None or figure.unit or not unit or (figure.start, figure.end) != (0, len(text)):
        return text
    return f"{text}{unit}" if unit.startswith("%") else f"{text} {unit}"


def _refusals(
    entry: Entry, item: Item, log: Log, today: dt.date, settings: Settings
) -> Iterable[Fault]:
    """Yield what a new entry may not be, though an old one may."""
    if entry.date > today:
        message = f"ngày {entry.date:%d/%m/%Y} chưa tới"
        yield Fault("KH055", message, "ghi điều đã có; việc sắp tới ghi ở viec_tiep (--next)")
    if entry.replaces and all(entry.replaces != old.mark for old in log.entries):
        message = f"nhật ký không có mục mang dấu “{entry.replaces}”"
        yield Fault("KH054", message, "chép lại “dau” của mục cần thay")
    if entry.stage is Stage.COMPLETED:
        lacking = follow_course(_together(entry, item, log, settings), item.goal).lacking
        if lacking:
            message = f"“hoàn thành” cần có {', '.join(lacking)}"
            help_ = "thêm --result, --evidence, --value; hoặc ghi “chờ xác nhận”"
            yield Fault("KH057", message, help_)


def _together(entry: Entry, item: Item, log: Log, settings: Settings) -> list[Entry]:
    """Return what the log says of the item, or of the period of *entry*, with *entry*."""
    entries = [
        one
        for one in in_order((*log.entries, entry), dt.date.max)
        if (one.kind, one.code) == item.key
    ]
    recurs = rhythm(item.deadline, settings.constantly)
    if recurs is None:
        return entries

    def name(one: Entry) -> str:
        period = named_period(recurs, one.period) if one.period else None
        return (period or period_of(recurs, one.date)).name

    return [one for one in entries if name(one) == name(entry)]
