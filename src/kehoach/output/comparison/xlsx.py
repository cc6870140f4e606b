"""Comparisons as a workbook: a sheet of sums, one of provinces, one of items, one matrix.

Rows are written as they come, so that thousands of plans need no more memory than their matrix.
"""

import datetime as dt
import io
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from kehoach.compare.verdict import Verdict
from kehoach.compare.wording import ACCEPTED, COUNTED
from kehoach.output.comparison.rows import Row, Rows, Side
from kehoach.output.plan_xlsx import shown

# xlsxwriter has no types.
Workbook = Any

# The same comparison gives the same bytes on any day.
_CREATED = dt.datetime(2025, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
_COLOURS = {
    COUNTED[Verdict.WEAKER]: "#FFC7C0",
    COUNTED[Verdict.LATER]: "#FFDDB3",
    COUNTED[Verdict.MISSING]: "#D9DDE2",
    COUNTED[Verdict.DOUBTFUL]: "#FFEB9C",
    COUNTED[Verdict.STRICTER]: "#BDDCFF",
    COUNTED[Verdict.EQUAL]: "#C6EFCE",
    ACCEPTED: "#E4D7F5",
    COUNTED[Verdict.EXTRA]: "#F2F2F2",
}
"""Colours of cells by what `Row.result` says."""
_TURNED_HEIGHT = 150  # points: room for a code that stands upright
_SUMMED = [verdict for verdict in COUNTED if verdict is not Verdict.EXTRA]
"""What an item that binds a commune can come to, unless it is accepted."""
_SUMS = (*((COUNTED[verdict], 10) for verdict in _SUMMED), (ACCEPTED, 12))
_OPTIONAL = "–"
"""What stands in the matrix where a plan lacks what the framework only encourages."""

_PLANS = (
    ("Xã, phường, đặc khu", 26),
    ("Tỉnh, thành phố", 22),
    ("Tệp kế hoạch", 22),
    ("So với", 42),
    ("Mục bắt buộc", 14),
)
_ITEMS = (
    ("Xã, phường, đặc khu", 24),
    ("Tỉnh, thành phố", 20),
    ("Loại", 10),
    ("Mã", 22),
    ("Nội dung", 48),
    ("Cấp xã", 12),
    ("Mức tin cậy", 12),
    ("Cấp trên nêu", 32),
    ("Kế hoạch nêu", 32),
    ("Kết quả", 13),
    ("Nhận xét", 36),
    ("Khác ở chỗ", 40),
    ("Chỗ trong văn bản cấp trên", 34),
    ("Chỗ trong kế hoạch", 34),
)
_VERDICT_COLUMN = 9
_LINE, _LEAST_LINES, _MOST_LINES = 15, 1, 25  # height of a line in points; lines of a row


def comparison_xlsx(many: Iterable[Rows]) -> bytes:
    """Return the workbook on *many* plans; texts are texts, never formulas or links."""
    import xlsxwriter  # type: ignore[import-untyped]  # noqa: PLC0415  no types; heavy

    data = io.BytesIO()
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    workbook = xlsxwriter.Workbook(data, options)
    workbook.set_properties({"title": "Kết quả so sánh kế hoạch", "created": _CREATED})
    _Book(workbook).write(many)
    workbook.close()
    return data.getvalue()


class _Book:
    """The sheets of a workbook and what is gathered for those that are written last."""

    def __init__(self, workbook: Workbook) -> None:
        frame = {"border": 1, "border_color": "#BFBFBF", "valign": "top"}
        self._head = workbook.add_format(
            {**frame, "bold": True, "text_wrap": True, "bg_color": "#DDEBF7"}
        )
        self._turned = workbook.add_format(
            {**frame, "bold": True, "rotation": 90, "valign": "bottom", "bg_color": "#DDEBF7"}
        )
        self._text = workbook.add_format({**frame, "text_wrap": True})
        self._centred = workbook.add_format({**frame, "align": "center"})
        self._colours = {
            result: workbook.add_format({"bg_color": colour}) for result, colour in _COLOURS.items()
        }
        self._pages = {
            name: workbook.add_worksheet(name) for name in ("Tổng hợp", "Theo tỉnh", "Mục", "Bảng")
        }
        self._matrix: list[tuple[Rows, dict[str, str]]] = []
        self._items: dict[tuple[str, str], Side] = {}
        self._provinces: dict[str, Counter[Verdict]] = {}
        self._accepted: Counter[str] = Counter()
        self._communes: dict[str, set[str]] = {}

    def write(self, many: Iterable[Rows]) -> None:
        """Write all sheets."""
        self._start("Tổng hợp", (*_PLANS, *_SUMS), 1)
        self._start("Mục", _ITEMS, 4)
        plans = items = 0
        for rows in many:
            plans += 1
            self._plan(plans, rows)
            for row in rows.rows:
                items += 1
                self._item(items, rows, row)
        self._finish("Tổng hợp", plans, len(_PLANS) + len(_SUMS))
        self._finish("Mục", items, len(_ITEMS))
        self._colour("Mục", items, _VERDICT_COLUMN, _VERDICT_COLUMN)
        self._write_provinces()
        self._write_matrix()

    def _plan(self, number: int, rows: Rows) -> None:
        counts = rows.counts()
        page = self._pages["Tổng hợp"]
        texts = rows.commune, rows.province, rows.plan, rows.document
        page.set_row(number, _height(texts, _PLANS))
        for i, text in enumerate(texts):
            page.write_string(number, i, shown(text), self._text)
        page.write_number(
            number, len(_PLANS) - 1, sum(counts.values()) + rows.accepted(), self._centred
        )
        for i, verdict in enumerate(_SUMMED, start=len(_PLANS)):
            page.write_number(number, i, counts[verdict], self._centred)
        page.write_number(number, len(_PLANS) + len(_SUMMED), rows.accepted(), self._centred)
        self._provinces.setdefault(rows.province, Counter()).update(counts)
        self._accepted[rows.province] += rows.accepted()
        self._communes.setdefault(rows.province, set()).add(rows.plan)
        self._matrix.append((replace(rows, rows=()), {}))

    def _item(self, number: int, rows: Rows, row: Row) -> None:
        above, page = row.above, self._pages["Mục"]
        texts = (
            rows.commune,
            rows.province,
            "chỉ tiêu" if row.target else "nhiệm vụ",
            row.code,
            row.text,
            row.binding,
            row.certainty,
            above.stated if above else "",
            "\n".join(side.stated or "không nêu" for side in row.below),
            row.result,
            row.word,
            "\n".join(row.notes),
            above.place if above else "",
            "\n".join(side.place for side in row.below),
        )
        page.set_row(number, _height(texts, _ITEMS))
        for i, text in enumerate(texts):
            page.write_string(number, i, shown(text), self._text)
        if above:
            self._items.setdefault((rows.framework, row.code), above)
            optional = row.verdict is Verdict.MISSING and not row.binds
            self._matrix[-1][1][row.code] = _OPTIONAL if optional else row.result

    def _write_provinces(self) -> None:
        columns = [
            ("Tỉnh, thành phố", 26),
            ("Số xã", 10),
            *_SUMS,
        ]
        self._start("Theo tỉnh", columns, 1)
        page = self._pages["Theo tỉnh"]
        for number, (province, counts) in enumerate(sorted(self._provinces.items()), start=1):
            page.write_string(number, 0, province, self._text)
            page.write_number(number, 1, len(self._communes[province]), self._centred)
            for i, verdict in enumerate(_SUMMED, start=2):
                page.write_number(number, i, counts[verdict], self._centred)
            page.write_number(number, 2 + len(_SUMMED), self._accepted[province], self._centred)
        self._finish("Theo tỉnh", len(self._provinces), len(columns))

    def _write_matrix(self) -> None:
        """Write a line a plan and a column an item, in the order of the frameworks' files."""
        items = sorted(self._items, key=lambda one: (one[0], self._items[one].line))
        columns = [
            ("Xã, phường, đặc khu", 24),
            ("Tỉnh, thành phố", 20),
            *((c, 9) for _, c in items),
        ]
        self._start("Bảng", columns, 2, turned=2)
        page = self._pages["Bảng"]
        for number, (rows, cells) in enumerate(self._matrix, start=1):
            page.write_string(number, 0, rows.commune, self._text)
            page.write_string(number, 1, rows.province, self._text)
            for i, (framework, code) in enumerate(items, start=2):
                text = cells.get(code, "") if framework == rows.framework else ""
                page.write_string(number, i, text, self._centred)
        self._finish("Bảng", len(self._matrix), len(columns))
        self._colour("Bảng", len(self._matrix), 2, len(columns) - 1)

    def _start(
        self, name: str, columns: Iterable[tuple[str, int]], frozen: int, turned: int = 1000
    ) -> None:
        page = self._pages[name]
        page.freeze_panes(1, frozen)
        columns = tuple(columns)
        if len(columns) > turned:
            page.set_row(0, _TURNED_HEIGHT)
        for i, (heading, width) in enumerate(columns):
            page.set_column(i, i, width)
            page.write_string(0, i, heading, self._turned if i >= turned else self._head)

    def _finish(self, name: str, rows: int, columns: int) -> None:
        page = self._pages[name]
        page.autofilter(0, 0, max(rows, 1), columns - 1)
        page.set_landscape()
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)

    def _colour(self, name: str, rows: int, first: int, last: int) -> None:
        for word, colour in self._colours.items():
            rule = {
                "type": "cell",
                "criteria": "==",
                "value": f'"{word}"',
                "format": colour,
            }
            self._pages[name].conditional_format(1, first, max(rows, 1), last, rule)


def _height(texts: Iterable[str], columns: Iterable[tuple[str, int]]) -> float:
    """Return the height of a row in points: not every program fits rows to wrapped texts."""
    needed = (
        sum(1 + len(line) // (width - 1) for line in text.split("\n"))
        for text, (_, width) in zip(texts, columns, strict=False)
    )
    return _LINE * min(max(_LEAST_LINES, *needed), _MOST_LINES)
