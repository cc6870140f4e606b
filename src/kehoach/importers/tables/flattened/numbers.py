"""Numbers that begin a row, told from figures that begin a line."""

import re

from kehoach.importers.tables.row_numbers import RowNumber, read_row_number

_MARK = re.compile(
    r"(?P<mark>[0-9]{1,3}(?:\.[0-9]{1,2}){0,3}|[IVX]{1,6})(?P<close>[.)]?)(?:\s+(?P<rest>\S.*))?\Z"
)
# A count of rows that a source may have left out.
_SKIP = 2


def leading_mark(text: str) -> tuple[RowNumber, str, str] | None:
    """Return the number that may begin a row, as written, and the text behind it."""
    match = _MARK.match(text)
    mark = read_row_number(match["mark"]) if match else None
    if not match or not mark:
        return None
    rest = match["rest"] or ""
    # "6 tháng đầu năm", "20 lớp" go on from the line before.
    if rest and not (rest[0].isupper() or rest[0] in "“\"'([-+" or rest[0].isdigit()):
        return None
    return mark, match["mark"], rest


class Numbers:
    """Tells the number of a next row from figures that begin a line."""

    def __init__(self) -> None:
        """Begin before the first row."""
        self._last: RowNumber | None = None
        self._roman = 0

    def accept(self, mark: RowNumber) -> bool:
        """Tell whether *mark* may follow the numbers accepted so far, and if so take it in."""
        if not self._follows(mark):
            return False
        if mark.kind == "roman":
            self._roman = mark.value
        self._last = mark
        return True

    def _follows(self, mark: RowNumber) -> bool:
        last = self._last
        if mark.kind == "roman":
            return mark.value == self._roman + 1
        if not mark.kind.startswith("arabic"):
            return False
        if last is None or last.kind == "roman":
            return mark.value == 1 or (last is not None and not mark.above)
        before, now = (*last.above, last.value), (*mark.above, mark.value)
        if len(now) > len(before):
            # The first below the last; 2.1 may follow 1.4 where the line of 2 is missing.
            return now == (*before, *[1] * (len(now) - len(before)))
        shared = len(now) - 1
        if now[:shared] == before[:shared]:
            # The same number twice is a fault of the source, not another cell.
            twice = bool(shared) and now[shared] == before[shared] and len(now) == len(before)
            return twice or before[shared] < now[shared] <= before[shared] + _SKIP
        return len(now) > 1 and now[-1] == 1 and now[0] == before[0] + 1
