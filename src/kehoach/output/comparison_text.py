"""Comparisons for people: what asks for less first, then what is late, missing, unclear."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kehoach.compare.difference import Item
from kehoach.compare.verdict import Compared, Comparison, Verdict
from kehoach.model.framework import Binding
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


def build_matrices(comparisons: Iterable[Comparison]) -> Iterator["Table"]:
    """Yield a matrix for each framework; an empty cell is what a plan need not have."""
    by_framework: dict[str, list[Comparison]] = {}
    for comparison in comparisons:
        by_framework.setdefault(comparison.framework.code, []).append(comparison)
    return map(_build_matrix, by_framework.values())


def _build_matrix(comparisons: Sequence[Comparison]) -> "Table":
    from rich import box  # noqa: PLC0415  only a matrix is drawn
    from rich.table import Table  # noqa: PLC0415

    framework = comparisons[0].framework
    table = Table(
        title=f"So với khung {framework.code}",
        title_justify="left",
        caption="= bằng khung   - không có, chỉ khuyến khích   * khuyến khích   "
        "** không áp dụng với cấp xã",
        caption_justify="left",
        box=box.SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
    )
    table.add_column("Mục của khung", no_wrap=True)
    for comparison in comparisons:
        table.add_column(comparison.plan.commune.name)
    cells = [
        {item.above.code: item for item in comparison.items if item.above}
        for comparison in comparisons
    ]
    for above in framework.items():
        row = [_cell(found.get(above.code)) for found in cells]
        if any(row):
            table.add_row(above.code + _MARKS[framework.terms[above.code].binding], *row)
    return table


_MARKS = {Binding.REQUIRED: "", Binding.ENCOURAGED: " *", Binding.NOT_APPLICABLE: " **"}


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
        how = "ghép theo lời văn" if item.sure else "có thể là mục dưới đây"
        link = f"khung: {framework_file.value['ma']}/{shown.code}"
        yield f"      {how}, giống {item.likeness:.0f}%; đúng thì thêm vào mục đó: {link}"
    if item.other:
        yield f"      mục gần giống khác: {item.other.code} {_at(item.other, plan_file)}"
    for below in () if short else item.below:
        yield f"      kế hoạch: {_stated(below)}{_at(below, plan_file)}"
    for difference in item.differences:
        yield f"      - {difference.message()}"


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
