"""Changes between two states of a plan, read like minutes."""

from collections.abc import Iterator

from kehoach.compare.sheet import BASIS, ITEMS, SECTION, TARGET, Row, Sheet, Side
from kehoach.compare.verdict import Verdict

_LEADS = "SS501"
_PARTS = {"SS005", "SS006"}
_WEIGHT = {"weaker": " (thấp hơn)", "stricter": " (cao hơn)", "later": " (lùi hạn)"}
_BLOCKS = {
    "added": "Bổ sung",
    "dropped": "Bỏ",
    "weaker": "Hạ yêu cầu",
    "later": "Lùi thời hạn",
    "stricter": "Nâng yêu cầu",
    "given": "Giao đơn vị khác",
    "other": "Sửa đổi khác",
    SECTION: "Đề mục",
    BASIS: "Căn cứ",
}


def format_versions(sheet: Sheet) -> Iterator[str]:
    """Yield the changes by what they mean, gravest first within what was changed, one summary."""
    yield f"{sheet.below.file} so với {sheet.above.file}"
    for title, rows in change_blocks(sheet):
        yield ""
        yield f"{title} ({len(rows)})"
        for row in rows:
            yield from _lines(row, sheet.other)
    yield ""
    yield summarize_changes(sheet)


def change_blocks(sheet: Sheet) -> Iterator[tuple[str, list[Row]]]:
    """Yield the changes under the headings of minutes, without those that have none."""
    blocks = _blocks(sheet)
    return ((title, blocks[name]) for name, title in _titles(sheet).items() if blocks[name])


def summarize_changes(sheet: Sheet) -> str:
    """Return the numbers of changes as a sentence without a full stop."""
    counts = {name: len(rows) for name, rows in _blocks(sheet).items()}
    if _of_two_communes(sheet):
        return ", ".join(f"{counts[name]} {title.lower()}" for name, title in _OF_TWO.items())
    return _summary(counts)


def _blocks(sheet: Sheet) -> dict[str, list[Row]]:
    blocks: dict[str, list[Row]] = {name: [] for name in _BLOCKS}
    for row in sheet.rows:
        blocks[_block(row)].append(row)
    return blocks


def _of_two_communes(sheet: Sheet) -> bool:
    """Tell whether two plans of one level are compared: neither added or dropped anything."""
    below, above = sheet.below, sheet.above
    return (below.commune, below.province) != (above.commune, above.province)


_OF_TWO = {
    "added": "Chỉ bên này có",
    "dropped": "Chỉ bên kia có",
    "weaker": "Thấp hơn",
    "later": "Muộn hơn",
    "stricter": "Cao hơn",
    "other": "Khác",
}


def _titles(sheet: Sheet) -> dict[str, str]:
    if not _of_two_communes(sheet):
        return _BLOCKS
    sides = {
        "added": f"Chỉ {sheet.below.commune} có",
        "dropped": f"Chỉ {sheet.above.commune} có",
    }
    return _OF_TWO | sides


def _summary(counts: dict[str, int]) -> str:
    if not any(counts.values()):
        return "không có chỉ tiêu, nhiệm vụ, đề mục, căn cứ nào thay đổi"
    changed = sum(counts[name] for name in ("weaker", "later", "stricter", "given", "other"))
    first = f"{counts['added']} bổ sung, {counts['dropped']} bỏ, {changed} sửa đổi"
    words = {
        "weaker": "hạ yêu cầu",
        "later": "lùi thời hạn",
        "stricter": "nâng yêu cầu",
        "given": "giao đơn vị khác",
    }
    said = ", ".join(f"{counts[name]} {word}" for name, word in words.items() if counts[name])
    rest = [f"{counts[n]} {w}" for n, w in ((SECTION, "đề mục"), (BASIS, "căn cứ")) if counts[n]]
    return ", ".join([f"{first} ({said})" if said else first, *rest])


def _block(row: Row) -> str:
    if row.kind not in ITEMS:
        return row.kind
    if row.above is None or not row.below:
        return "dropped" if row.above else "added"
    if row.verdict in {Verdict.WEAKER, Verdict.LATER}:
        return row.verdict.value
    if any(mark.difference.kind.code == _LEADS for mark in row.marks):
        return "given"
    return "stricter" if row.verdict is Verdict.STRICTER else "other"


def _lines(row: Row, other: str) -> Iterator[str]:
    shown, said, clauses = change_words(row, other)
    if row.kind not in ITEMS:
        yield f"  {said}: {'; '.join(clauses)} {_at(shown)}"
        return
    kind = "chỉ tiêu" if row.kind == TARGET else "nhiệm vụ"
    yield f"  {kind} {row.item}: {said} {_at(shown)}"
    yield from (f"      - {clause}" for clause in clauses)


def change_words(row: Row, other: str) -> tuple[Side, str, list[str]]:
    """Return the side of *row* that is shown, what it says, and what was changed in clauses."""
    shown = row.below[0] if row.below else row.above
    if shown is None:
        raise AssertionError("a change has a side")
    if row.kind not in ITEMS:
        return shown, shown.text, [mark.difference.message(other) for mark in row.marks]
    whole = row.above is None or not row.below
    marks = [mark for mark in row.marks if not whole or mark.difference.kind.code in _PARTS]
    clauses = [
        mark.difference.message(other) + _WEIGHT.get(mark.difference.kind.direction.value, "")
        for mark in marks
    ]
    return shown, _stated(shown, row) if whole else shown.text, clauses


def _stated(side: Side, row: Row) -> str:
    given = side.figure if row.kind == TARGET else ", ".join(side.leads)
    given = f"chủ trì {given}" if given and row.kind != TARGET else given
    due = f"hạn {side.deadline}" if side.deadline else ""
    return "; ".join(filter(None, (side.text, given, due)))


def _at(side: Side) -> str:
    return f"[{side.file}:{side.place.line}]"
