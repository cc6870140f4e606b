"""Changes that people made in the exported workbook, brought back into the plan file.

Three texts meet at every cell: as exported (known by its fingerprint), as it stands in the
workbook, as it stands in the plan now. What changed on one side only is taken; what changed on
both sides to different texts is a conflict and is not written.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from kehoach.importers.codes import code as make_code
from kehoach.importers.plan_book import Book, BookRow, read_book
from kehoach.importers.plan_sheet import (
    CODE_PATTERN,
    PLACE,
    SECTION_ORDER,
    SHEETS,
    Column,
    Row,
    Sheet,
    cell_text,
    cell_value,
    fingerprint,
    keeps,
    misfit,
    normalize_cell,
    place_names,
    plan_rows,
    value_at,
)
from kehoach.importers.readers.refusal import refused
from kehoach.language.fold import fold
from kehoach.model.plan import Plan
from kehoach.model.reading import read_plan
from kehoach.source.place import Path, read_path, write_path
from kehoach.source.splice import (
    Edit,
    SpliceError,
    add_key,
    append_item,
    apply,
    remove_all,
    set_value,
)
from kehoach.source.tree import SourceFile, load, parse

_LONGEST_CODE = 80
_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Changed:
    """What was brought back: a value, a new item or a deleted one (``heading`` is then empty).

    ``before`` and ``after`` are the texts of the cell, empty for nothing.
    """

    sheet: str
    code: str
    heading: str
    path: Path
    before: str
    after: str

    def __str__(self) -> str:
        """Return the change as a line for people."""
        where = f"{self.sheet} {self.code}"
        if not self.heading:
            return f"{where}: {'thêm' if self.after else 'xóa'} {_short(self.after or self.before)}"
        if not self.before:
            return f"{where}, {self.heading}: thêm {_short(self.after)}"
        if not self.after:
            return f"{where}, {self.heading}: bỏ {_short(self.before)}"
        return f"{where}, {self.heading}: {_short(self.before)} → {_short(self.after)}"


@dataclass(frozen=True, slots=True)
class Conflict:
    """What the workbook asks for and was not written; ``reason`` says why.

    ``plan`` and ``book`` are the texts in the plan file and in the workbook, where there are two.
    """

    sheet: str
    code: str
    heading: str
    reason: str
    plan: str = ""
    book: str = ""

    def __str__(self) -> str:
        """Return the conflict as a line for people, with both texts."""
        where = " ".join(part for part in (self.sheet, self.code) if part)
        column = f", {self.heading}" if self.heading else ""
        texts = (
            f" (kế hoạch: {_short(self.plan)}; bảng: {_short(self.book)})"
            if self.plan or self.book
            else ""
        )
        return f"{where}{column}: {self.reason}{texts}"


@dataclass(frozen=True, slots=True)
class IntoResult:
    """The plan file's new text (the old one where nothing changed), what changed, what did not."""

    text: str
    changes: tuple[Changed, ...]
    conflicts: tuple[Conflict, ...]


@dataclass
class _Asked:
    """What the workbook asks for; values of the plan file by path."""

    values: dict[Path, Any] = field(default_factory=dict)
    items: dict[Path, list[dict[str, Any]]] = field(default_factory=dict)
    deleted: dict[Path, Changed] = field(default_factory=dict)
    changes: list[Changed] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)


def import_into(plan_file: FilePath, workbook: FilePath, *, delete: bool) -> IntoResult:
    """Bring the changes of *workbook* back into the text of *plan_file*; nothing is written.

    Rows that the workbook has no more are deleted with *delete*, else reported. Raises
    `SourceError` for files that cannot be used, for the workbook of another commune, and where the
    changes would make a plan that does not fit the schema.
    """
    source = load(plan_file, plan_file.as_posix())
    plan = read_plan(source)
    book = read_book(workbook, workbook.as_posix())
    if (book.commune, book.province) != (plan.commune.name, plan.commune.province):
        message = f"tệp Excel này là của {book.commune}, {book.province}"
        help_ = f"kế hoạch là của {plan.commune.name}, {plan.commune.province}; kiểm tra tên tệp"
        raise refused(workbook.as_posix(), message, help_)
    asked = _Asked()
    taken = {item.code for item in plan.items()}
    taken |= {row.code for rows in book.rows.values() for row in rows}
    for sheet in SHEETS:
        if sheet.key in book.rows:
            _Reading(source, plan, book, sheet, asked, taken).read(delete=delete)
        else:
            asked.conflicts.append(
                Conflict(sheet.name, "", "", "không còn trang này trong tệp Excel, đã bỏ qua")
            )
    text = _spliced(source, asked)
    if text != source.text:
        read_plan(parse(text, source.name))
    return IntoResult(text, tuple(asked.changes), tuple(asked.conflicts))


