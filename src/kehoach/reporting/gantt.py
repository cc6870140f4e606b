"""Dated items on a scale of months, quarters or years: what a chart of time is drawn from."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from kehoach.progress.entry import Stage
from kehoach.reporting.line import Line
from kehoach.reporting.report import Report

_MONTHS_OF_YEAR = 12
_MOST = 14
"""Columns that a landscape page has room for."""


class Mark(StrEnum):
    """What a cell of the chart says; the values are the keys of templates."""

    NOTHING = ""
    PAST = "da_qua"
    AHEAD = "con_lai"
    DUE = "han"
    DONE = "xong"
    OVERDUE = "qua_han"


@dataclass(frozen=True, slots=True)
class Bar:
    """An item and its marks, one for each column."""

    line: Line
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Gantt:
    """A chart: the names of its columns, which of them has the last day of the report, its bars."""

    columns: tuple[str, ...]
    today: int
    bars: tuple[Bar, ...]


def make_gantt(report: Report) -> Gantt | None:
    """Return the chart of all items with one due day; None where there is none.

    The scale is the finest of months, quarters and years with which all fits on a page.
    """
    dated = [line for line in report.lines if _is_dated(line)]
    if not dated:
        return None
    starts = [_start(line) for line in dated]
    first = min([report.window.last, *(start for start in starts if start)])
    last = max([report.window.last, *map(_due, dated)])
    size = next(
        size
        for size in (1, 3, _MONTHS_OF_YEAR, 10 * _MONTHS_OF_YEAR)
        if _column(last, size) - _column(first, size) < _MOST or size > _MONTHS_OF_YEAR
    )
    columns = range(_column(first, size), _column(last, size) + 1)
    today = _column(report.window.last, size)
    ordered = sorted(zip(dated, starts, strict=True), key=lambda pair: _due(pair[0]))
    bars = tuple(
        Bar(line, tuple(_mark(line, start or first, column, today, size) for column in columns))
        for line, start in ordered
    )
    return Gantt(tuple(_name(c, size) for c in columns), today - columns.start, bars)


def _is_dated(line: Line) -> bool:
    return line.now.timing.due is not None and not line.now.timing.period


def _due(line: Line) -> dt.date:
    assert line.now.timing.due is not None  # noqa: S101  asked for by _is_dated
    return line.now.timing.due


def _start(line: Line) -> dt.date | None:
    """Return the day of the plan, or of the first entry where the plan does not say."""
    entries = line.now.entries
    return line.item.start or (entries[0].date if entries else None)


def _column(day: dt.date, size: int) -> int:
    return (day.year * _MONTHS_OF_YEAR + day.month - 1) // size


def _mark(line: Line, start: dt.date, column: int, today: int, size: int) -> Mark:
    begin, due = _column(start, size), _column(_due(line), size)
    completed = line.now.completed
    done = line.now.stage is Stage.COMPLETED
    if done and completed is not None:
        end = _column(completed, size)
        if column == end:
            return Mark.DONE
        return Mark.PAST if begin <= column < end else Mark.NOTHING
    if line.now.is_late and due <= column <= today:
        return Mark.OVERDUE
    if column == due:
        return Mark.DUE
    if not begin <= column < due:
        return Mark.NOTHING
    return Mark.PAST if column <= today else Mark.AHEAD


def _name(column: int, size: int) -> str:
    year, index = divmod(column * size, _MONTHS_OF_YEAR)
    if size == 1:
        return f"{index + 1}/{year % 100:02}"
    return f"Q{index // 3 + 1}/{year % 100:02}" if size == 3 else str(year)  # noqa: PLR2004
