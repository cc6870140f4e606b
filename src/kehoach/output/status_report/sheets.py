"""Sheets of a workbook to read, to filter and to print: the same rows give the same bytes."""

import datetime as dt
import io
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from typing import Any

from kehoach.output.plan_xlsx import shown

# The same rows give the same bytes on any day.
_CREATED = dt.datetime(2025, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
_A3, _A4 = 8, 9
_WIDE = 160
"""Characters in a row from which on a sheet of A4 is too small."""
_LINE_HEIGHT, _TALLEST_ROW = 15, 409  # points
_HEAD = 2
_LETTER = 1.0
"""Widths of a digit, by which columns are measured, that a letter takes."""

Cell = str | int | Decimal | float | dt.date
"""A text, a number, a share (a float: 1.0 is 100%), or a day."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: headings with the widths of their columns in characters, and rows of cells.

    ``frozen`` are the columns that stay in view.
    """

    name: str
    columns: tuple[tuple[str, int], ...]
    rows: Iterable[tuple[Cell, ...]]
    frozen: int = 0


def write_workbook(title: str, sheets: Iterable[Sheet]) -> bytes:
    """Return the workbook with *title* above each of *sheets*; a row at a time is in memory."""
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415  no types; heavy

    data = io.BytesIO()
    workbook = xlsxwriter.Workbook(data, {"constant_memory": True})
    workbook.set_properties({"title": title, "created": _CREATED})
    heading = workbook.add_format({"bold": True, "font_size": 13})
    formats = _formats(workbook)
    for sheet in sheets:
        page = workbook.add_worksheet(sheet.name)
        page.write_string(0, 0, title, heading)
        _write(page, sheet, formats)
        _lay_out(page, sheet)
    workbook.close()
    return data.getvalue()


def _formats(workbook: Any) -> dict[str, Any]:
    frame = {"border": 1, "text_wrap": True, "valign": "top"}
    return {
        "head": workbook.add_format(
            {**frame, "bold": True, "bg_color": "#D9D9D9", "align": "center", "valign": "vcenter"}
        ),
        "text": workbook.add_format({**frame, "num_format": "@"}),
        "number": workbook.add_format(frame),
        "share": workbook.add_format({**frame, "num_format": "0.0%"}),
        "day": workbook.add_format({**frame, "num_format": "dd/mm/yyyy"}),
    }


def _write(page: Any, sheet: Sheet, formats: dict[str, Any]) -> None:
    headings = tuple(heading for heading, _ in sheet.columns)
    page.set_row(_HEAD, _height(headings, sheet.columns))
    for at, heading in enumerate(headings):
        page.write_string(_HEAD, at, heading, formats["head"])
    last = _HEAD
    for last, row in enumerate(sheet.rows, _HEAD + 1):
        page.set_row(last, _height(row, sheet.columns))
        for at, cell in enumerate(row):
            match cell:
                case str():
                    page.write_string(last, at, shown(cell), formats["text"])
                case dt.date():
                    page.write_datetime(last, at, cell, formats["day"])
                case float():
                    page.write_number(last, at, cell, formats["share"])
                case _:
                    page.write_number(last, at, cell, formats["number"])
    page.autofilter(_HEAD, 0, max(last, _HEAD + 1), len(sheet.columns) - 1)


def _lay_out(page: Any, sheet: Sheet) -> None:
    for at, (_, width) in enumerate(sheet.columns):
        page.set_column(at, at, width)
    page.freeze_panes(_HEAD + 1, sheet.frozen)
    page.set_landscape()
    page.set_paper(_A3 if sum(width for _, width in sheet.columns) > _WIDE else _A4)
    page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    page.fit_to_pages(1, 0)
    page.repeat_rows(_HEAD)
    page.set_footer("&C&P/&N")


def _height(row: tuple[Cell, ...], columns: tuple[tuple[str, int], ...]) -> int:
    """Return a row's height in points: programs other than Excel do not fit it themselves."""
    texts = (
        (cell, width)
        for cell, (_, width) in zip(row, columns, strict=True)
        if isinstance(cell, str)
    )
    lines = max((_lines(text, width) for text, width in texts), default=1)
    return min(lines * _LINE_HEIGHT, _TALLEST_ROW)


def _lines(text: str, width: int) -> int:
    """Return in how many lines *text* stands in a column *width* letters wide."""
    lines, used = 1, 0
    for word in text.split():
        long = ceil(_LETTER * len(word))
        used += long + (1 if used else 0)
        if used > width:
            lines += (long - 1) // width + (1 if used > long else 0)
            used = (long - 1) % width + 1
    return lines
