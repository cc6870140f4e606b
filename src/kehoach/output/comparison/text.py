"""Comparisons for people: what asks for less first, then what is late, missing, unclear."""

from collections.abc import Iterator

from kehoach.compare.marking import Mark
from kehoach.compare.sheet import BASIS, ITEMS, Row, Sheet, Side
from kehoach.compare.verdict import Verdict
from kehoach.compare.wording import ACCEPTED, COUNTED, acceptance, paired, say_counts, title


def format_comparison(sheet: Sheet) -> Iterator[str]:
    """Yield the lines on one plan: a heading, a block for each verdict, one summary."""
    yield f"{sheet.below.title} so với {sheet.above.title}"
    items = [row for row in sheet.rows if row.kind in ITEMS]
    for verdict in COUNTED:
        rows = [row for row in items if row.verdict is verdict and not row.accepted]
        heading = title(verdict, sheet.above.called, of_commune=sheet.below.of_commune)
        yield from _block(
            heading, [line for row in rows for line in _lines(row, sheet.other)], len(rows)
        )
    accepted = [row for row in items if row.accepted]
    yield from _block(
        ACCEPTED.capitalize(),
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
    said = say_counts(sheet.counts(), sheet.accepted(), binding=sheet.binding)
    return f"{sheet.below.code}: {said}"


def _block(heading: str, lines: list[str], count: int) -> Iterator[str]:
    if lines:
        yield ""
        yield f"{heading} ({count})"
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
        how = paired(sure=row.sure, likeness=row.likeness)
        places = " và ".join(_at(side) for side in row.below)
        yield f"      {how}; đúng thì thêm vào {places}:"
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
    if mark.accepted:
        yield f"        {acceptance(mark.accepted)}"


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
