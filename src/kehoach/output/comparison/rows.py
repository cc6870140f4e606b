"""Comparisons as rows of plain texts, which Markdown, HTML, XLSX and DOCX are drawn from.

Rows hold nothing of the files they come from: those of thousands of plans fit into memory where
the sheets do not.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kehoach.compare import sheet as laid_out
from kehoach.compare.sheet import BASIS, TARGET, Sheet
from kehoach.compare.verdict import Verdict
from kehoach.compare.wording import ACCEPTED, COUNTED, acceptance, paired, title


@dataclass(frozen=True, slots=True)
class Side:
    """An item as one side has it: what it says, its figure, units and deadline, its place."""

    code: str
    text: str
    stated: str
    file: str
    line: int

    @property
    def place(self) -> str:
        """The place as ``plans/huong-phung.yaml:104``."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Row:
    """An item with its verdict; ``binding`` and ``certainty`` are empty where nothing is said.

    ``word`` says the verdict as a clause. ``notes`` say how a pair was found, what else it may be,
    and every difference, with its acceptance.
    """

    code: str
    target: bool
    verdict: Verdict
    word: str
    binding: str
    binds: bool
    certainty: str
    above: Side | None
    below: tuple[Side, ...]
    notes: tuple[str, ...]
    accepted: bool = False

    @property
    def text(self) -> str:
        """What the item says: the words above, or the plan's where there are none."""
        return (self.above or self.below[0]).text

    @property
    def result(self) -> str:
        """The verdict as a cell names it."""
        return ACCEPTED if self.accepted else COUNTED[self.verdict]


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one plan against one document (``Kế hoạch số 02-KH/BCĐTW …``).

    ``title`` names the plan for people, ``cited`` the document above as an official document cites
    it first, ``called`` the document above in a sentence, ``other``
    shortly. ``binding`` is set where only some items bind. ``bases`` are the documents that the
    plan should cite and does not.
    """

    plan: str
    title: str
    commune: str
    province: str
    framework: str
    document: str
    cited: str
    called: str
    other: str
    of_commune: bool
    binding: bool
    rows: tuple[Row, ...]
    bases: tuple[str, ...] = ()

    def counts(self) -> Counter[Verdict]:
        """Return how many items that bind have which verdict; accepted ones are not counted."""
        return Counter(row.verdict for row in self.rows if row.binds and not row.accepted)

    def accepted(self) -> int:
        """Return how many items that bind are accepted."""
        return sum(row.binds and row.accepted for row in self.rows)

    def blocks(self) -> Iterator[tuple[str, list[Row]]]:
        """Yield the rows under headings: by verdict, the gravest first; then what is accepted."""
        for verdict in COUNTED:
            if found := [row for row in self.rows if row.verdict is verdict and not row.accepted]:
                yield title(verdict, self.called, of_commune=self.of_commune), found
        if found := [row for row in self.rows if row.accepted]:
            yield ACCEPTED.capitalize(), found


def rows_of(sheet: Sheet) -> Rows:
    """Return the rows of *sheet*, which compares with what stands above."""
    below, above = sheet.below, sheet.above
    return Rows(
        plan=below.code,
        title=below.title,
        commune=below.commune or below.title,
        province=below.province,
        framework=above.code,
        document=above.title,
        cited=above.cited or above.title,
        called=above.called,
        other=sheet.other,
        of_commune=below.of_commune,
        binding=sheet.binding,
        rows=tuple(_row(row, sheet.other) for row in sheet.items()),
        bases=tuple(row.item for row in sheet.rows if row.kind == BASIS),
    )


def _row(row: laid_out.Row, other: str) -> Row:
    return Row(
        code=row.item,
        target=row.kind == TARGET,
        verdict=row.verdict,
        word=row.word,
        binding=row.binding,
        binds=row.binds,
        certainty=row.certainty,
        above=side_of(row.above) if row.above else None,
        below=tuple(map(side_of, row.below)),
        notes=tuple(_notes(row, other)),
        accepted=row.accepted,
    )


def _notes(row: laid_out.Row, other: str) -> Iterator[str]:
    if row.link:
        said = paired(sure=row.sure, likeness=row.likeness)
        yield said if row.sure else f"{said}; đúng thì thêm khung: {row.link}"
    if row.other:
        side = side_of(row.other)
        yield f"mục gần giống khác: {side.code}: {side.text} [{side.place}]"
    if row.verdict in {Verdict.MISSING, Verdict.EXTRA}:
        return  # the verdict says it
    for mark in row.marks:
        said = mark.difference.message(other)
        yield f"{said} ({acceptance(mark.accepted)})" if mark.accepted else said


def side_of(side: laid_out.Side) -> Side:
    """Return *side* as plain texts."""
    leads = ", ".join(side.leads)
    parts = (
        side.figure,
        side.scope,
        leads and f"chủ trì {leads}",
        side.deliverable and f"sản phẩm {side.deliverable}",
        side.deadline and f"hạn {side.deadline}",
    )
    return Side(side.code, side.text, "; ".join(filter(None, parts)), side.file, side.place.line)
