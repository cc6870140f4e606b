"""The report of a province over many plans as a workbook: a sheet for each way of looking at it."""

from collections.abc import Iterable, Iterator

from kehoach.output.status_report.sheets import Cell, Sheet, write_workbook
from kehoach.progress.entry import Stage
from kehoach.progress.timing import Timeliness
from kehoach.reporting.report import Share
from kehoach.reporting.rollup import LateItem, Rollup, Standing
from kehoach.reporting.scoring import Scoring

_PLACE = ("Nơi thực hiện", 34)
_NUMBER = ("TT", 6)
_STAGES = tuple((stage.capitalize(), 12) for stage in Stage)
_TIMES = tuple((time.capitalize(), 12) for time in Timeliness)
_TOTALS = (("Tổng số", 50), ("Số mục", 12))
_UNIT = (
    _NUMBER,
    _PLACE,
    ("Đơn vị chủ trì", 44),
    ("Số mục", 9),
    ("Hoàn thành", 12),
    ("Nguy cơ, chưa xong", 12),
    ("Chậm, chưa xong", 12),
    ("Đúng hạn", 10),
)
_PLAN = (
    _NUMBER,
    _PLACE,
    ("Tệp", 34),
    ("Số mục", 9),
    *_STAGES,
    *_TIMES,
    ("Không có ngày để xét", 12),
    ("Chậm, chưa xong", 12),
    ("Hoàn thành trong kỳ", 12),
    ("Ghi trong kỳ", 10),
    ("Đúng hạn", 10),
)
_LATE = (
    _NUMBER,
    _PLACE,
    ("Mã", 20),
    ("Nhiệm vụ, chỉ tiêu", 46),
    ("Đơn vị chủ trì", 26),
    ("Hạn", 12),
    ("Số ngày chậm", 9),
    ("Lý do xếp chậm", 24),
    ("Nguyên nhân", 30),
    ("Trách nhiệm", 24),
    ("Biện pháp", 30),
    ("Dự kiến xong", 12),
)
_POINTS = ("Điểm", 8)
_SILENT = (_NUMBER, _PLACE, ("Tệp", 60))
_NOTHING = "chưa có số liệu"
_UNJUDGED = "không xét"


def rollup_xlsx(rollup: Rollup, scoring: Scoring | None) -> bytes:
    """Return the workbook of *rollup*; with *scoring*, plans and units have their points.

    Counts are numbers and days are days, to be sorted and added up.
    """
    named = rollup.named()
    more = (_POINTS,) if scoring else ()
    title = f"Tổng hợp {len(named)} kế hoạch, {rollup.window.title}, đến hết ngày "
    title += f"{rollup.window.last:%d/%m/%Y}"
    plans = (_plan(name, one, scoring) for name, one in named)
    units = (_unit(name, unit, scoring) for name, one in named for unit in one.units)
    late = (_late(name, item) for name, one in named for item in one.late)
    silent = ((name, one.file) for name, one in named if one.is_silent)
    return write_workbook(
        title,
        (
            Sheet("Chung", _TOTALS, _totals(rollup)),
            Sheet("Từng nơi", (*_PLAN, *more), _numbered(plans), 2),
            Sheet("Đơn vị chủ trì", (*_UNIT, *more), _numbered(units), 3),
            Sheet("Việc chậm", _LATE, _numbered(late), 4),
            Sheet("Chưa cập nhật", _SILENT, _numbered(silent), 2),
        ),
    )


def _numbered(rows: Iterable[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
    return ((number, *row) for number, row in enumerate(rows, 1))


def _totals(rollup: Rollup) -> Iterator[tuple[Cell, ...]]:
    tally = rollup.tally
    yield "Nhiệm vụ, chỉ tiêu", tally.total
    for stage in Stage:
        yield stage.capitalize(), tally.stages[stage]
    for time in Timeliness:
        yield time.capitalize(), tally.times[time]
    yield "Không có ngày để xét", tally.times[None]
    yield "Tỷ lệ đúng hạn của các kế hoạch có ghi tiến độ", _share(rollup.on_time)
    yield "Kế hoạch", len(rollup.standings)
    yield "Kế hoạch không có mục mới trong kỳ", sum(one.is_silent for one in rollup.standings)


def _plan(name: str, one: Standing, scoring: Scoring | None) -> tuple[Cell, ...]:
    tally = one.share.tally
    return (
        name,
        one.file,
        tally.total,
        *(tally.stages[stage] for stage in Stage),
        *(tally.times[time] for time in Timeliness),
        tally.times[None],
        one.share.late,
        one.done,
        "" if one.is_silent else "có",
        *_judged(one.share, scoring),
    )


def _unit(name: str, unit: Share, scoring: Scoring | None) -> tuple[Cell, ...]:
    counted = (unit.tally.total, unit.done, unit.risky, unit.late)
    return (name, unit.name, *counted, *_judged(unit, scoring))


def _late(name: str, item: LateItem) -> tuple[Cell, ...]:
    return (
        name,
        item.code,
        item.title,
        "; ".join(item.units),
        item.due or "",
        item.delay,
        "; ".join(item.reasons),
        item.cause or _NOTHING,
        item.responsible or _NOTHING,
        item.remedy or _NOTHING,
        item.forecast or _NOTHING,
    )


def _judged(one: Share, scoring: Scoring | None) -> Iterator[Cell]:
    percent = one.tally.on_time_percent
    yield _share(percent)
    if scoring is not None:
        points = scoring.points(percent)
        yield "" if points is None else points


def _share(percent: float | None) -> Cell:
    return _UNJUDGED if percent is None else percent / 100