class _Reading:
    """One sheet against the plan as it stands."""

    def __init__(  # noqa: PLR0913, PLR0917  what meets in one place
        self,
        source: SourceFile,
        plan: Plan,
        book: Book,
        sheet: Sheet,
        asked: _Asked,
        taken: set[str],
    ) -> None:
        self.source = source
        self.book = book
        self.sheet = sheet
        self.asked = asked
        self.taken = taken
        self.rows = tuple(plan_rows(source, plan, sheet))
        self.current = {row.code: row for row in self.rows}
        self.places = _Places(place_names(plan))

    def read(self, *, delete: bool) -> None:
        """Note what the sheet asks for."""
        rows = self.book.rows[self.sheet.key]
        in_plan = Counter(row.code for row in self.rows)
        in_book = Counter(row.code for row in rows if row.code)
        for row in rows:
            if in_book[row.code] > 1 or in_plan[row.code] > 1:
                self._skip(row.code, f"mã này có ở hai mục (dòng {row.number}), đã bỏ qua")
            elif row.code in self.current:
                self._compare(row, self.current[row.code])
            elif row.original and row.original != row.code and row.original in self.current:
                self._skip(
                    row.original, f"mã bị đổi thành “{row.code}” (dòng {row.number}); mã không đổi"
                )
            elif (self.sheet.key, row.code) in self.book.base:
                self._gone(row)
            else:
                self._add(row)
        kept = set(in_book) | {row.original for row in rows if row.code not in self.current}
        self._missing(kept, delete=delete)

    def _compare(self, row: BookRow, current: Row) -> None:
        base = self.book.base.get((self.sheet.key, row.code), {})
        if row.place and fold(row.place) != fold(current.place):
            self._skip(
                row.code,
                "chuyển mục sang chỗ khác thì sửa trong tệp kế hoạch",
                PLACE,
                (current.place, row.place),
            )
        for column in self._columns(row):
            new, now = row.cells[column.key], normalize_cell(current.cells[column.key])
            exported = base.get(column.key)
            # What was brought back before may stand in the plan more neatly than in the workbook.
            if now in {new, _neat(column, new)} or fingerprint(new) == exported:
                continue
            if column.key in row.unread:
                self._skip(row.code, "ô có công thức hoặc lỗi", column.heading, (now, new))
            elif fingerprint(now) != exported:
                reason = "kế hoạch đã đổi sau khi xuất, bảng cũng đổi"
                self._skip(row.code, reason, column.heading, (now, new))
            else:
                self._change(current, column, new)

    def _columns(self, row: BookRow) -> Iterator[Column]:
        return (column for column in self.sheet.columns if column.key in row.cells)

    def _change(self, current: Row, column: Column, new: str) -> None:
        old = value_at(self.source.value, current.path).get(column.key)
        now = current.cells[column.key]
        value = cell_value(column, new, old)
        if value == old or cell_text(column, value) == now:
            return
        if not keeps(column, old):
            reason = "nội dung này bảng không giữ được nguyên vẹn; sửa trong tệp kế hoạch"
            self._skip(current.code, reason, column.heading, (now, new))
            return
        if value is not None and (wrong := misfit(column, value)):
            self._skip(current.code, wrong, column.heading, (now, new))
            return
        others = [key for key in self.sheet.required if key != column.key]
        left = any(self._value_after(current, key) for key in others)
        if value is None and column.key in self.sheet.required and not left:
            self._skip(current.code, "không được để trống", column.heading, (now, new))
            return
        path = (*current.path, column.key)
        self.asked.values[path] = value
        self.asked.changes.append(
            Changed(
                self.sheet.name, current.code, column.heading, path, now, cell_text(column, value)
            )
        )

    def _value_after(self, current: Row, key: str) -> Any:
        path = (*current.path, key)
        if path in self.asked.values:
            return self.asked.values[path]
        return value_at(self.source.value, current.path).get(key)

    def _gone(self, row: BookRow) -> None:
        base = self.book.base[self.sheet.key, row.code]
        if any(fingerprint(text) != base.get(key) for key, text in row.cells.items()):
            reason = f"mục này không còn trong kế hoạch, bảng lại sửa (dòng {row.number})"
            self._skip(row.code, reason)

    def _add(self, row: BookRow) -> None:
        where = row.code or f"dòng {row.number}"
        container = self.places.find(row.place)
        values = {
            column.key: value
            for column in self._columns(row)
            if (value := cell_value(column, row.cells[column.key], None)) is not None
        }
        misfits = [
            found
            for column in self._columns(row)
            if column.key in values and (found := misfit(column, values[column.key]))
        ]
        wrong = row.code and (not CODE_PATTERN.fullmatch(row.code) or len(row.code) > _LONGEST_CODE)
        if container is not None and not row.code and self._is_there(row, container):
            return
        if row.unread:
            self._skip(where, "dòng mới có công thức hoặc lỗi")
        elif container is None:
            self._skip(where, f"cột {PLACE} không nêu đúng một đề mục của kế hoạch", PLACE,
                       ("", row.place))  # fmt: skip
        elif not any(key in values for key in self.sheet.required):
            names = " hoặc ".join(
                column.heading for column in self.sheet.columns if column.key in self.sheet.required
            )
            self._skip(where, f"dòng mới thiếu {names}")
        elif misfits:
            self._skip(where, misfits[0])
        elif wrong:
            self._skip(where, "mã chỉ gồm chữ thường không dấu, số và gạch nối")
        else:
            title = str(next(values[key] for key in self.sheet.required if key in values))
            code = row.code or make_code(title, self.taken)
            item = {"ma": code, **{key: values[key] for key in self.sheet.order if key in values}}
            path = (*container, self.sheet.key)
            self.asked.items.setdefault(path, []).append(item)
            self.asked.changes.append(Changed(self.sheet.name, code, "", path, "", title))

    def _is_there(self, row: BookRow, container: Path) -> bool:
        """Tell whether a row without a code was brought in before."""
        listed = {other.code for other in self.book.rows[self.sheet.key]}
        return any(
            item.path[:-2] == container
            and item.code not in listed
            and all(
                normalize_cell(item.cells[column.key]) == _neat(column, row.cells[column.key])
                for column in self._columns(row)
            )
            for item in self.rows
        )

    def _missing(self, kept: set[str], *, delete: bool) -> None:
        gone: dict[Path, Row] = {}
        for row in self.rows:
            base = self.book.base.get((self.sheet.key, row.code))
            if base is not None and row.code not in kept:
                gone[row.path] = row
        for path, row in gone.items():
            base = self.book.base[self.sheet.key, row.code]
            title = next((row.cells[key] for key in self.sheet.required if row.cells[key]), "")
            inside = [r for r in self.rows if r.path[: len(path)] == path and r.path != path]
            if any(fingerprint(text) != base.get(key) for key, text in row.cells.items()):
                self._skip(row.code, "bảng đã xóa dòng này, kế hoạch đã đổi sau khi xuất", "",
                           (title, ""))  # fmt: skip
            elif any(r.path not in gone for r in inside):
                self._skip(row.code, "bảng đã xóa dòng này nhưng còn mục bên trong nó")
            elif not delete:
                self._skip(row.code, "bảng đã xóa dòng này; thêm --delete để xóa trong kế hoạch",
                           "", (title, ""))  # fmt: skip
            elif not any(path[: len(above)] == above for above in self.asked.deleted):
                changed = Changed(self.sheet.name, row.code, "", path, title, "")
                self.asked.deleted[path] = changed
                self.asked.changes.append(changed)

    def _skip(
        self, code: str, reason: str, heading: str = "", texts: tuple[str, str] = ("", "")
    ) -> None:
        self.asked.conflicts.append(Conflict(self.sheet.name, code, heading, reason, *texts))


