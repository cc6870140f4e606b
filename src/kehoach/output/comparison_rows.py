"""Comparisons as rows of plain texts, which Markdown, HTML, XLSX and DOCX are drawn from.

Rows hold nothing of the files they come from: those of thousands of plans fit into memory where
the files do not.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kehoach.compare.difference import Item
from kehoach.compare.verdict import Compared, Comparison, Verdict
from kehoach.model.framework import Binding
from kehoach.model.plan import Target
from kehoach.model.texts import citation_text
from kehoach.source.tree import SourceFile

VERDICTS = {
    Verdict.WEAKER: ("thấp hơn", "Thấp hơn khung, cần căn cứ của cấp tỉnh"),
    Verdict.LATER: ("muộn hơn", "Hạn muộn hơn khung"),
    Verdict.MISSING: ("thiếu", "Khung có, kế hoạch không có"),
    Verdict.DOUBTFUL: ("chưa rõ", "Chưa rõ, cần người xem"),
    Verdict.STRICTER: ("cao hơn", "Cao hơn khung"),
    Verdict.EQUAL: ("bằng", "Bằng khung"),
    Verdict.EXTRA: ("thêm", "Kế hoạch có, khung không đòi hỏi ở cấp xã"),
}
"""Verdicts from the gravest to the least, with a word for cells and a sentence for headings."""


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
    """An item with its verdict; ``binding`` and ``certainty`` are empty for what is only extra.

    ``likeness`` is 0 to 100, 0 for a pair by link or code; a pair that is not ``sure`` is doubtful.
    """

    code: str
    target: bool
    verdict: Verdict
    binding: str
    certainty: str
    above: Side | None
    below: tuple[Side, ...]
    messages: tuple[str, ...]
    likeness: float
    sure: bool

    @property
    def binds(self) -> bool:
        """Tell whether the framework asks this of a commune."""
        return self.binding == Binding.REQUIRED.value

    @property
    def text(self) -> str:
        """What the item says: the framework's words, or the plan's where it has none."""
        return (self.above or self.below[0]).text


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one plan; ``document`` names the plan above (``Kế hoạch số 02-KH/BCĐTW …``)."""

    plan: str
    commune: str
    province: str
    framework: str
    document: str
    rows: tuple[Row, ...]

    def counts(self) -> Counter[Verdict]:
        """Return how many items that bind a commune have which verdict."""
        return Counter(row.verdict for row in self.rows if row.binds)

    def grouped(self) -> dict[Verdict, list[Row]]:
        """Return the rows by verdict, the gravest first, without verdicts that none has."""
        groups: dict[Verdict, list[Row]] = {verdict: [] for verdict in VERDICTS}
        for row in self.rows:
            groups[row.verdict].append(row)
        return {verdict: rows for verdict, rows in groups.items() if rows}


def comparison_rows(
    comparison: Comparison, plan_file: SourceFile, framework_file: SourceFile
) -> Rows:
    """Return the rows of *comparison*; the files tell the places."""
    plan, framework = comparison.plan, comparison.framework
    return Rows(
        plan=plan.name,
        commune=plan.commune.name,
        province=plan.commune.province,
        framework=framework.code,
        document=citation_text(framework.document).split(" của ")[0],
        rows=tuple(_row(item, plan_file, framework_file) for item in comparison.items),
    )


def say_counts(counts: Counter[Verdict]) -> str:
    """Return ``28 mục bắt buộc với cấp xã: 3 thấp hơn, 2 thiếu, 23 bằng``."""
    said = ", ".join(f"{counts[v]} {word}" for v, (word, _) in VERDICTS.items() if counts[v])
    return f"{sum(counts.values())} mục bắt buộc với cấp xã: {said}"


def sum_counts(many: Iterable[Rows]) -> Counter[Verdict]:
    """Return the counts of all plans together."""
    return sum((rows.counts() for rows in many), Counter())


def _row(item: Compared, plan_file: SourceFile, framework_file: SourceFile) -> Row:
    shown = item.above or item.below[0]
    return Row(
        code=shown.code,
        target=isinstance(shown, Target),
        verdict=item.verdict,
        binding=item.terms.binding.value if item.terms else "",
        certainty=item.terms.certainty if item.terms else "",
        above=_side(item.above, framework_file) if item.above else None,
        below=tuple(_side(below, plan_file) for below in item.below),
        messages=tuple(difference.message() for difference in item.differences),
        likeness=item.likeness,
        sure=item.sure,
    )


def _side(item: Item, file: SourceFile) -> Side:
    text = item.content if isinstance(item, Target) else item.title
    return Side(item.code, text, _stated(item), file.name, file.place(item.path).line)


def _stated(item: Item) -> str:
    """Return figure and scope of a target, leads and deliverable of a task, and the deadline."""
    if isinstance(item, Target):
        parts = [item.figure, item.scope]
    else:
        leads = ", ".join(item.leads)
        parts = [leads and f"chủ trì {leads}", item.deliverable and f"sản phẩm {item.deliverable}"]
    return "; ".join(filter(None, (*parts, item.deadline and f"hạn {item.deadline}")))
