"""Comparisons and changes laid out as sheets, with texts and places."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kehoach.compare.acceptance import fingerprint
from kehoach.compare.alignment import How
from kehoach.compare.difference import Difference, Item
from kehoach.compare.marking import Mark, is_accepted, marks_of
from kehoach.compare.outline import headings_of_items
from kehoach.compare.party import Party, party_of_plan
from kehoach.compare.sheet import BASIS, SECTION, TARGET, TASK, Named, Row, Sheet, Side
from kehoach.compare.verdict import Compared, Comparison, Verdict, gravest
from kehoach.compare.versions import Change, Versions
from kehoach.compare.wording import word
from kehoach.compare.words import item_text
from kehoach.model.plan import Target
from kehoach.model.texts import citation_text
from kehoach.source.place import Path
from kehoach.source.tree import SourceFile

_DROPPED_BASIS = "SS601"


@dataclass(frozen=True)
class SideMaker:
    """Makes the sides of one file; those of a framework are made once for all plans."""

    file: SourceFile
    headings: Mapping[Path, tuple[str, ...]]
    _made: dict[Path, Side] = field(default_factory=dict)

    def __call__(self, item: Item) -> Side:
        """Return the side of *item*."""
        side = self._made.get(item.path)
        if side is None:
            side = self._made[item.path] = self._make(item)
        return side

    def text(self, path: Path, text: str) -> Side:
        """Return the side of a text that is no item."""
        place = self.file.place(path)
        return Side("", text, "", "", "", (), "", "", self.file.name, path, place)

    def _make(self, item: Item) -> Side:
        target = item if isinstance(item, Target) else None
        task = None if isinstance(item, Target) else item
        return Side(
            code=item.code,
            text=item_text(item),
            figure=target.figure if target else "",
            scope=target.scope if target else "",
            deadline=item.deadline,
            leads=item.leads,
            deliverable=task.deliverable if task else "",
            heading=next(reversed(self.headings.get(item.path, ())), ""),
            file=self.file.name,
            path=item.path,
            place=self.file.place(item.path),
        )


def side_maker(party: Party, file: SourceFile) -> SideMaker:
    """Return what makes the sides of *party*, which was read from *file*."""
    return SideMaker(file, headings_of_items(party.sections))


def lay_out(comparison: Comparison, below: SideMaker, above: SideMaker) -> Sheet:
    """Return *comparison* as a sheet: items in the order above, then extras, then bases."""
    items = [_row(item, comparison, below, above) for item in comparison.items]
    bases = [
        _text_row(BASIS, (one,), above.text(citation.path, citation_text(citation)), None)
        for citation, one in comparison.bases
    ]
    sides = named(comparison.below, below.file), named(comparison.above, above.file)
    other = "khung" if comparison.above.is_framework else "cấp trên"
    return Sheet(*sides, versions=False, rows=(*items, *bases), other=other)


def lay_out_versions(versions: Versions, new: SourceFile, old: SourceFile) -> Sheet:
    """Return *versions* as a sheet: changed items in the order of the new state, then the rest."""
    after, before = party_of_plan(versions.new), party_of_plan(versions.old)
    below, above = side_maker(after, new), side_maker(before, old)
    rows = [_change_row(change, below, above) for change in versions.changes]
    for citation, one in versions.bases:
        dropped = one.kind.code == _DROPPED_BASIS
        side = (above if dropped else below).text(citation.path, citation_text(citation))
        rows.append(_text_row(BASIS, (one,), *((side, None) if dropped else (None, side))))
    for change in versions.sections:
        was, now = change.old, change.new
        rows.append(
            _text_row(
                SECTION,
                change.differences,
                above.text(was.path, was.heading) if was else None,
                below.text(now.path, now.heading) if now else None,
            )
        )
    other = "bản trước" if versions.one_plan else before.called
    sides = named(after, new), named(before, old)
    return Sheet(*sides, versions=True, rows=tuple(rows), other=other)


def named(party: Party, file: SourceFile) -> Named:
    """Return how outputs name *party*."""
    return Named(
        code=party.code,
        title=party.title,
        called=party.called,
        commune=party.commune,
        province=party.province,
        file=file.name,
        cited=citation_text(party.document) if party.document.symbol else "",
        of_commune=party.is_commune,
    )


def _row(item: Compared, comparison: Comparison, below: SideMaker, above: SideMaker) -> Row:
    shown = item.above or item.below[0]
    name = f"{comparison.above.code}/{shown.code}"
    marks = marks_of(item, name, comparison.below.acceptances)
    terms = item.terms
    return Row(
        item=shown.code,
        kind=_kind(shown),
        verdict=item.verdict,
        marks=marks,
        above=above(item.above) if item.above else None,
        below=tuple(map(below, item.below)),
        word=word(item, comparison.above),
        binding=terms.binding.value if terms and item.of_commune else "",
        binds=item.binds,
        certainty=terms.certainty if terms else "",
        sources=terms.sources if terms else (),
        how=item.how,
        likeness=item.likeness,
        sure=item.sure,
        link=name if item.how is How.WORDS else "",
        other=below(item.other) if item.other else None,
        accepted=is_accepted(item.verdict, marks),
    )


def _change_row(change: Change, below: SideMaker, above: SideMaker) -> Row:
    old, new = change.old, change.new
    shown = new or old
    if shown is None:
        raise AssertionError("a change has a side")
    return Row(
        item=shown.code,
        kind=_kind(shown),
        verdict=change.verdict,
        marks=tuple(
            Mark(d, fingerprint(d, old, (new,) if new else ())) for d in change.differences
        ),
        above=above(old) if old else None,
        below=(below(new),) if new else (),
        binds=True,
        how=How.WORDS if change.likeness else How.NONE,
        likeness=change.likeness,
    )


def _text_row(
    kind: str, differences: Iterable[Difference], above: Side | None, below: Side | None
) -> Row:
    """Return the row of what is no item; its name is its text."""
    found = tuple(differences)
    shown = below or above
    text = shown.text if shown else ""
    if above is None or below is None:
        verdict = Verdict.MISSING if above else Verdict.EXTRA
    else:
        verdict = gravest(found)
    marks = tuple(Mark(one, "") for one in found)
    return Row(text, kind, verdict, marks, above, (below,) if below else ())


def _kind(item: Item) -> str:
    return TARGET if isinstance(item, Target) else TASK
