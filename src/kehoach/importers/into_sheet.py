"""One sheet of an exported workbook against the plan as it stands.

Three texts meet at every cell: as exported (known by its fingerprint), as it stands in the
workbook, as it stands in the plan now. What changed on one side only is taken; what changed on
both sides to different texts is a conflict.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from kehoach.importers.codes import code as make_code
from kehoach.importers.into_asked import Asked, Changed, Conflict
from kehoach.importers.plan_book import Book, BookRow
from kehoach.importers.plan_sheet import (
    CODE_PATTERN,
    PLACE,
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
from kehoach.language.fold import fold
from kehoach.model.plan import Plan
from kehoach.source.place import Path
from kehoach.source.tree import SourceFile

_LONGEST_CODE = 80


class SheetReading:
    """One sheet against the plan as it stands."""

    def __init__(  # noqa: PLR0913, PLR0917  what meets in one place
        self,
        source: SourceFile,
        plan: Plan,
        book: Book,
        sheet: Sheet,
        asked: Asked,
        taken: set[str],
    ) -> None:
        """Take the plan, the workbook, and where to note what is asked; *taken* are codes."""
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
        in_plan = {row.path for row in self.rows}
        for row in self.rows:
            base = self.book.base.get((self.sheet.key, row.code))
            if base is not None and row.code not in kept:
                gone[row.path] = row
        holding = {path[:end] for path in in_plan - gone.keys() for end in range(len(path))}
        for path, row in gone.items():
            base = self.book.base[self.sheet.key, row.code]
            title = next((row.cells[key] for key in self.sheet.required if row.cells[key]), "")
            if any(fingerprint(text) != base.get(key) for key, text in row.cells.items()):
                self._skip(row.code, "bảng đã xóa dòng này, kế hoạch đã đổi sau khi xuất", "",
                           (title, ""))  # fmt: skip
            elif path in holding:
                self._skip(row.code, "bảng đã xóa dòng này nhưng còn mục bên trong nó")
            elif not delete:
                self._skip(row.code, "bảng đã xóa dòng này; thêm --delete để xóa trong kế hoạch",
                           "", (title, ""))  # fmt: skip
            elif not any(path[:end] in self.asked.deleted for end in range(len(path))):
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
