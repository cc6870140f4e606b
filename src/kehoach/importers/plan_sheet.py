"""The workbook in which the tasks and targets of a plan are edited: sheets, columns, cell texts.

A row is a task or a target, known by its code. A hidden sheet keeps a fingerprint of every cell
as it was written, so that a change in the workbook and one in the plan can be told apart.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from kehoach.model.plan import Plan, Section, Target, Task
from kehoach.source.place import Path
from kehoach.source.tree import SourceFile

MARK = "kehoach-xlsx"
"""First cell of the hidden sheet, by which a workbook of ours is known."""
VERSION = "1"
GUIDE = "Hướng dẫn"
PLACES = "Danh mục"
"""Hidden sheet: the names of the sections that a new row may be given to."""
BASE = "Đối chiếu"
"""Hidden sheet: sheet key, code, then ``key=fingerprint`` for each cell of a row."""
CODE = "Mã"
PLACE = "Mục"
ORIGINAL = "Mã gốc"
"""Hidden column: the code of the row as exported, so that a changed code is noticed."""


CODE_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""A code (``ma``), as the schema has it."""
_LINK = re.compile(rf"{CODE_PATTERN.pattern}/{CODE_PATTERN.pattern}")


class Kind(Enum):
    """How a value of the plan file is written in a cell."""

    TEXT = auto()
    NAMES = auto()  # a text or a list; in the cell divided by semicolons
    CODES = auto()  # codes of targets, always a list in the plan file
    LINKS = auto()  # items of frameworks, a text where there is one
    PROSE = auto()  # a paragraph a line; a dash before it for each level of dashes


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the key in the plan file, its heading, its width in characters, its kind."""

    key: str
    heading: str
    width: int
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of items of one kind; ``key`` is the list that holds them in the plan file.

    ``order`` is the order of an item's keys in plan files, ``required`` the keys of which an item
    needs at least one.
    """

    key: str
    name: str
    columns: tuple[Column, ...]
    order: tuple[str, ...]
    required: tuple[str, ...]


