"""What is wrong with the entries of a log, beside a plan: the same for new ones and for old.

A new entry is refused for what is an error here; ``kehoach validate`` says it of the whole log,
and what a merge or an edit by hand may have left besides.
"""

import datetime as dt
from collections.abc import Iterator
from difflib import get_close_matches

from kehoach.language.day import show_day
from kehoach.language.quantity import read_quantity
from kehoach.model.plan import Plan
from kehoach.progress.entry import TARGET, Entry, Stage, digest, is_untouched
from kehoach.progress.items import Item, Key, follow
from kehoach.progress.log import Log, in_order
from kehoach.progress.measures import is_possible, read_figure
from kehoach.progress.periods import named_period, rhythm
from kehoach.progress.stages import by_period, follow_course
from kehoach.progress.timing import Settings
from kehoach.source.place import Fault, Place

KINDS = {TARGET: "chỉ tiêu"}
_TASK_WORD = "nhiệm vụ"
_EARLIEST = dt.timedelta(days=366)
"""How long before its plan an item may have been begun."""


def check_log(log: Log, plan: Plan, settings: Settings | None = None) -> Iterator[Fault]:
    """Yield what is wrong with *log*, the log of *plan*, in the order of its lines."""
    items = {item.key: item for item in follow(plan)}
    settings = settings or Settings()
    faults: list[tuple[Entry, Fault]] = []
    faults += _merged(log)
    for entry in log.entries:
        faults += ((entry, fault) for fault in check_entry(entry, items, plan, settings))
    faults += _unproven(log, items, settings)
    for entry, fault in sorted(faults, key=lambda found: found[0].line):
        yield Fault(fault.code, fault.message, fault.help, fault.path, _place(log, entry))


def lost_entries(before: Log, now: Log) -> Iterator[Fault]:
    """Yield the entries that *before*, an older state of the log, has and *now* has not."""
    there = {entry.values for entry in now.entries}
    for entry in before.entries:
        if entry.values not in there:
            message = f"mục ngày {show_day(entry.date)} của “{entry.code}” không còn trong nhật ký"
            help_ = "khôi phục dòng đó; ghi sai thì thêm mục mới với --replaces"
            yield Fault("KH059", message, help_)


def check_entry(
    entry: Entry, items: dict[Key, Item], plan: Plan, settings: Settings
) -> Iterator[Fault]:
    """Yield what is wrong with *entry* on its own."""
    item = items.get((entry.kind, entry.code))
    if item is None:
        yield _unknown(entry, items)
        return
    yield from _check_days(entry, plan)
    yield from _check_figure(entry, item)
    if entry.period:
        recurs = rhythm(item.deadline, settings.constantly)
        if recurs is None or named_period(recurs, entry.period) is None:
            deadline = item.written_deadline or "không nêu"
            message = f"kỳ “{entry.period}” không hợp với thời hạn “{deadline}”"
            yield Fault("KH055", message, "viết kỳ như 2025-10, 2025-W41, 2025-Q4; hoặc bỏ “ky”")
    if entry.due and not entry.evidence:
        message = "“han” đặt hạn mới mà không có “minh_chung”"
        yield Fault("KH057", message, "ghi số ký hiệu văn bản đặt hạn")


def _unknown(entry: Entry, items: dict[Key, Item]) -> Fault:
    kind = KINDS.get(entry.kind, _TASK_WORD)
    message = f"kế hoạch không có {kind} “{entry.code}”"
    for other, code in items:
        if code == entry.code:
            what = KINDS.get(other, _TASK_WORD)
            return Fault("KH054", message, f"“{code}” là {what}; viết “{other}: {code}”")
    near = get_close_matches(entry.code, [code for kind, code in items if kind == entry.kind], 1)
    help_ = f"có phải “{near[0]}”?" if near else "xem các mã bằng kehoach progress KẾ_HOẠCH"
    return Fault("KH054", message, help_)


