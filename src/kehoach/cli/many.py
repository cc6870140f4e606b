"""Plans in one run, one or many: drawn as they come, faults named at the end, a bar meanwhile."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from kehoach.cli import exits
from kehoach.cli.comparing import FAILING, Comparer, Outcome, Unusable, Wanted, fails
from kehoach.cli.failing import report_unusable
from kehoach.cli.files import expand
from kehoach.cli.sharing_out import compare_all
from kehoach.compare.sheet import Sheet
from kehoach.source.place import Fault

if TYPE_CHECKING:
    from kehoach.compare.matrix import Line
    from kehoach.output.comparison.minutes import Minutes
    from kehoach.output.comparison.rows import Rows

T = TypeVar("T")
_SHOWN_FROM = 20
"""Files from which a bar is worth showing."""


@dataclass
class Many:
    """A run over *plans*; read what it gives to its end, then ask for the `status`."""

    plans: Sequence[Path]
    wanted: Wanted
    fail_on: str
    _found: bool = False
    _unusable: list[Unusable] = field(default_factory=list)

    @cached_property
    def files(self) -> list[Path]:
        """The files that *plans* name; raises `SourceError` where there are none."""
        return [file for file, _ in expand(self.plans)]

    def text(self, sort: str, kept: str) -> Iterator[str]:
        """Yield the whole comparison of one plan; of many a matrix for each side above.

        Of versions, the minutes of each.
        """
        if len(self.plans) == 1 and self.plans[0].is_file():
            yield from self._one()
            return
        lines: list[Line] = []
        for result in self._each(_Lean(self.fail_on)):
            yield from result.minutes
            if result.line:
                lines.append(result.line)
        for number, above in enumerate(dict.fromkeys(line.above for line in lines)):
            those = [line for line in lines if line.above == above]
            if number:
                yield ""
            yield from self._matrix(above, those, sort, kept)

    def json(self) -> Iterator[str]:
        """Yield the text of the list of all rows."""
        from kehoach.output.comparison.json import write_sheets  # noqa: PLC0415  one output runs

        return write_sheets(self._each(_Drawn(self.fail_on, _whole)))

    def markdown(self) -> Iterator[str]:
        """Yield the lines of a comment on a pull request."""
        from kehoach.output.comparison.markdown import format_markdown  # noqa: PLC0415

        return format_markdown(self._each(_Drawn(self.fail_on, _page)))

    def plain(self) -> Iterator["Rows | Minutes"]:
        """Yield the rows, or between versions the minutes, of each plan for a file.

        One file holds only one of them: what is compared otherwise than the first is unusable.
        """
        first: type[Rows | Minutes] | None = None
        for one in self._each(_Drawn(self.fail_on, _plain)):
            first = first or type(one)
            if isinstance(one, first):
                yield one
            else:
                message = (
                    "tệp này so với cấp trên, tệp nêu trước nó so với bản khác, hoặc ngược lại"
                )
                fault = Fault("KH001", message, "so mỗi loại một lần, ra hai tệp")
                self._unusable.append(Unusable(one.plan, (fault,)))

    def status(self) -> int:
        """Report every file that could not be used and return the exit status."""
        for one in dict.fromkeys(self._unusable):  # a broken framework is met by every plan
            report_unusable(one.error())
        if self._unusable:
            return exits.UNUSABLE
        return exits.FOUND if self._found else 0

    def _one(self) -> Iterator[str]:
        sheets = list(self._each(_Drawn(self.fail_on, _whole)))
        if len(sheets) > 1:
            codes = ", ".join(sheet.above.code for sheet in sheets)
            named = f"{sheets[0].below.code} thực hiện {len(sheets)} khung"
            yield f"{named}, so với từng khung: {codes}"
            yield ""
        for number, sheet in enumerate(sheets):
            if number:
                yield ""
            yield from _lines(sheet)

    def _each(self, keep: Callable[[Outcome], "Kept[T]"]) -> Iterator[T]:
        for result in _with_bar(compare_all(self.files, self.wanted, keep), len(self.files)):
            if isinstance(result, Unusable):
                self._unusable.append(result)
            else:
                self._found |= result.fails
                yield result.value

    def _matrix(self, above: str, lines: list["Line"], sort: str, kept: str) -> Iterator[str]:
        from kehoach.compare.matrix import build, heads_of  # noqa: PLC0415
        from kehoach.compare.wording import say_counts  # noqa: PLC0415
        from kehoach.output.comparison.matrix_text import FEW, format_matrix  # noqa: PLC0415

        named = self.wanted.other or above
        heads = heads_of(Comparer(self.wanted).above(named).aligner.above)
        matrix = build(above, heads, lines, sort, kept)
        yield from format_matrix(matrix)
        if len(matrix.lines) <= FEW:
            yield ""
            for line in matrix.lines:
                said = say_counts(line.counts, line.accepted, binding=line.binding)
                yield f"{line.code}: {said}"


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """What is kept of an outcome, and whether it fails."""

    fails: bool
    value: T


@dataclass(frozen=True, slots=True)
class _Drawn(Generic[T]):
    """Keeps of an outcome what *draw* draws of its sheet."""

    fail_on: str
    draw: Callable[[Sheet], T]

    def __call__(self, outcome: Outcome) -> Kept[T]:
        """Lay *outcome* out and draw it."""
        sheet = outcome.lay_out()
        return Kept(fails(sheet, self.fail_on), self.draw(sheet))


def _whole(sheet: Sheet) -> Sheet:
    return sheet


def _page(sheet: Sheet) -> tuple[str, ...]:
    """Return the lines of *sheet* for a pull request."""
    if sheet.versions:
        from kehoach.output.comparison.minutes import minutes_of  # noqa: PLC0415
        from kehoach.output.comparison.minutes_markdown import minutes_page  # noqa: PLC0415

        return tuple(minutes_page(minutes_of(sheet)))
    from kehoach.output.comparison.markdown import rows_page  # noqa: PLC0415
    from kehoach.output.comparison.rows import rows_of  # noqa: PLC0415

    return tuple(rows_page(rows_of(sheet)))


def _plain(sheet: Sheet) -> "Rows | Minutes":
    if sheet.versions:
        from kehoach.output.comparison.minutes import minutes_of  # noqa: PLC0415

        return minutes_of(sheet)
    from kehoach.output.comparison.rows import rows_of  # noqa: PLC0415

    return rows_of(sheet)


def _lines(sheet: Sheet) -> Iterator[str]:
    """Return the lines of *sheet* for people at a terminal."""
    if sheet.versions:
        from kehoach.output.comparison.minutes import minutes_of  # noqa: PLC0415
        from kehoach.output.comparison.minutes_text import format_minutes  # noqa: PLC0415

        return format_minutes(minutes_of(sheet))
    from kehoach.output.comparison.text import format_comparison  # noqa: PLC0415

    return format_comparison(sheet)


@dataclass(frozen=True, slots=True)
class _Brief:
    """A line of the matrix, or minutes."""

    line: "Line | None"
    minutes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Lean:
    """Keeps of an outcome what the text of many needs."""

    fail_on: str

    def __call__(self, outcome: Outcome) -> Kept[_Brief]:
        """Return the line of *outcome*, or its minutes where it compares versions."""
        if outcome.comparison is not None:
            from kehoach.compare.matrix import line_of  # noqa: PLC0415

            line = line_of(outcome.comparison)
            failing = FAILING[self.fail_on]
            return Kept(any(line.counts[verdict] for verdict in failing), _Brief(line))
        sheet = outcome.lay_out()
        return Kept(fails(sheet, self.fail_on), _Brief(None, (*_lines(sheet), "")))


def _with_bar(results: Iterable[T], total: int) -> Iterator[T]:
    """Yield *results*, with a bar on standard error while that is a terminal."""
    if total < _SHOWN_FROM or not sys.stderr.isatty():
        yield from results
        return
    from rich.console import Console  # noqa: PLC0415  only people at a terminal see it
    from rich.progress import track  # noqa: PLC0415

    console = Console(stderr=True)
    yield from track(results, "Đang so sánh", total, console=console, transient=True)