TASKS = Sheet(
    "nhiem_vu",
    "Nhiệm vụ",
    (
        Column("ten", "Tên nhiệm vụ", 30),
        Column("noi_dung", "Nội dung", 48, Kind.PROSE),
        Column("chu_tri", "Chủ trì", 22, Kind.NAMES),
        Column("phoi_hop", "Phối hợp", 22, Kind.NAMES),
        Column("thoi_han", "Thời hạn", 16),
        Column("san_pham", "Sản phẩm", 26),
        Column("ghi_chu", "Ghi chú", 16),
        Column("phuc_vu", "Phục vụ chỉ tiêu", 22, Kind.CODES),
        Column("khung", "Mục của khung", 32, Kind.LINKS),
    ),
    ("ma", "so_muc", "ten", "noi_dung", "chu_tri", "phoi_hop", "thoi_han", "san_pham", "phuc_vu",
     "khung", "ghi_chu", "nhiem_vu"),
    ("ten", "noi_dung"),
)  # fmt: skip
TARGETS = Sheet(
    "chi_tieu",
    "Chỉ tiêu",
    (
        Column("noi_dung", "Nội dung", 54),
        Column("muc_dat", "Mức đạt", 16),
        Column("tu_ngay", "Từ ngày", 11),
        Column("han", "Hạn", 16),
        Column("pham_vi", "Phạm vi", 20),
        Column("ngoai_tru", "Ngoại trừ", 20),
        Column("chu_tri", "Chủ trì", 20, Kind.NAMES),
        Column("phoi_hop", "Phối hợp", 20, Kind.NAMES),
        Column("ghi_chu", "Ghi chú", 16),
        Column("khung", "Mục của khung", 32, Kind.LINKS),
    ),
    ("ma", "so_muc", "noi_dung", "muc_dat", "tu_ngay", "han", "pham_vi", "ngoai_tru", "chu_tri",
     "phoi_hop", "khung", "ghi_chu", "chi_tieu"),
    ("noi_dung",),
)  # fmt: skip
SHEETS = (TASKS, TARGETS)
SECTION_ORDER = (
    "de_muc", "ten", "so_muc", "don_vi", "can_cu", "doan", "chi_tieu", "nhiem_vu", "muc", "ghi_chu",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """An item as a row: its path and code, the name of where it stands, cell texts by key."""

    path: Path
    code: str
    place: str
    cells: dict[str, str]


def plan_rows(source: SourceFile, plan: Plan, sheet: Sheet) -> Iterator[Row]:
    """Yield the rows of *sheet* for *plan*, which was read from *source*, in order of reading."""
    names = place_names(plan)
    items: Iterator[Task | Target] = plan.tasks() if sheet is TASKS else plan.targets()
    for item in items:
        values = value_at(source.value, item.path)
        cells = {column.key: cell_text(column, values.get(column.key)) for column in sheet.columns}
        yield Row(item.path, item.code, names[item.path[:-2]], cells)


def place_names(plan: Plan) -> dict[Path, str]:
    """Return for every section the name by which a row says that it stands there.

    Names are the headings from the top, no two the same. A task or target that holds others is
    among them, named after its section and its title.
    """
    names: dict[Path, str] = {}
    taken: set[str] = set()
    for section in (*plan.sections, *plan.annexes):
        for path, name in _section_names(section, ""):
            unique, count = name, 1
            while unique in taken:
                count += 1
                unique = f"{name} ({count})"
            taken.add(unique)
            names[path] = unique
    return names


def cell_text(column: Column, value: Any) -> str:
    """Return *value* of the plan file as the text of a cell; nothing is the empty text."""
    if value is None:
        return ""
    if not isinstance(value, list):
        return str(value)
    if column.kind is Kind.PROSE:
        return "\n".join(_prose_lines(value, 0))
    return "; ".join(map(str, value))


def cell_value(column: Column, text: str, old: Any) -> Any:
    """Return the text of a cell as a value of the plan file; None where it is empty.

    *old* is the value that stands there now: a list stays a list, a text a text where it can.
    """
    if column.kind is Kind.PROSE:
        lines = [line.rstrip() for line in text.split("\n") if line.strip()]
        prose = _read_prose(lines)
        single = len(prose) == 1 and isinstance(prose[0], str) and not isinstance(old, list)
        return (prose[0] if single else prose) if prose else None
    text = " ".join(text.split())
    if column.kind is Kind.TEXT:
        return text or None
    names = [name for part in text.split(";") if (name := part.strip())]
    single = isinstance(old, str) or (column.kind is Kind.LINKS and not isinstance(old, list))
    if single and column.kind is not Kind.CODES and len(names) == 1:
        return names[0]
    return names or None


def misfit(column: Column, value: Any) -> str:
    """Return what is wrong with *value* for this column, in Vietnamese; empty for nothing."""
    items = value if isinstance(value, list) else [value]
    if column.kind is Kind.CODES and not all(map(CODE_PATTERN.fullmatch, items)):
        return "cột này ghi mã của chỉ tiêu, ví dụ ho-so-truc-tuyen"
    if column.kind is Kind.LINKS and not all(map(_LINK.fullmatch, items)):
        return "cột này ghi mục của khung, ví dụ 02-kh-bcdtw/ho-so-truc-tuyen"
    return ""


def keeps(column: Column, value: Any) -> bool:
    """Tell whether a cell can hold *value* so that it is read back the same."""
    if not isinstance(value, list):
        return column.kind is not Kind.PROSE or "\n" not in str(value)
    return bool(cell_value(column, cell_text(column, value), value) == value)


def fingerprint(text: str) -> str:
    """Return the fingerprint of the text of a cell."""
    return hashlib.sha256(normalize_cell(text).encode()).hexdigest()[:12]


def normalize_cell(text: str) -> str:
    """Return *text* without what programs change in saving: composition, line ends, end blanks."""
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").strip()


def value_at(value: Any, path: Path) -> Any:
    """Return the value at *path*."""
    for step in path:
        value = value[step]
    return value


def _section_names(section: Section, above: str) -> Iterator[tuple[Path, str]]:
    heading = section.heading or f"(mục {int(section.path[-1]) + 1})"
    name = f"{above} / {heading}" if above else heading
    yield section.path, name
    for target in section.targets:
        yield from _target_names(target, name)
    for task in section.tasks:
        yield from _task_names(task, name)
    for child in section.sections:
        yield from _section_names(child, name)


def _target_names(target: Target, above: str) -> Iterator[tuple[Path, str]]:
    if target.targets:
        name = f"{above} / {target.content}"
        yield target.path, name
        for child in target.targets:
            yield from _target_names(child, name)


def _task_names(task: Task, above: str) -> Iterator[tuple[Path, str]]:
    if task.tasks:
        name = f"{above} / {task.title}"
        yield task.path, name
        for child in task.tasks:
            yield from _task_names(child, name)


def _prose_lines(value: list[Any], level: int) -> Iterator[str]:
    for paragraph in value:
        if isinstance(paragraph, list):
            yield from _prose_lines(paragraph, level + 1)
        else:
            yield "- " * level + str(paragraph)


def _read_prose(lines: list[str]) -> list[Any]:
    prose: list[Any] = []
    for line in lines:
        level, text = 0, line.strip()
        while text.startswith("- "):
            level, text = level + 1, text[2:].lstrip()
        inner = prose
        for _ in range(level):
            if not inner or not isinstance(inner[-1], list):
                inner.append([])
            inner = inner[-1]
        inner.append(text)
    return prose
