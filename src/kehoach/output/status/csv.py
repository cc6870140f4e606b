"""A table for Excel: the items of one plan, or a row for each of many plans."""

import csv
import datetime as dt
import io
from collections.abc import Iterator

from kehoach.language.day import show_day
from kehoach.progress.board import Board, Row
from kehoach.progress.entry import TASK, Stage
from kehoach.progress.status import ItemStatus
from kehoach.progress.timing import Timeliness
from kehoach.progress.vocabularies import Vocabulary

_ITEM = (
    "loại",
    "mã",
    "nội dung",
    "đơn vị chủ trì",
    "thời hạn",
    "giai đoạn",
    "thời gian",
    "hạn",
    "kỳ",
    "số ngày chậm",
    "lý do",
    "mức đạt",
    "số liệu",
    "ngày số liệu",
    "kết quả",
    "minh chứng",
    "nguyên nhân",
    "trách nhiệm",
    "khắc phục",
    "dự kiến xong",
)
_PLAN = ("tệp", "xã", "tỉnh", "số mục")
_PLAN_END = ("không xét", "chậm, chưa xong", "sắp đến hạn", "phải báo cáo cấp trên", "mục gần nhất")


def write(board: Board, width: int) -> Iterator[str]:
    """Yield the heading, then the rows; Excel opens it as UTF-8 by the mark at its beginning."""
    del width
    if board.plan is not None:
        words = (board.words.name,) if board.words else ()
        yield "\ufeff" + _line(*_ITEM, *words)
        for one in board.plan.items:
            yield _line(*_cells(one, board.words, board.day))
        return
    yield "\ufeff" + _line(*_PLAN, *Stage, *Timeliness, *_PLAN_END, "tỷ lệ đúng hạn (%)")
    for row in board.rows:
        yield _line(*_row(row))


def _cells(one: ItemStatus, words: Vocabulary | None, day: dt.date) -> Iterator[str]:
    item, timing = one.item, one.timing
    now = one.measure.now if one.measure else None
    yield "nhiệm vụ" if item.kind == TASK else "chỉ tiêu"
    yield from (item.code, item.title, "; ".join(item.units), item.written_deadline, one.stage)
    yield timing.timeliness or timing.basis
    yield from (show_day(timing.due), timing.period, str(timing.delay or ""))
    yield "; ".join(timing.reasons)
    yield from (
        item.written_goal,
        str(now.quantity) if now else "",
        show_day(now.date if now else None),
    )
    yield from (one.last("result"), "; ".join(one.evidence))
    yield from (one.last("cause"), one.last("responsible"), one.last("remedy"))
    yield show_day(one.forecast)
    if words is not None:
        yield words.word_for(one, day)


def _row(row: Row) -> Iterator[str]:
    tally = row.tally
    percent = tally.on_time_percent
    yield from (row.file, row.commune, row.province, str(tally.total))
    yield from (str(tally.stages[stage]) for stage in Stage)
    yield from (str(tally.times[time]) for time in Timeliness)
    yield from map(str, (tally.times[None], row.late, row.due_soon, row.must_report))
    yield show_day(row.last)
    yield "" if percent is None else f"{percent:.1f}".replace(".", ",")


def _line(*cells: str) -> str:
    stream = io.StringIO()
    # What begins like a formula would be run by Excel.
    safe = (f"'{cell}" if cell[:1] in {"=", "+", "-", "@"} else cell for cell in cells)
    csv.writer(stream, delimiter=";", lineterminator="").writerow(safe)
    return stream.getvalue()
