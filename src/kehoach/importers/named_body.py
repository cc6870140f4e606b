"""Sections, targets and tasks of a document that names its values itself."""

from dataclasses import dataclass, field, replace
from typing import Any

from kehoach.importers.bases import read_basis
from kehoach.importers.blocks import Line, Table
from kehoach.importers.body.section import Body
from kehoach.importers.casing import sentence_case
from kehoach.importers.context import LABEL, Context
from kehoach.importers.draft import Piece, Sureness
from kehoach.importers.duties import read_units
from kehoach.importers.embedded import read_tables
from kehoach.importers.labels import Assignment, label_kind, read_assignments
from kehoach.importers.marks import read_mark
from kehoach.importers.named import NamedLine, value_of, without_end
from kehoach.importers.named_prose import DASHES, add_dash, add_prose
from kehoach.importers.passages import joined, numbered, passage
from kehoach.language.unit import split_units

Draft = dict[str, Any]

_ADDED = "thêm vào sau khi kết xuất; xem lại có đúng chỗ không"
_MIXED = "có chữ sửa ngoài các phần đã biết của chỉ tiêu, giữ nguyên cả câu"
_DUTY = ("tổ chức thực hiện", "phân công", "trách nhiệm thực hiện")
_TARGET_KEYS = (
    "ma", "so_muc", "noi_dung", "muc_dat", "tu_ngay", "han", "pham_vi", "ngoai_tru", "chu_tri",
    "phoi_hop", "ghi_chu", "chi_tieu",
)  # fmt: skip
_TASK_KEYS = (
    "ma", "so_muc", "ten", "noi_dung", "chu_tri", "phoi_hop", "thoi_han", "san_pham", "ghi_chu",
    "nhiem_vu",
)  # fmt: skip
_LISTS = frozenset({"chu_tri", "phoi_hop"})


@dataclass
class Frame:
    """A section or task that is open, with its level and the deadline that its heading states."""

    level: int
    draft: Draft
    body: Body | None
    due: Piece | None = None
    duty: bool = False


