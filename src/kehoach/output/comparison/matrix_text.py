"""The matrix of many plans for people: communes by items, sums by item and by province."""

from collections import Counter
from collections.abc import Iterator

from kehoach.compare.matrix import Cell, Head, Line, Matrix
from kehoach.compare.verdict import Verdict
from kehoach.compare.wording import COUNTED
from kehoach.model.framework import Binding

FEW = 8
"""Plans that fit side by side, one column each."""
_WIDE = 24
_SIGNS = {
    Verdict.EQUAL: "=",
    Verdict.STRICTER: "+",
    Verdict.WEAKER: "<",
    Verdict.LATER: ">",
    Verdict.DOUBTFUL: "?",
    Verdict.EXTRA: "e",
}
_LEGEND = (
    "= bằng   + cao hơn   < thấp hơn   > muộn hơn   ? chưa rõ   . thiếu   - không có, chỉ khuyến "
    "khích   a đã chấp nhận"
)
_SUMMED = (Verdict.WEAKER, Verdict.LATER, Verdict.MISSING, Verdict.DOUBTFUL)


def format_matrix(matrix: Matrix) -> Iterator[str]:
    """Yield the lines of *matrix*: few plans side by side, many one below the other."""
    yield f"So với {matrix.above}: {len(matrix.lines)} kế hoạch, {len(matrix.heads)} mục"
    yield ""
    if len(matrix.lines) <= FEW:
        yield from _side_by_side(matrix)
    else:
        yield from _one_below_the_other(matrix)
        yield from _by_item(matrix)
    if len(matrix.by_province()) > 1:
        yield from _by_province(matrix)


def _side_by_side(matrix: Matrix) -> Iterator[str]:
    names = [_shorter(line.commune) for line in matrix.lines]
    rows = [
        [_label(head), *(_words(line.cells.get(head.code)) for line in matrix.lines)]
        for head in matrix.heads
    ]
    yield from _table(["Mục", *names], rows)
    yield ""
    yield "= bằng   - không có, chỉ khuyến khích   * khuyến khích   ** không áp dụng với cấp xã"


def _one_below_the_other(matrix: Matrix) -> Iterator[str]:
    names = [_place(line) for line in matrix.lines]
    width = max(map(len, names), default=0)
    yield _LEGEND
    tens = "".join(str(i // 10) if i % 10 == 0 else " " for i in range(1, len(matrix.heads) + 1))
    ones = "".join(str(i % 10) for i in range(1, len(matrix.heads) + 1))
    yield f"{'':{width}}  {tens}".rstrip()
    yield f"{'':{width}}  {ones}"
    for name, line in zip(names, matrix.lines, strict=True):
        signs = "".join(_sign(line.cells.get(head.code)) for head in matrix.heads)
        yield f"{name:{width}}  {signs}"


def _by_item(matrix: Matrix) -> Iterator[str]:
    counts = matrix.by_item()
    rows = [
        [str(i), _label(head), *_numbers(counts[head.code])]
        for i, head in enumerate(matrix.heads, 1)
    ]
    yield ""
    yield "Số kế hoạch theo từng mục (chỉ tính mục bắt buộc)"
    yield from _table(["", "Mục", *(COUNTED[verdict] for verdict in _SUMMED)], rows)


def _by_province(matrix: Matrix) -> Iterator[str]:
    found = matrix.by_province()
    rows = [
        [province, str(plans), *_numbers(counts)] for province, (plans, counts) in found.items()
    ]
    total = sum((counts for _, counts in found.values()), Counter[Verdict]())
    rows.append(["Cộng", str(len(matrix.lines)), *_numbers(total)])
    yield ""
    yield "Cộng theo tỉnh, thành phố (số mục bắt buộc)"
    heads = ["Tỉnh, thành phố", "kế hoạch", *(COUNTED[verdict] for verdict in _SUMMED)]
    yield from _table(heads, rows)


def _numbers(counts: Counter[Verdict]) -> list[str]:
    return [str(counts[verdict] or "") for verdict in _SUMMED]


def _table(heads: list[str], rows: list[list[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    yield "  ".join(f"{head:{width}}" for head, width in zip(heads, widths, strict=True)).rstrip()
    yield "─" * (sum(widths) + 2 * len(widths) - 2)
    for row in rows:
        cells = (f"{cell:{width}}" for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def _label(head: Head) -> str:
    marks = {Binding.REQUIRED: "", Binding.ENCOURAGED: " *"}
    return head.code + marks.get(Binding(head.binding), " **")


def _place(line: Line) -> str:
    return f"{line.commune}, {line.province}" if line.province else line.commune


def _shorter(name: str) -> str:
    return name if len(name) <= _WIDE else f"{name[: _WIDE - 1]}…"


def _words(cell: Cell | None) -> str:
    if cell is None:
        return ""
    if cell.accepted:
        return "chấp nhận"
    if cell.verdict is Verdict.EQUAL:
        return "="
    if cell.verdict is Verdict.MISSING and not cell.binds:
        return "-"
    said = COUNTED[cell.verdict]
    return _shorter(f"{said}: {cell.note}") if cell.note else said


def _sign(cell: Cell | None) -> str:
    if cell is None:
        return " "
    if cell.accepted:
        return "a"
    if cell.verdict is Verdict.MISSING:
        return "." if cell.binds else "-"
    return _SIGNS[cell.verdict]
