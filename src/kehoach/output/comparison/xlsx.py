"""Comparisons as a workbook: a sheet of sums, one of provinces, one of items, one matrix.

Rows are written as they come, so that thousands of plans need no more memory than their matrix.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from kehoach.compare.verdict import Verdict
from kehoach.compare.wording import ACCEPTED, COUNTED
from kehoach.output.comparison.book import Book, make_book
from kehoach.output.comparison.rows import Row, Rows, Side

_SUMMARY, _BY_PROVINCE, _LIST, _MATRIX = _SHEETS = ("Tổng hợp", "Theo tỉnh", "Mục", "Bảng")
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


def comparison_xlsx(many: Iterable[Rows]) -> bytes:
    """Return the workbook on *many* plans; texts are texts, never formulas or links."""
    return make_book(_SHEETS, _COLOURS, lambda book: _Comparison(book).write(many))


class _Comparison:
    """The sheets of a comparison and what is gathered for those that are written last."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._matrix: list[tuple[Rows, dict[str, str]]] = []
        self._items: dict[tuple[str, str], Side] = {}
        self._provinces: dict[str, Counter[Verdict]] = {}
        self._accepted: Counter[str] = Counter()
        self._communes: dict[str, set[str]] = {}

    def write(self, many: Iterable[Rows]) -> None:
        """Write all sheets."""
        self._book.start(_SUMMARY, (*_PLANS, *_SUMS), 1)
        self._book.start(_LIST, _ITEMS, 4)
        for rows in many:
            self._plan(rows)
            for row in rows.rows:
                self._item(rows, row)
        self._book.finish(_SUMMARY)
        self._book.finish(_LIST, (_VERDICT_COLUMN, _VERDICT_COLUMN))
        self._write_provinces()
        self._write_matrix()

    def _plan(self, rows: Rows) -> None:
        counts, accepted = rows.counts(), rows.accepted()
        texts = rows.commune, rows.province, rows.plan, rows.document
        total = sum(counts.values()) + accepted
        self._book.add(_SUMMARY, (*texts, total, *(counts[v] for v in _SUMMED), accepted))
        self._provinces.setdefault(rows.province, Counter()).update(counts)
        self._accepted[rows.province] += accepted
        self._communes.setdefault(rows.province, set()).add(rows.plan)
        self._matrix.append((replace(rows, rows=()), {}))

    def _item(self, rows: Rows, row: Row) -> None:
        above = row.above
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
        self._book.add(_LIST, texts)
        if above:
            self._items.setdefault((rows.framework, row.code), above)
            optional = row.verdict is Verdict.MISSING and not row.binds
            self._matrix[-1][1][row.code] = _OPTIONAL if optional else row.result

    def _write_provinces(self) -> None:
        self._book.start(_BY_PROVINCE, (("Tỉnh, thành phố", 26), ("Số xã", 10), *_SUMS), 1)
        for province, counts in sorted(self._provinces.items()):
            numbers = (counts[verdict] for verdict in _SUMMED)
            communes = len(self._communes[province])
            self._book.add(_BY_PROVINCE, (province, communes, *numbers, self._accepted[province]))
        self._book.finish(_BY_PROVINCE)

    def _write_matrix(self) -> None:
        """Write a line a plan and a column an item, in the order of the frameworks' files."""
        items = sorted(self._items, key=lambda one: (one[0], self._items[one].line))
        named = (("Xã, phường, đặc khu", 24), ("Tỉnh, thành phố", 20))
        first = len(named)
        columns = (*named, *((code, 9) for _, code in items))
        self._book.start(_MATRIX, columns, first, turned=first)
        for rows, cells in self._matrix:
            texts = (
                cells.get(code, "") if framework == rows.framework else ""
                for framework, code in items
            )
            self._book.add(_MATRIX, (rows.commune, rows.province, *texts), centred=first)
        self._book.finish(_MATRIX, (first, len(columns) - 1))
