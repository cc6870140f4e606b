"""Many plans in one run: a matrix or one JSON list, faults named at the end, a bar meanwhile."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from kehoach.cli import exits
from kehoach.cli.comparing import FAILING, Comparer, Outcome, Unusable, Wanted, fails
from kehoach.cli.failing import report_unusable
from kehoach.cli.files import expand
from kehoach.cli.sharing_out import compare_all
from kehoach.compare.matrix import Line, build, heads_of, line_of
from kehoach.compare.sheet import Sheet
from kehoach.output.comparison_json import write_sheets
from kehoach.output.comparison_text import summary_of
from kehoach.output.matrix_text import FEW, format_matrix
from kehoach.output.versions_text import format_versions

T = TypeVar("T")
_SHOWN_FROM = 20
"""Files from which a bar is worth showing."""


@dataclass
class Many:
    """A run over *plans*; read `text` or `json` to its end, then ask for the `status`."""

    plans: Sequence[Path]
    wanted: Wanted
    fail_on: str
    _found: bool = False
    _unusable: list[Unusable] = field(default_factory=list)

    def text(self, sort: str, kept: str) -> Iterator[str]:
        """Yield the lines of a matrix for each side above; of versions, the minutes of each."""
        lines: list[Line] = []
        for result in self._each(_Kept(self.fail_on)):
            self._found |= result.fails
            yield from result.minutes
            if result.line:
                lines.append(result.line)
        for above in dict.fromkeys(line.above for line in lines):
            those = [line for line in lines if line.above == above]
            yield from self._matrix(above, those, sort, kept)

    def json(self) -> Iterator[str]:
        """Yield the text of the list of all rows."""
        return write_sheets(self._sheets())

    def status(self) -> int:
        """Report every file that could not be used and return the exit status."""
        for one in dict.fromkeys(self._unusable):  # a broken framework is met by every plan
            report_unusable(one.error())
        if self._unusable:
            return exits.UNUSABLE
        return exits.FOUND if self._found else 0

    def _sheets(self) -> Iterator[Sheet]:
        for sheet in self._each(_whole):
            self._found |= fails(sheet, self.fail_on)
            yield sheet

    def _each(self, keep: Callable[[Outcome], T]) -> Iterator[T]:
        files = [file for file, _ in expand(self.plans)]
        for result in _with_bar(compare_all(files, self.wanted, keep), len(files)):
            if isinstance(result, Unusable):
                self._unusable.append(result)
            else:
                yield result

    def _matrix(self, above: str, lines: list[Line], sort: str, kept: str) -> Iterator[str]:
        named = self.wanted.other or above
        heads = heads_of(Comparer(self.wanted).above(named).aligner.above)
        matrix = build(above, heads, lines, sort, kept)
        yield from format_matrix(matrix)
        if len(matrix.lines) <= FEW:
            yield ""
            for line in matrix.lines:
                yield summary_of(line.code, line.counts, line.accepted, binding=line.binding)


def _whole(outcome: Outcome) -> Sheet:
    return outcome.lay_out()


@dataclass(frozen=True, slots=True)
class _Lean:
    """What is kept of an outcome: a line of the matrix, or minutes."""

    fails: bool
    line: Line | None
    minutes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """Keeps of an outcome what the text needs."""

    fail_on: str

    def __call__(self, outcome: Outcome) -> _Lean:
        """Return the line of *outcome*, or its minutes where it compares versions."""
        if outcome.comparison is not None:
            line = line_of(outcome.comparison)
            failing = FAILING[self.fail_on]
            return _Lean(any(line.counts[verdict] for verdict in failing), line, ())
        sheet = outcome.lay_out()
        return _Lean(fails(sheet, self.fail_on), None, (*format_versions(sheet), ""))


def _with_bar(results: Iterable[T], total: int) -> Iterator[T]:
    """Yield *results*, with a bar on standard error while that is a terminal."""
    if total < _SHOWN_FROM or not sys.stderr.isatty():
        yield from results
        return
    from rich.console import Console  # noqa: PLC0415  only people at a terminal see it
    from rich.progress import track  # noqa: PLC0415

    console = Console(stderr=True)
    yield from track(results, "Đang so sánh", total, console=console, transient=True)
