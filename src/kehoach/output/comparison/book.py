"""A workbook of results: sheets with a heading that stays in view, a filter, coloured results."""

import datetime as dt
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from kehoach.output.plan_xlsx import shown

# xlsxwriter has no types.
Workbook = Any

Columns = Sequence[tuple[str, int]]
"""Headings and widths in characters."""

# The same comparison gives the same bytes on any day.
_CREATED = dt.datetime(2025, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
_A4 = 9
_TURNED_HEIGHT = 150  # points: room for a code that stands upright
_LINE, _MOST_LINES = 15, 25  # height of a line in points; lines of a row


def make_book(
    sheets: Sequence[str], colours: Mapping[str, str], write: Callable[["Book"], None]
) -> bytes:
    """Return the workbook that *write* fills; texts are texts, never formulas or links.

    *sheets* are its sheets in order, *colours* those of cells by their text.
    """
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415  no types; heavy

    data = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    workbook = xlsxwriter.Workbook(data, options)
    workbook.set_properties({"title": "Kết quả so sánh kế hoạch", "created": _CREATED})
    write(Book(workbook, sheets, colours))
    workbook.close()
    return data.getvalue()


class Book:
    """Sheets that are written row by row, so that thousands of plans need little memory."""

    def __init__(
        self, workbook: Workbook, sheets: Sequence[str], colours: Mapping[str, str]
    ) -> None:
        """Make the *sheets* of *workbook*."""
        frame = {"border": 1, "border_color": "#BFBFBF", "valign": "top"}
        head = {**frame, "bold": True, "bg_color": "#DDEBF7"}
        self._head = workbook.add_format({**head, "text_wrap": True})
        self._turned = workbook.add_format({**head, "rotation": 90, "valign": "bottom"})
        self._text = workbook.add_format({**frame, "text_wrap": True})
        self._centred = workbook.add_format({**frame, "align": "center"})
        self._colours = {
            result: workbook.add_format({"bg_color": colour}) for result, colour in colours.items()
        }
        self._pages = {name: workbook.add_worksheet(name) for name in sheets}
        self._columns: dict[str, Columns] = {}
        self._rows: dict[str, int] = {}

    def start(self, name: str, columns: Columns, frozen: int, turned: int | None = None) -> None:
        """Begin the sheet *name*; its first *frozen* columns stay in view.

        The headings from *turned* on stand upright.
        """
        page = self._pages[name]
        self._columns[name], self._rows[name] = columns, 0
        page.freeze_panes(1, frozen)
        if turned is not None and len(columns) > turned:
            page.set_row(0, _TURNED_HEIGHT)
        for i, (heading, width) in enumerate(columns):
            page.set_column(i, i, width)
            upright = turned is not None and i >= turned
            page.write_string(0, i, heading, self._turned if upright else self._head)

    def add(self, name: str, cells: Sequence[str | int], centred: int | None = None) -> None:
        """Add a row of texts and numbers; numbers, and texts from *centred* on, are centred."""
        page, columns = self._pages[name], self._columns[name]
        self._rows[name] += 1
        number = self._rows[name]
        page.set_row(number, _height(cells, columns))
        for i, cell in enumerate(cells):
            if isinstance(cell, int):
                page.write_number(number, i, cell, self._centred)
            else:
                centre = centred is not None and i >= centred
                page.write_string(number, i, shown(cell), self._centred if centre else self._text)

    def finish(self, name: str, coloured: tuple[int, int] | None = None) -> None:
        """End the sheet *name*; the cells from one column to another have colours by their text."""
        page, rows = self._pages[name], max(self._rows[name], 1)
        page.autofilter(0, 0, rows, len(self._columns[name]) - 1)
        page.set_landscape()
        page.set_paper(_A4)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        if coloured is None:
            return
        first, last = coloured
        for word, colour in self._colours.items():
            rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": colour}
            page.conditional_format(1, first, rows, last, rule)


def _height(cells: Iterable[str | int], columns: Columns) -> float:
    """Return the height of a row in points: not every program fits rows to wrapped texts."""
    needed = (
        sum(1 + len(line) // (width - 1) for line in cell.split("\n"))
        for cell, (_, width) in zip(cells, columns, strict=True)
        if isinstance(cell, str)
    )
    return _LINE * min(max(needed, default=1), _MOST_LINES)
