"""For people: what is late, what is due soon, units, targets with a bar; or a table of plans."""

import textwrap
from collections.abc import Iterable, Iterator
from decimal import Decimal

from kehoach.language.day import show_day
from kehoach.language.quantity import Quantity
from kehoach.progress.board import Board, Row
from kehoach.progress.entry import Stage
from kehoach.progress.status import ItemStatus, PlanStatus, Tally
from kehoach.progress.timing import Basis, Timeliness

_NARROWEST, _WIDEST = 50, 160
_BAR, _SHORTEST_BAR = 24, 8
_AROUND_BAR = 44  # the start, the latest figure and its day, and blanks
_NO_FIGURE = "chưa có số liệu"


def write(board: Board, width: int) -> Iterator[str]:
    """Yield the lines, none of them wider than *width* where words can be broken."""
    width = min(_WIDEST, max(_NARROWEST, width))
    if board.plan is None:
        yield from _write_many(board, width)
    else:
        yield from _write_one(board, board.plan, width)


def _write_one(board: Board, plan: PlanStatus, width: int) -> Iterator[str]:
    row = board.rows[0]
    yield f"{row.commune}, {row.province}: tính đến ngày {show_day(board.day)}"
    yield from _wrap(_counts(plan.tally), width, "")
    if row.last is None:
        yield "chưa có mục nào trong nhật ký tiến độ"
    late = plan.late()
    yield from _section("Chậm tiến độ", late, board, width, with_causes=True)
    risky = [one for one in plan.items if one.timeliness is Timeliness.AT_RISK]
    yield from _section("Có nguy cơ chậm", risky, board, width, with_causes=True)
    soon = [one for one in plan.due_within(board.within) if one not in risky]
    yield from _section(f"Đến hạn trong {board.within} ngày", soon, board, width)
    waiting = [one for one in plan.items if one.stage is Stage.AWAITING and one not in late]
    yield from _section("Chờ xác nhận", waiting, board, width)
    yield from _units(plan, width)
    yield from _targets(plan, width)
    yield from _not_judged(plan, width)
    if plan.unknown:
        codes = ", ".join(dict.fromkeys(entry.code for entry in plan.unknown))
        yield ""
        yield from _wrap(f"Mục của mã không có trong kế hoạch, không tính: {codes}", width, "  ")


def _counts(tally: Tally) -> str:
    stages = ", ".join(f"{tally.stages[s]} {s}" for s in Stage if tally.stages[s])
    times = ", ".join(f"{tally.times[t]} {t}" for t in Timeliness if tally.times[t])
    unjudged = f"{tally.times[None]} không có ngày để xét" if tally.times[None] else ""
    return f"{tally.total} mục: {stages}. Thời gian: {', '.join(filter(None, (times, unjudged)))}."


def _section(
    title: str, items: list[ItemStatus], board: Board, width: int, *, with_causes: bool = False
) -> Iterator[str]:
    if not items:
        return
    yield ""
    yield f"{title} ({len(items)})"
    for one in items:
        yield from _item(one, board, width)
        if with_causes:
            yield from _causes(one, width)


def _item(one: ItemStatus, board: Board, width: int) -> Iterator[str]:
    timing = one.timing
    said = [*timing.reasons]
    if timing.due and not said:
        left = (timing.due - board.day).days
        said.append(f"còn {left} ngày" if left >= 0 else "số liệu đạt trong hạn")
    if timing.due:
        said[0] += f" (hạn {show_day(timing.due)})"
    if one.lacking:
        said.append(f"thiếu {', '.join(one.lacking)}")
    if board.words is not None:
        said.append(f"[{board.words.word_for(one, board.day)}]")
    yield from _wrap(f"  {one.item.code}: {'; '.join([one.stage, *said])}", width, "      ")
    units = f" - {', '.join(one.item.units)}" if one.item.units else ""
    title = textwrap.shorten(one.item.title, width * 2, placeholder=" …")
    yield from _wrap(f"      {title}{units}", width, "      ")


def _causes(one: ItemStatus, width: int) -> Iterator[str]:
    fields = (("nguyên nhân", "cause"), ("trách nhiệm", "responsible"), ("khắc phục", "remedy"))
    said = [f"{word}: {text}" for word, field in fields if (text := one.last(field))]
    if one.forecast:
        said.append(f"dự kiến xong {show_day(one.forecast)}")
    if one.unreported:
        said.append(f"chưa ghi: {', '.join(one.unreported)}")
    if said:
        yield from _wrap(f"      {'; '.join(said)}", width, "      ")