class _Places:
    """Sections by the names that rows give."""

    def __init__(self, names: dict[Path, str]) -> None:
        self._whole = {fold(name): path for path, name in names.items()}
        self._last: dict[str, list[Path]] = {}
        for path, name in names.items():
            self._last.setdefault(fold(name.rpartition(" / ")[2]), []).append(path)

    def find(self, name: str) -> Path | None:
        """Return the section of this name, or of this heading where only one has it."""
        key = fold(name)
        if key in self._whole:
            return self._whole[key]
        paths = self._last.get(key, [])
        return paths[0] if len(paths) == 1 else None


def _neat(column: Column, text: str) -> str:
    """Return the text of a cell as it reads once it was in the plan file."""
    return normalize_cell(cell_text(column, cell_value(column, text, None)))


def _spliced(source: SourceFile, asked: _Asked) -> str:
    """Return the text with everything that *asked* says; what comes in first, then what goes.

    New items stand behind the others, so the paths of what goes stay right.
    """
    try:
        text = apply(source, [*_values(source, asked), *_items(source, asked)])
        changed = parse(text, source.name)
        emptied = [path for path, value in asked.values.items() if value is None]
        text = apply(changed, remove_all(changed, emptied))
        changed = parse(text, source.name)
        return apply(changed, _deletions(changed, asked.deleted))
    except SpliceError as error:
        help_ = "sửa bằng tay chỗ đã nêu trong tệp kế hoạch"
        raise refused(source.name, str(error), help_) from None