def _check_days(entry: Entry, plan: Plan) -> Iterator[Fault]:
    day = plan.document.date.first_day() if plan.document.date else None
    if day and entry.date < day - _EARLIEST:
        message = f"ngày {show_day(entry.date)} trước kế hoạch hơn một năm"
        yield Fault("KH055", message, "xem lại năm")
    # The day of recording is that of UTC, up to 14 hours behind any local one.
    if entry.recorded and entry.date > _recorded(entry) + dt.timedelta(days=1):
        message = f"ngày {show_day(entry.date)} sau ngày ghi {show_day(_recorded(entry))}"
        yield Fault("KH055", message, "nhật ký chỉ ghi điều đã có; việc sắp tới ghi ở “viec_tiep”")
    if entry.forecast and entry.forecast < entry.date:
        message = f"ngày dự kiến {show_day(entry.forecast)} trước ngày {show_day(entry.date)}"
        yield Fault("KH055", message, "dự kiến là ngày sẽ xong, không trước ngày của mục")


def _recorded(entry: Entry) -> dt.date:
    try:
        return dt.date.fromisoformat(entry.recorded[:10])
    except ValueError:  # a day that no calendar has
        return dt.date.max - dt.timedelta(days=1)


def _check_figure(entry: Entry, item: Item) -> Iterator[Fault]:
    if not entry.figure:
        return
    figure = read_figure(entry.figure, item.goal)
    if figure is None and item.goal is not None and read_quantity(entry.figure):
        message = f"“{entry.figure}” không so được với mức đạt “{item.written_goal}”"
        yield Fault("KH056", message, f"viết một con số theo đơn vị “{item.goal.unit or 'số'}”")
    elif figure is None:
        message = f"“{entry.figure}” không phải một con số"
        yield Fault("KH056", message, "viết số và đơn vị, ví dụ 65%, 12 nhóm")
    elif not is_possible(figure):
        yield Fault("KH056", f"tỷ lệ {entry.figure} lớn hơn 100%", "xem lại số liệu")


def _merged(log: Log) -> Iterator[tuple[Entry, Fault]]:
    first: dict[tuple[str, ...], Entry] = {}
    marks: dict[str, Entry] = {}
    for entry in log.entries:
        earlier = first.setdefault(entry.values, entry)
        if earlier is not entry:
            message = f"mục lặp lại mục ở dòng {earlier.line}"
            yield entry, Fault("KH052", message, "xóa một trong hai dòng; báo cáo chỉ tính một lần")
            continue
        if not is_untouched(entry):
            twin = marks.get(entry.mark)
            where = f", cùng dấu với dòng {twin.line}" if twin else ""
            message = f"mục đã bị sửa sau khi ghi (dấu đúng là {digest(entry)}{where})"
            help_ = "khôi phục dòng cũ; ghi sai thì thêm mục mới với --replaces"
            yield entry, Fault("KH053", message, help_)
        marks.setdefault(entry.mark, entry)
    known = {entry.mark for entry in log.entries}
    for entry in first.values():
        if entry.replaces and entry.replaces not in known:
            message = f"thay cho mục “{entry.replaces}” mà nhật ký không có"
            yield entry, Fault("KH054", message, "chép lại “dau” của mục cần thay")


def _unproven(
    log: Log, items: dict[Key, Item], settings: Settings
) -> Iterator[tuple[Entry, Fault]]:
    """Find items, or periods of them, last said to be complete without what that needs."""
    by_item: dict[Key, list[Entry]] = {}
    for entry in in_order(log.entries, dt.date.max):
        by_item.setdefault((entry.kind, entry.code), []).append(entry)
    for key, said in by_item.items():
        item = items.get(key)
        if item is None:
            continue
        yield from _unproven_of(item, said, settings)


def _unproven_of(
    item: Item, said: list[Entry], settings: Settings
) -> Iterator[tuple[Entry, Fault]]:
    recurs = rhythm(item.deadline, settings.constantly)
    for entries in by_period(said, recurs).values() if recurs else [said]:
        course = follow_course(entries, item.goal)
        if course.lacking:
            claim = next(e for e in reversed(entries) if e.stage is Stage.COMPLETED)
            lacking = ", ".join(course.lacking)
            message = f"ghi “hoàn thành” mà thiếu {lacking}; được tính là “chờ xác nhận”"
            yield claim, Fault("KH057", message, "thêm một mục có ket_qua, minh_chung, gia_tri")


def _place(log: Log, entry: Entry) -> Place:
    line = log.lines[entry.line - 1] if 0 < entry.line <= len(log.lines) else ""
    return Place(entry.line, 1, entry.line, len(line.rstrip()) + 1)
