"""Comparisons for people: what asks for less first, then what is late, missing, unclear."""

from collections import Counter
from collections.abc import Iterator

from kehoach.compare.marking import Mark
from kehoach.compare.sheet import BASIS, ITEMS, Row, Sheet, Side
from kehoach.compare.verdict import Verdict

COUNTED = {
    Verdict.WEAKER: "thấp hơn",
    Verdict.LATER: "muộn hơn",
    Verdict.MISSING: "thiếu",
    Verdict.DOUBTFUL: "chưa rõ",
    Verdict.STRICTER: "cao hơn",
    Verdict.EQUAL: "bằng",
    Verdict.EXTRA: "thêm",
}
"""Verdicts, gravest first, as a summary counts them."""


def format_comparison(sheet: Sheet) -> Iterator[str]:
    """Yield the lines on one plan: a heading, a block for each verdict, one summary."""
    yield f"{sheet.below.title} so với {sheet.above.title}"
    items = [row for row in sheet.rows if row.kind in ITEMS]
    for verdict, title in _titles(sheet.above.called).items():
        rows = [row for row in items if row.verdict is verdict and not row.accepted]
        yield from _block(
            title, [line for row in rows for line in _lines(row, sheet.other)], len(rows)
        )
    accepted = [row for row in items if row.accepted]
    yield from _block(
        "Đã chấp nhận",
        [line for row in accepted for line in _accepted(row, sheet.other)],
        len(accepted),
    )
    bases = [row for row in sheet.rows if row.kind == BASIS]
    yield from _block(
        "Văn bản kế hoạch chưa viện dẫn", [f"  {row.item}" for row in bases], len(bases)
    )
    yield ""
    yield summarize(sheet)


def summarize(sheet: Sheet) -> str:
    """Return one line: how many items that bind have which verdict."""
    binding = any(row.binding for row in sheet.rows)
    return summary_of(sheet.below.code, sheet.counts(), sheet.accepted(), binding=binding)


def summary_of(code: str, counts: Counter[Verdict], accepted: int, *, binding: bool) -> str:
    """Return `summarize` from its parts; *binding* tells whether only some items bind."""
    words = [f"{counts[verdict]} {word}" for verdict, word in COUNTED.items() if counts[verdict]]
    if accepted:
        words.append(f"{accepted} đã chấp nhận")
    total = sum(counts.values()) + accepted
    which = "mục bắt buộc với cấp xã" if binding else "mục"
    return f"{code}: {total} {which}: {', '.join(words) or 'không có'}"


def _titles(called: str) -> dict[Verdict, str]:
    grounds = "căn cứ của cấp tỉnh" if called.endswith("trung ương") else "căn cứ"
    return {
        Verdict.WEAKER: f"Thấp hơn {called}, cần {grounds}",
        Verdict.LATER: f"Hạn muộn hơn {called}, cần {grounds}",
        Verdict.MISSING: f"{called[0].upper()}{called[1:]} có, kế hoạch chưa nêu",
        Verdict.DOUBTFUL: "Chưa rõ, cần người xem",
        Verdict.STRICTER: f"Cao hơn {called}",
        Verdict.EQUAL: f"Bằng {called}",
        Verdict.EXTRA: f"Kế hoạch nêu thêm, {called} không đòi hỏi ở cấp xã",
    }


def _block(title: str, lines: list[str], count: int) -> Iterator[str]:
    if lines:
        yield ""
        yield f"{title} ({count})"
        yield from lines


def _lines(row: Row, other: str) -> Iterator[str]:
    shown = row.above or row.below[0]
    brief = row.verdict in {Verdict.EQUAL, Verdict.EXTRA, Verdict.MISSING}
    yield f"  {row.item}: {shown.text}"
    if row.verdict is Verdict.MISSING:
        yield f"      {_stated(shown, row)}{_sure(row)}{_at(shown)}"
    elif row.above and not brief:
        yield f"      {other + ':':<9} {_stated(shown, row)}{_sure(row)}{_at(shown)}"
    if row.link:
        how = "ghép theo lời văn" if row.sure else "có thể là mục dưới đây"
        places = " và ".join(_at(side) for side in row.below)
        yield f"      {how}, giống {row.likeness:.0f}%; đúng thì thêm vào {places}:"
        yield f"          khung: {row.link}"
    if row.other:
        yield f"      mục gần giống khác: {row.other.code}: {row.other.text} {_at(row.other)}"
    for below in () if brief else row.below:
        text = f"{below.text} " if row.link else ""
        yield f"      kế hoạch: {text}{_stated(below, row)}{_at(below)}"
    if row.verdict not in {Verdict.MISSING, Verdict.EXTRA}:
        yield from (line for mark in row.marks for line in _difference(mark, other))


def _difference(mark: Mark, other: str) -> Iterator[str]:
    yield f"      - {mark.difference.message(other)}"
    accepted = mark.accepted
    if accepted is None:
        return
    if accepted.suspect:
        was = accepted.acceptance.text or "nội dung khác"
        yield f"        đã chấp nhận “{was}”, nay nội dung đã đổi: xem lại rồi chấp nhận lại"
    else:
        yield f"        đã chấp nhận: {accepted.acceptance.reason}"


def _accepted(row: Row, other: str) -> Iterator[str]:
    shown = row.above or row.below[0]
    yield f"  {row.item}: {shown.text}"
    yield from (line for mark in row.marks for line in _difference(mark, other))


def _sure(row: Row) -> str:
    said = [row.binding, f"mức tin cậy: {row.certainty}" if row.certainty else ""]
    words = ", ".join(filter(None, said))
    return f"({words}) " if words else ""


def _stated(side: Side, row: Row) -> str:
    """Return figure, scope and deadline with a blank behind, or nothing where there are none."""
    parts = [side.deadline and f"hạn {side.deadline}"]
    if row.kind == "chi_tieu":
        parts = [side.figure or "không nêu mức đạt", side.scope, *parts]
    said = "; ".join(filter(None, parts))
    return f"{said} " if said else ""


def _at(side: Side) -> str:
    return f"[{side.file}:{side.place.line}]"
