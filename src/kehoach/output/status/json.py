"""An object for other programs; its schema is ``kehoach schema tinh-hinh``."""

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

from kehoach.language.quantity import Quantity
from kehoach.progress.board import Board, Row
from kehoach.progress.entry import TASK, Stage
from kehoach.progress.status import ItemStatus, Tally
from kehoach.progress.timing import Timeliness
from kehoach.progress.vocabularies import Vocabulary


def write(board: Board, width: int) -> Iterator[str]:
    """Yield the object; items and units only where the board is of one plan."""
    del width
    value: dict[str, Any] = {
        "as_of": board.day.isoformat(),
        "within_days": board.within,
        "total": {**_tally(board.tally), "on_time_percent": _percent(board.on_time_percent)},
        "plans": [_row(row) for row in board.rows],
    }
    if board.plan is not None:
        value["units"] = [
            {"unit": unit, **_tally(tally)} for unit, tally in board.plan.by_unit_tally()
        ]
        value["items"] = [_item(one, board.words, board.day) for one in board.plan.items]
        value["unknown_entries"] = [
            {"date": entry.date.isoformat(), "kind": _kind(entry.kind), "code": entry.code}
            for entry in board.plan.unknown
        ]
    yield json.dumps(value, ensure_ascii=False, indent=2)


def _row(row: Row) -> dict[str, Any]:
    return {
        "file": row.file,
        "commune": row.commune,
        "province": row.province,
        **_tally(row.tally),
        "late_open": row.late,
        "due_soon": row.due_soon,
        "must_report": row.must_report,
        "last_entry": _day(row.last),
    }


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "count": tally.total,
        "stages": {stage.name.lower(): tally.stages[stage] for stage in Stage},
        "times": {
            **{time.name.lower(): tally.times[time] for time in Timeliness},
            "not_judged": tally.times[None],
        },
        "on_time_percent": _percent(tally.on_time_percent),
    }


def _percent(percent: float | None) -> float | None:
    return None if percent is None else round(percent, 1)


def _item(one: ItemStatus, words: Vocabulary | None, day: dt.date) -> dict[str, Any]:
    timing, item = one.timing, one.item
    figures = one.measure.figures if one.measure else ()
    share = one.measure.share if one.measure else None
    value = {
        "kind": _kind(item.kind),
        "code": item.code,
        "title": item.title,
        "group": item.group,
        "units": list(item.units),
        "deadline": item.written_deadline,
        "stage": one.stage.name.lower(),
        "time": timing.timeliness.name.lower() if timing.timeliness else None,
        "basis": timing.basis.name.lower(),
        "due": _day(timing.due),
        "period": timing.period,
        "missed_periods": list(timing.missed),
        "delay_days": timing.delay,
        "reasons": list(timing.reasons),
        "completed": _day(one.completed),
        "forecast": _day(one.forecast),
        "lacking": list(one.lacking),
        "must_report": one.must_report,
        "unreported": list(one.unreported),
        "goal": str(item.goal) if item.goal else None,
        "figures": [
            {"date": figure.date.isoformat(), "value": _number(figure.quantity)}
            for figure in figures
        ],
        "share_of_way": None if share is None else round(float(share), 4),
        "result": one.last("result"),
        "evidence": list(one.evidence),
        "entries": len(one.entries),
    }
    if words is not None:
        value["word"] = words.word_for(one, day)
    return value


def _kind(kind: str) -> str:
    return "task" if kind == TASK else "target"


def _number(quantity: Quantity) -> float:
    return float(quantity.value)


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