def _units(plan: PlanStatus, width: int) -> Iterator[str]:
    units = list(plan.by_unit_tally())
    if not units:
        return
    yield ""
    yield "Theo đơn vị chủ trì"
    room = min(max(len(unit) for unit, _ in units), width - 42)
    yield f"  {'':<{room}}  {'mục':>4} {'xong':>5} {'nguy cơ':>8} {'chậm':>5}  đúng hạn"
    for unit, tally in units:
        done, late = tally.stages[Stage.COMPLETED], tally.times[Timeliness.LATE]
        risk = tally.times[Timeliness.AT_RISK]
        name = unit if len(unit) <= room else f"{unit[: room - 1]}…"
        yield (
            f"  {name:<{room}}  {tally.total:>4} {done:>5} {risk:>8} {late:>5}  "
            f"{_percent(tally):>8}"
        )


def _percent(tally: Tally) -> str:
    percent = tally.on_time_percent
    return "-" if percent is None else f"{percent:.0f}%"


def _targets(plan: PlanStatus, width: int) -> Iterator[str]:
    measured = [one for one in plan.items if one.measure]
    if not measured:
        return
    yield ""
    yield "Chỉ tiêu: từ mức đầu đến mức đạt"
    room = max(len(one.item.code) for one in measured)
    goal = max(len(str(one.item.goal)) for one in measured)
    left = width - room - goal - _AROUND_BAR
    bar = min(_BAR, left if left >= _SHORTEST_BAR else width - goal - _AROUND_BAR)
    for one in measured:
        if left >= _SHORTEST_BAR:
            yield f"  {one.item.code:<{room}}  {_bar(one, bar, goal)}"
        else:
            yield f"  {one.item.code}"
            yield f"    {_bar(one, bar, goal)}"


def _bar(one: ItemStatus, length: int, room: int) -> str:
    measure = one.measure
    now = measure.now if measure else None
    if measure is None or now is None:
        goal_words = str(measure.goal) if measure else ""
        return f"{'':>6} {'·' * length} {goal_words:<{room}} {_NO_FIGURE}"
    goal, share = measure.goal, measure.share
    begin = "" if measure.start is None else _short(measure.start, goal)
    filled = 0 if share is None else int(share * length)
    mark = " đạt" if measure.is_met else ""
    return (
        f"{begin:>6} {'█' * filled}{'░' * (length - filled)} {goal!s:<{room}} "
        f"nay {now.quantity}{mark} ({show_day(now.date)})"
    )


def _short(value: Decimal, goal: Quantity) -> str:
    return f"{value.normalize():f}".replace(".", ",") + ("%" if goal.unit.startswith("%") else "")


def _not_judged(plan: PlanStatus, width: int) -> Iterator[str]:
    """Name what nothing gives a day for: those are not guessed."""
    groups: dict[Basis, list[str]] = {}
    for one in plan.items:
        if one.timeliness is None:
            groups.setdefault(one.timing.basis, []).append(one.item.code)
    if not groups:
        return
    yield ""
    yield "Không có ngày để xét tiến độ"
    for basis, codes in groups.items():
        yield from _wrap(f"  {basis} ({len(codes)}): {', '.join(codes)}", width, "      ")


def _write_many(board: Board, width: int) -> Iterator[str]:
    yield f"{len(board.rows)} kế hoạch, tính đến ngày {show_day(board.day)}"
    yield from _wrap(_counts(board.tally), width, "")
    empty = sum(row.last is None for row in board.rows)
    if empty:
        yield f"{empty} kế hoạch chưa có mục nào trong nhật ký tiến độ"
    yield ""
    named = [(row, _name(row, board.rows)) for row in board.rows]
    room = min(max((len(name) for _, name in named), default=4), max(16, width - 62))
    yield (
        f"{'xã':<{room}}  {'mục':>4} {'xong':>5} {'nguy cơ':>8} {'chậm':>5} {'đến hạn':>8}"
        f"  {'đúng hạn':>8}  mục gần nhất"
    )
    for row, name in sorted(named, key=lambda one: (-one[0].late, one[1])):
        tally = row.tally
        short = name if len(name) <= room else f"{name[: room - 1]}…"
        yield (
            f"{short:<{room}}  {tally.total:>4} {tally.stages[Stage.COMPLETED]:>5} "
            f"{tally.times[Timeliness.AT_RISK]:>8} {row.late:>5} {row.due_soon:>8}"
            f"  {_percent(tally):>8}  {show_day(row.last) if row.last else 'chưa có'}"
        )


def _name(row: Row, rows: Iterable[Row]) -> str:
    same = sum(other.commune == row.commune for other in rows)
    return row.commune if same == 1 else f"{row.commune} ({row.file})"


def _wrap(text: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(
        text.lstrip(),
        width,
        initial_indent=text[: len(text) - len(text.lstrip())],
        subsequent_indent=indent,
        break_on_hyphens=False,
        break_long_words=False,
    )