@dataclass
class NamedBody:
    """What lines that name their values make; fed line by line."""

    context: Context
    top: Draft = field(default_factory=dict)
    bases: list[Any] = field(default_factory=list)
    opening: list[Any] = field(default_factory=list)
    closing: list[Any] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    _targets: list[tuple[int, Draft]] = field(default_factory=list)
    _items: list[tuple[Draft, tuple[str, ...]]] = field(default_factory=list)
    _after: list[Any] | None = None

    def __post_init__(self) -> None:
        """Open the section that everything stands in."""
        self.frames.append(Frame(0, self.top, Body(self.top)))

    def tables(self, table: Table) -> None:
        """Add a table that names nothing as the sections that it is recognised as."""
        for section in read_tables([table], self.context):
            self._section_body().section(section)

    def finish(self) -> None:
        """Put the keys of targets and tasks into the order of the plan file."""
        for draft, keys in self._items:
            values = dict(draft)
            draft.clear()
            draft.update({key: values[key] for key in keys if key in values})

    def sections(self) -> list[Draft]:
        """Return the sections; what stood without heading comes first."""
        rest: list[Draft] = self.top.pop("muc", [])
        return [self.top, *rest] if self.top else rest

    def line(self, line: NamedLine) -> None:
        """Read a line that names values."""
        match line.key:
            case "de_muc":
                self.section(line)
            case "nhiem_vu" | "viec":
                self.task(line)
            case "chi_tieu" | "chi_tieu_chung_han":
                self.target(line)
            case "can_cu":
                self._basis(line)
            case "mo_dau" | "ket_thuc":
                self._after = self.opening if line.key == "mo_dau" else self.closing
                add_prose(self._after, line.whole)
            case _:
                self._assigned(line)

    def section(self, line: NamedLine, number: str | None = None) -> Frame:
        """Open a section."""
        self._open(line.level)
        heading = line.text.without(" ") if line.text.text else line.whole
        number = line.number if number is None else number
        source = line.prefix if line.prefix.text else line.text
        draft: Draft = {
            "de_muc": heading.reworded(sentence_case(heading.text)),
            "so_muc": Piece(number, source.origins),
        }
        above = self.frames[-1]
        units = [
            one.text.reworded(sentence_case(one.text.text))
            for one in line.values
            if one.key == "don_vi"
        ]
        if units or (above.duty and (units := read_units(heading, self.context))):
            draft["don_vi"] = units
        due = next((one.text for one in line.values if one.key == "han"), None)
        self._section_body().section(draft)
        frame = Frame(line.level, draft, Body(draft))
        frame.duty = above.duty or self.context.keywords.inside(heading.text, _DUTY)
        if due:
            frame.due = due.reworded(due.text.lower() if due.text.isupper() else due.text)
        self.frames.append(frame)
        self._added(line)
        return frame

    def task(self, line: NamedLine, number: str | None = None) -> Draft:
        """Open a task; without a name its first words are its content."""
        self._open(line.level)
        number = line.number if number is None else number
        source = line.prefix if line.prefix.text else line.text
        draft: Draft = {
            "ma": self.context.code(line.text.text),
            "so_muc": Piece(number, source.origins),
        }
        above = self.frames[-1]
        if above.body is None:
            above.draft.setdefault("nhiem_vu", []).append(draft)
        else:
            above.body.place("nhiem_vu").append(draft)
        self.frames.append(Frame(line.level, draft, None))
        self._items.append((draft, _TASK_KEYS))
        text = without_end(line.text)
        if line.key == "nhiem_vu":
            draft["ten"] = text.piece()
        elif (mark := line.mark) and mark.is_dash:
            draft["noi_dung"] = []
            add_dash(draft["noi_dung"], DASHES.get(mark.kind, 1), text.piece())
        else:
            draft["noi_dung"] = [text.piece()]
        self._added(line)
        return draft

    def target(self, line: NamedLine, number: str | None = None) -> Draft:
        """Add a target under the one it belongs to."""
        number = line.number if number is None else number
        content = value_of(line.text) if not line.text.text.endswith("...") else line.text
        draft: Draft = {"ma": self.context.code(content.text), "noi_dung": content.piece()}
        if number:
            source = line.prefix if line.prefix.text else line.text
            draft["so_muc"] = Piece(number, source.origins)
        if not line.take_labels(self.context):
            start = line.whole.text.find(line.text.text)
            whole = value_of(line.whole.cut(max(start, 0)))
            draft["noi_dung"] = whole.piece(Sureness.CHECK, _MIXED)
        self.values(draft, line)
        if line.key == "chi_tieu_chung_han" and "han" not in draft and (due := self._due()):
            draft["han"] = due
        while self._targets and self._targets[-1][0] >= line.level:
            self._targets.pop()
        if self._targets:
            self._targets[-1][1].setdefault("chi_tieu", []).append(draft)
        else:
            self._close_task()
            self._section_body().place("chi_tieu").append(draft)
        self._targets.append((line.level, draft))
        self._items.append((draft, _TARGET_KEYS))
        return draft

    @staticmethod
    def values(draft: Draft, line: NamedLine) -> None:
        """Put the values that *line* names into *draft*."""
        for one in line.values:
            text = value_of(one.text)
            if one.key in _LISTS:
                draft.setdefault(one.key, []).append(text.piece())
            else:
                draft.setdefault(one.key, text.piece())

    def plain(self, line: Line) -> None:
        """Read a line that names nothing: prose, or an assignment that a person added."""
        text = numbered(line) if line.number else passage(line)
        mark = read_mark(text.text)
        words = text.cut(mark.end) if mark and mark.is_dash else text
        task = self.frames[-1].draft if self.frames[-1].body is None else None
        if task is not None and (read := read_assignments(words, self.context.keywords)):
            before, assignments = read
            if not before.text:
                for one in assignments:
                    self.assign(task, one)
                return
        if self._after is not None:
            add_prose(self._after, text)
        elif task is not None:
            add_prose(task.setdefault("noi_dung", []), text)
        else:
            self._targets.clear()
            add_prose(self._section_body().place("doan"), text)

    def assign(self, task: Draft, one: Assignment) -> None:
        """Put a value that stands behind a label into *task*."""
        self.context.leave(one.label, LABEL)
        if not one.value.text:
            return
        if one.kind in _LISTS:
            names = split_units(one.value.text) or [one.value.text]
            task.setdefault(one.kind, []).extend(one.value.reworded(name) for name in names)
        elif old := task.get(one.kind):
            origins = (*old.origins, *one.value.origins)
            task[one.kind] = replace(old, text=f"{old.text}; {one.value.text}", origins=origins)
        else:
            task[one.kind] = one.value.piece()

    def _assigned(self, line: NamedLine) -> None:
        """Read ``Chủ trì: …`` whose values are named."""
        task = self.frames[-1].draft if self.frames[-1].body is None else None
        label = line.prefix.without(": ")
        mark = read_mark(label.text)
        label = label.cut(mark.end) if mark else label
        kind = label_kind(label.text, self.context.keywords)
        if task is None or not kind or not line.take_labels(self.context, ()):
            self.plain(Line(line.whole.text, line.whole.origins[0]))
            return
        self.context.leave(label, LABEL)
        for key, text in ((line.key, line.text), *((one.key, one.text) for one in line.values)):
            value = value_of(text)
            if key in _LISTS:
                task.setdefault(key, []).append(value.piece())
            else:
                task[key] = value.piece()

    def _basis(self, line: NamedLine) -> None:
        text, mark = line.text, line.mark
        lead = line.prefix.cut(mark.end) if mark and mark.is_dash else line.prefix
        if line.between and any(one.text.strip(" .;,/") for one in line.between):
            text = line.whole
        elif lead.text:
            text = joined([lead, line.text])
        mark = read_mark(text.text)
        basis = read_basis(text.cut(mark.end) if mark and mark.is_dash else text, self.context)
        if len(self.frames) == 1 and not self.top:
            self.bases.append(basis)
        else:
            self._section_body().place("can_cu").append(basis)

    def _added(self, line: NamedLine) -> None:
        """Keep words that stand behind a name as prose."""
        for text in line.between:
            if text.text.strip(" .;,:/"):
                frame = self.frames[-1]
                place = (
                    frame.draft.setdefault("noi_dung", [])
                    if frame.body is None
                    else frame.body.place("doan")
                )
                place.append(text.piece(Sureness.CHECK, _ADDED))

    def _open(self, level: int) -> None:
        self._targets.clear()
        self._after = None
        while self.frames[-1].level >= level:
            self.frames.pop()

    def _close_task(self) -> None:
        while self.frames[-1].body is None:
            self.frames.pop()

    def _section_body(self) -> Body:
        self._close_task()
        body = self.frames[-1].body
        assert body is not None  # noqa: S101  (the first frame is a section)
        return body

    def _due(self) -> Piece | None:
        return next((frame.due for frame in reversed(self.frames) if frame.due), None)
