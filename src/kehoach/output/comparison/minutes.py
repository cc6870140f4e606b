"""Changes between two states of a plan, or two plans of one level, as minutes.

Every output draws them from these plain texts: under headings that say what the changes mean,
what was changed in clauses, both sides with their places.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kehoach.compare import sheet as laid_out
from kehoach.compare.difference import Direction
from kehoach.compare.sheet import BASIS, ITEMS, SECTION, TARGET, TASK, Named, Sheet
from kehoach.compare.verdict import Verdict
from kehoach.output.comparison.rows import Side, side_of

_LEADS = "SS501"
_PARTS = {"SS005", "SS006"}
_WEIGHT = {
    Direction.WEAKER: " (thấp hơn)",
    Direction.STRICTER: " (cao hơn)",
    Direction.LATER: " (lùi hạn)",
}
KINDS = {TARGET: "chỉ tiêu", TASK: "nhiệm vụ", SECTION: "đề mục", BASIS: "căn cứ"}
"""What a change is about, in words."""

TITLES = {
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
"""Headings of the changes of one plan, in the order of minutes, by what names them in outputs."""
TITLES_OF_TWO = {
    "added": "Chỉ bên này có",
    "dropped": "Chỉ bên kia có",
    "weaker": "Thấp hơn",
    "later": "Muộn hơn",
    "stricter": "Cao hơn",
    "other": "Khác",
}
"""Headings of the differences of two plans of one level: neither added or dropped anything."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change; ``old`` is None for what was added, ``new`` for what was dropped.

    ``kind`` is a key of `KINDS`, ``code`` empty for what is no item, ``text`` what is known of it.
    """

    kind: str
    code: str
    text: str
    clauses: tuple[str, ...]
    old: Side | None
    new: Side | None

    @property
    def shown(self) -> Side:
        """The new side, or the old one of what was dropped."""
        side = self.new or self.old
        if side is None:
            raise AssertionError("a change has a side")
        return side

    @property
    def said(self) -> str:
        """The text, and of what is new or gone all that it states."""
        if self.old and self.new:
            return self.text
        return "; ".join(filter(None, (self.text, self.shown.stated)))


@dataclass(frozen=True, slots=True)
class Minutes:
    """The changes of one plan by the names of `TITLES`, or `TITLES_OF_TWO` where it says so.

    ``title`` names the plan for people, ``called`` the other side in a sentence, ``old`` and
    ``new`` are the files of both sides.
    """

    plan: str
    title: str
    commune: str
    province: str
    called: str
    old: str
    new: str
    of_two: bool
    changes: Mapping[str, tuple[Change, ...]]

    @property
    def other(self) -> str:
        """What a heading says the plan is compared with."""
        return self.called if self.of_two else f"bản {self.old}"

    def blocks(self) -> Iterator[tuple[str, str, tuple[Change, ...]]]:
        """Yield name, heading and changes of what there is."""
        titles = titles_of([self])
        if self.of_two:
            titles = titles | {
                "added": f"Chỉ {self.commune} có",
                "dropped": f"Chỉ {self.called.removeprefix('kế hoạch của ')} có",
            }
        return ((n, title, self.changes[n]) for n, title in titles.items() if self.changes[n])

    def counts(self) -> Counter[str]:
        """Return the number of changes by name."""
        return Counter({name: len(found) for name, found in self.changes.items()})

    def summary(self) -> str:
        """Return the numbers of changes as a sentence without a full stop."""
        return say_changes(self.counts(), of_two=self.of_two)


def minutes_of(sheet: Sheet) -> Minutes:
    """Return the minutes of *sheet*, which compares two versions."""
    below, above = sheet.below, sheet.above
    changes: dict[str, list[Change]] = {name: [] for name in TITLES}
    for row in sheet.rows:
        changes[_name(row)].append(_change(row, sheet.other))
    return Minutes(
        plan=below.code,
        title=below.title,
        commune=below.commune or below.title,
        province=below.province,
        called=above.called,
        old=above.file,
        new=below.file,
        of_two=_place(below) != _place(above),
        changes={name: tuple(found) for name, found in changes.items()},
    )


def titles_of(many: Iterable[Minutes]) -> dict[str, str]:
    """Return the headings under which *many* minutes are counted together."""
    return TITLES_OF_TWO if any(one.of_two for one in many) else TITLES


def say_changes(counts: Counter[str], *, of_two: bool) -> str:
    """Return *counts* as a sentence without a full stop."""
    if of_two:
        return ", ".join(f"{counts[name]} {title.lower()}" for name, title in TITLES_OF_TWO.items())
    if not any(counts.values()):
        return "không có chỉ tiêu, nhiệm vụ, đề mục, căn cứ nào thay đổi"
    changed = ("weaker", "later", "stricter", "given", "other")
    total = sum(counts[name] for name in changed)
    first = f"{counts['added']} bổ sung, {counts['dropped']} bỏ, {total} sửa đổi"
    said = ", ".join(_said(counts, changed[:-1]))
    return ", ".join([f"{first} ({said})" if said else first, *_said(counts, (SECTION, BASIS))])


def _said(counts: Counter[str], names: Iterable[str]) -> Iterator[str]:
    return (f"{counts[name]} {TITLES[name].lower()}" for name in names if counts[name])


def _place(named: Named) -> tuple[str, str]:
    return named.commune, named.province


def _name(row: laid_out.Row) -> str:
    if row.kind not in ITEMS:
        return row.kind
    if row.above is None or not row.below:
        return "dropped" if row.above else "added"
    if row.verdict in {Verdict.WEAKER, Verdict.LATER}:
        return row.verdict.value
    if any(mark.difference.kind.code == _LEADS for mark in row.marks):
        return "given"
    return "stricter" if row.verdict is Verdict.STRICTER else "other"


def _change(row: laid_out.Row, other: str) -> Change:
    old = side_of(row.above) if row.above else None
    new = side_of(row.below[0]) if row.below else None
    item = row.kind in ITEMS
    whole = item and (old is None or new is None)  # that it is new or gone, the heading says
    differences = [mark.difference for mark in row.marks]
    clauses = tuple(
        one.message(other) + (_WEIGHT.get(one.kind.direction, "") if item else "")
        for one in differences
        if not whole or one.kind.code in _PARTS
    )
    shown = new or old
    text = shown.text if shown else row.item
    return Change(row.kind, row.item if item else "", text, clauses, old, new)