def _values(source: SourceFile, asked: _Asked) -> Iterator[Edit]:
    orders = {sheet.key: sheet.order for sheet in SHEETS}
    for path, value in asked.values.items():
        item, key = path[:-1], str(path[-1])
        values = value_at(source.value, item)
        if value is None:
            continue
        if key in values:
            yield set_value(source, path, value)
        else:
            order = orders[str(item[-2])]
            yield add_key(source, item, key, value, _before(order, key, values))


def _items(source: SourceFile, asked: _Asked) -> Iterator[Edit]:
    for path, items in asked.items.items():
        owner, key = path[:-1], str(path[-1])
        values = value_at(source.value, owner)
        if values.get(key):
            yield from (append_item(source, path, item) for item in items)
        elif key in values:
            yield set_value(source, path, items)
        else:
            yield add_key(source, owner, key, items, _before(SECTION_ORDER, key, values))


def _before(order: tuple[str, ...], key: str, values: dict[str, Any]) -> str | None:
    """Return the key of *values* that *key* stands behind in plan files; None to come last."""
    earlier = [other for other in order[: order.index(key)] if other in values]
    return earlier[-1] if earlier else None


def _deletions(source: SourceFile, deleted: Iterable[Path]) -> list[Edit]:
    lists: dict[Path, set[int]] = {}
    for path in deleted:
        lists.setdefault(path[:-1], set()).add(int(path[-1]))
    gone: list[Path] = []
    edits: list[Edit] = []
    for path, indexes in lists.items():
        if len(indexes) == len(value_at(source.value, path)):
            gone.append(path)
        else:
            gone += ((*path, i) for i in indexes)
    # Findings are accepted at paths, which go or move when an item goes.
    acceptances = source.value.get("chap_nhan") or ()
    without_place: list[Path] = []
    for i, acceptance in enumerate(acceptances):
        at = read_path(str(acceptance["tai"]))
        moved = _moved(at, lists)
        if moved is None:
            without_place.append(("chap_nhan", i))
        elif moved != at:
            edits.append(set_value(source, ("chap_nhan", i, "tai"), write_path(moved)))
    if without_place and len(without_place) == len(acceptances):
        without_place = [("chap_nhan",)]
    return edits + remove_all(source, [*gone, *without_place])


def _moved(path: Path, lists: dict[Path, set[int]]) -> Path | None:
    """Return *path* after the items of *lists* are gone; None where it leads into one of them."""
    steps = list(path)
    for i, step in enumerate(path):
        gone = lists.get(path[:i], set())
        if step in gone:
            return None
        if isinstance(step, int):
            steps[i] = step - sum(index < step for index in gone)
    return tuple(steps)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return f"“{line[:_SHOWN]}…”" if len(line) > _SHOWN else f"“{line}”"
