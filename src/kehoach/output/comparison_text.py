"""Comparisons for people: what asks for less first, then what is late, missing, unclear."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kehoach.compare.difference import Item
from kehoach.compare.verdict import Compared, Comparison, Verdict
from kehoach.model.plan import Target
from kehoach.model.texts import citation_text
from kehoach.source.tree import SourceFile

if TYPE_CHECKING:
    from rich.table import Table

TITLES = {
    Verdict.WEAKER: "Thấp hơn khung, cần căn cứ của cấp tỉnh",
    Verdict.LATER: "Hạn muộn hơn khung",
    Verdict.MISSING: "Khung có, kế hoạch không có",
    Verdict.DOUBTFUL: "Chưa rõ, cần người xem",
    Verdict.STRICTER: "Cao hơn khung",
    Verdict.EQUAL: "Bằng khung",
    Verdict.EXTRA: "Kế hoạch có, khung không đòi hỏi ở cấp xã",
}
_COUNTED = {
    Verdict.WEAKER: "thấp hơn",
    Verdict.LATER: "muộn hơn",
    Verdict.MISSING: "thiếu",
    Verdict.DOUBTFUL: "chưa rõ",
    Verdict.STRICTER: "cao hơn",
    Verdict.EQUAL: "bằng",
    Verdict.EXTRA: "thêm",
}
_CELLS = {**_COUNTED, Verdict.EQUAL: "=", Verdict.STRICTER: "cao hơn"}


def format_comparison(
    comparison: Comparison, plan_file: SourceFile, framework_file: SourceFile
) -> Iterator[str]:
    """Yield the lines on one plan: a heading, a block for each verdict, one summary."""
    plan, framework = comparison.plan, comparison.framework
    document = citation_text(framework.document).split(" của ")[0]
    yield f"{plan.commune.name}, {plan.commune.province} so với {document}"
    for verdict, title in TITLES.items():
        items = [item for item in comparison.items if item.verdict is verdict]
        if not items:
            continue
        yield ""
        yield f"{title} ({len(items)})"
        for item in items:
            yield from _lines(item, plan_file, framework_file)
    yield ""
    yield summarize(comparison)


def summarize(comparison: Comparison) -> str:
    """Return one line: how many items that bind a commune have which verdict."""
    counts = Counter(item.verdict for item in comparison.items if item.binds)
    said = ", ".join(f"{counts[v]} {word}" for v, word in _COUNTED.items() if counts[v])
    total = sum(counts.values())
    return f"{comparison.plan.name}: {total} mục bắt buộc với cấp xã: {said}"


def build_matrix(comparisons: Sequence[Comparison]) -> "Table":
    """Return items of the framework by communes; empty cells are what a plan need not have."""
    from rich.table import Table  # noqa: PLC0415  only a matrix is drawn

    table = Table(
        title=f"So với khung {comparisons[0].framework.code}",
        title_justify="left",
        caption="= bằng khung; - khuyến khích mà kế hoạch không có; ô trống: không áp dụng",
        caption_justify="left",
    )
    table.add_column("Mục của khung", overflow="fold")
    for comparison in comparisons:
        table.add_column(comparison.plan.commune.name, overflow="fold")
    cells = [
        {item.above.code: item for item in comparison.items if item.above}
        for comparison in comparisons
    ]
    for above in comparisons[0].framework.items():
        row = [_cell(found.get(above.code)) for found in cells]
        if any(row):
            terms = comparisons[0].framework.terms[above.code]
            mark = "" if terms.binding.value == "bắt buộc" else f" ({terms.binding.value})"
            table.add_row(f"{above.code}{mark}", *row)
    return table


def matrix_totals(comparisons: Iterable[Comparison]) -> Iterator[str]:
    """Yield the summary of each plan."""
    return map(summarize, comparisons)


def _cell(item: Compared | None) -> str:
    if item is None:
        return ""
    if item.verdict is Verdict.MISSING and not item.binds:
        return "-"
    above, below = item.above, item.below
    if item.verdict is Verdict.WEAKER and isinstance(above, Target):
        codes = {difference.kind.code for difference in item.differences}
        if "SS101" in codes and isinstance(below[0], Target):
            return f"thấp hơn: {below[0].figure}"
        return "thấp hơn: phạm vi"
    return _CELLS[item.verdict]


def _lines(item: Compared, plan_file: SourceFile, framework_file: SourceFile) -> Iterator[str]:
    shown = item.above or item.below[0]
    short = item.verdict in {Verdict.EQUAL, Verdict.EXTRA, Verdict.MISSING}
    sure = f"{item.terms.binding.value}, mức tin cậy: {item.terms.certainty}" if item.terms else ""
    yield f"  {shown.code}: {_text(shown)}"
    if item.verdict is Verdict.MISSING:
        yield f"      {_stated(shown)}({sure}) {_at(shown, framework_file)}"
    elif item.above and not short:
        yield f"      khung:    {_stated(shown)}({sure}) {_at(shown, framework_file)}"
    if item.likeness:
        yield f"      có thể là mục này, giống {item.likeness:.0f}%; đúng thì thêm vào mục đó:"
        yield f"      khung: {framework_file.value['ma']}/{shown.code}"
    for below in () if short else item.below:
        yield f"      kế hoạch: {_stated(below)}{_at(below, plan_file)}"
    for difference in item.differences:
        yield f"      - {difference.message}"


def _text(item: Item) -> str:
    return item.content if isinstance(item, Target) else item.title


def _stated(item: Item) -> str:
    """Return figure, scope and deadline with a blank behind, or nothing where there are none."""
    parts = [item.deadline and f"hạn {item.deadline}"]
    if isinstance(item, Target):
        parts = [item.figure or "không nêu mức đạt", item.scope, *parts]
    said = "; ".join(filter(None, parts))
    return f"{said} " if said else ""


def _at(item: Item, file: SourceFile) -> str:
    return f"[{file.name}:{file.place(item.path).line}]"
