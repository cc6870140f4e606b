"""Changes between versions as a workbook: a sheet of sums, one of provinces, one of changes."""

from collections import Counter
from collections.abc import Iterable

from kehoach.compare.sheet import BASIS, SECTION
from kehoach.output.comparison.book import Book, Columns, make_book
from kehoach.output.comparison.minutes import KINDS, TITLES_OF_TWO, Change, Minutes, titles_of

_SUMMARY, _BY_PROVINCE, _LIST = _SHEETS = ("Tổng hợp", "Theo tỉnh", "Thay đổi")
_COLOURS = {
    "added": "#C6EFCE",
    "dropped": "#D9DDE2",
    "weaker": "#FFC7C0",
    "later": "#FFDDB3",
    "stricter": "#BDDCFF",
    "given": "#FFEB9C",
    "other": "#F2F2F2",
    SECTION: "#E4D7F5",
    BASIS: "#E4D7F5",
}
_PLANS = (
    ("Xã, phường, đặc khu", 26),
    ("Tỉnh, thành phố", 22),
    ("Bản này", 34),
    ("So với", 42),
)
_NAME_COLUMN = 2


def _columns(before: str, after: str) -> Columns:
    return (
        ("Xã, phường, đặc khu", 24),
        ("Tỉnh, thành phố", 20),
        ("Thay đổi", 16),
        ("Loại", 10),
        ("Mã", 22),
        ("Nội dung", 48),
        (f"{before} nêu", 34),
        (f"{after} nêu", 34),
        ("Khác ở chỗ", 48),
        (f"Chỗ ở {before.lower()}", 36),
        (f"Chỗ ở {after.lower()}", 36),
    )


def minutes_xlsx(many: Iterable[Minutes]) -> bytes:
    """Return the workbook on *many* minutes; texts are texts, never formulas or links."""
    known = tuple(many)
    titles = titles_of(known)
    colours = {titles[name]: colour for name, colour in _COLOURS.items() if name in titles}
    return make_book(_SHEETS, colours, lambda book: _write(book, known, titles))


def _write(book: Book, many: tuple[Minutes, ...], titles: dict[str, str]) -> None:
    sides = ("Bên kia", "Bên này") if titles is TITLES_OF_TWO else ("Bản trước", "Bản này")
    sums = tuple((title, 12) for title in titles.values())
    book.start(_SUMMARY, (*_PLANS, *sums), 1)
    book.start(_LIST, _columns(*sides), _NAME_COLUMN + 1)
    provinces: dict[str, Counter[str]] = {}
    plans = Counter[str]()
    for minutes in many:
        counts = minutes.counts()
        provinces.setdefault(minutes.province, Counter()).update(counts)
        plans[minutes.province] += 1
        texts = minutes.commune, minutes.province, minutes.new, minutes.old
        book.add(_SUMMARY, (*texts, *(counts[name] for name in titles)))
        for name, changes in minutes.changes.items():
            for change in changes:
                book.add(_LIST, _cells(minutes, titles[name], change))
    book.start(_BY_PROVINCE, (("Tỉnh, thành phố", 26), ("Số kế hoạch", 12), *sums), 1)
    for province, counts in sorted(provinces.items()):
        numbers = (counts[name] for name in titles)
        book.add(_BY_PROVINCE, (province, plans[province], *numbers))
    book.finish(_SUMMARY)
    book.finish(_LIST, (_NAME_COLUMN, _NAME_COLUMN))
    book.finish(_BY_PROVINCE)


def _cells(minutes: Minutes, title: str, change: Change) -> tuple[str, ...]:
    old, new = change.old, change.new
    return (
        minutes.commune,
        minutes.province,
        title,
        KINDS[change.kind],
        change.code,
        change.text,
        old.stated if old else "–",
        new.stated if new else "–",
        "\n".join(change.clauses),
        old.place if old else "",
        new.place if new else "",
    )
