"""Logs of many plans as two Parquet files, for DuckDB and the like.

``muc.parquet`` has a row for every target and task that is followed, ``tien-do.parquet`` one for
every entry: what the log says, and of a figure its value and whether it reaches the goal, which no
query language can read out of Vietnamese. pyarrow is an extra.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kehoach.model.plan import Plan
from kehoach.output.writing import WriteError
from kehoach.progress.entry import FIELDS, Entry
from kehoach.progress.items import Item, follow
from kehoach.progress.log import Log
from kehoach.progress.measures import meets, read_figure
from kehoach.source.place import Fault, SourceError

EXTRA = "kho-du-lieu"
ITEMS, ENTRIES = "muc.parquet", "tien-do.parquet"

_TEXTS = tuple(f for f in FIELDS if f not in {"ngay", "nhiem_vu", "chi_tieu", "du_kien", "han"})
_WORDS = frozenset({"tep", "xa", "tinh", "loai", "ma", "trang_thai"})
_DAYS = frozenset({"ngay", "du_kien", "han"})
_ITEM = ("tep", "xa", "tinh", "loai", "ma", "noi_dung", "chu_tri", "thoi_han", "han", "muc_dat")
_ENTRY = ("tep", "loai", "ma", "ngay", "du_kien", "han", "so", "dat", *_TEXTS)
_AT_ONCE = 200_000

Columns = dict[str, list[Any]]


def write_parquet(folder: Path, plans: Iterable[tuple[str, Plan, Log]]) -> tuple[int, int]:
    """Write the items and the entries of *plans* (file, plan, log) into *folder*.

    Returns how many there were of each. Rows are written in groups, so memory stays small. Raises
    `WriteError`, and `SourceError` where pyarrow is missing.
    """
    try:
        import pyarrow.parquet  # type: ignore[import-untyped]  # noqa: PLC0415  an extra, untyped
    except ImportError:
        message = "máy này chưa có thư viện pyarrow"
        help_ = f"cài bằng: pip install '.[{EXTRA}]'"
        raise SourceError(folder.as_posix(), (Fault("KH001", message, help_),)) from None
    items, entries = folder / ITEMS, folder / ENTRIES
    parts = [file.with_name(f".{file.name}.part") for file in (items, entries)]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (
            pyarrow.parquet.ParquetWriter(parts[0], _schema(pyarrow, _ITEM)) as item_writer,
            pyarrow.parquet.ParquetWriter(parts[1], _schema(pyarrow, _ENTRY)) as entry_writer,
        ):
            counts = [0, 0]
            for group in _groups(plans):
                for i, writer in enumerate((item_writer, entry_writer)):
                    writer.write_table(pyarrow.table(group[i], schema=writer.schema))
                    counts[i] += len(group[i]["ma"])
        parts[0].replace(items)
        parts[1].replace(entries)
    except OSError as error:
        reason = error.strerror or str(error)
        raise WriteError(f"không ghi được vào {folder.as_posix()}: {reason}") from None
    finally:
        for part in parts:
            part.unlink(missing_ok=True)
    return counts[0], counts[1]


def _schema(pyarrow: Any, names: Iterable[str]) -> Any:
    words = pyarrow.dictionary(pyarrow.int32(), pyarrow.string())
    other = {"so": pyarrow.float64(), "dat": pyarrow.bool_()}
    other |= dict.fromkeys(_WORDS, words) | dict.fromkeys(_DAYS, pyarrow.date32())
    return pyarrow.schema([(name, other.get(name, pyarrow.string())) for name in names])


def _groups(plans: Iterable[tuple[str, Plan, Log]]) -> Iterator[tuple[Columns, Columns]]:
    items: Columns = {name: [] for name in _ITEM}
    entries: Columns = {name: [] for name in _ENTRY}
    for file, plan, log in plans:
        followed = {item.key: item for item in follow(plan)}
        for item in followed.values():
            _add(items, _ITEM, _item_row(file, plan, item))
        for entry in {entry.values: entry for entry in log.entries}.values():
            item_of = followed.get((entry.kind, entry.code))
            _add(entries, _ENTRY, _entry_row(file, entry, item_of))
        if len(entries["ma"]) >= _AT_ONCE:
            yield items, entries
            items = {name: [] for name in _ITEM}
            entries = {name: [] for name in _ENTRY}
    yield items, entries


def _add(columns: Columns, names: Iterable[str], values: Iterable[Any]) -> None:
    for name, value in zip(names, values, strict=True):
        columns[name].append(value)


def _item_row(file: str, plan: Plan, item: Item) -> tuple[Any, ...]:
    commune = plan.commune
    due = item.deadline.due if item.deadline else None
    return (
        *(file, commune.name, commune.province, item.kind, item.code, item.title),
        *("; ".join(item.units), item.written_deadline, due, item.written_goal or None),
    )


def _entry_row(file: str, entry: Entry, item: Item | None) -> tuple[Any, ...]:
    goal = item.goal if item else None
    figure = read_figure(entry.figure, goal) if entry.figure else None
    said = dict(zip(FIELDS, entry.values, strict=True))
    return (
        *(file, entry.kind, entry.code, entry.date, entry.forecast, entry.due),
        float(figure.value) if figure else None,
        meets(figure, goal) if figure and goal else None,
        *(said[name] or None for name in _TEXTS),
    )
