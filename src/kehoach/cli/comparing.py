"""Plans read and compared: with a framework, with a plan above, or with another state."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from kehoach.compare.alignment import Aligner
from kehoach.compare.laying_out import SideMaker, lay_out, lay_out_versions, side_maker
from kehoach.compare.party import Party, party_of_framework, party_of_plan
from kehoach.compare.sheet import ITEMS, Sheet
from kehoach.compare.verdict import Comparison, Verdict, compare
from kehoach.compare.versions import Versions, compare_versions
from kehoach.model.library import Library
from kehoach.model.reading import (
    FRAMEWORK_SCHEMA,
    check_codes,
    read_framework,
    read_plan,
    schema_of,
)
from kehoach.source.place import Fault, SourceError
from kehoach.source.reading import shown_name
from kehoach.source.resources import project_root
from kehoach.source.revision import STAGED, load_revision
from kehoach.source.tree import SourceFile, load

T = TypeVar("T")


class As(StrEnum):
    """What the plan file named by ``--with`` is to the plans that are compared."""

    version = "version"
    above = "above"


_PLAN_ENDINGS = {".yaml", ".yml"}
_NO_FILE = ("không có tệp này", "kiểm tra lại đường dẫn")
_CARRIED_OUT = "thuc_hien"
"""The key of a framework that names the frameworks which it carries out itself."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: the side above (empty for all frameworks that each plan names)."""

    other: str = ""
    role: As = As.version
    staged: bool = False


@dataclass(frozen=True, slots=True)
class Unusable:
    """A file that could not be compared, and why."""

    file: str
    faults: tuple[Fault, ...]

    def error(self) -> SourceError:
        """Return what a command reports."""
        return SourceError(self.file, self.faults)


@dataclass(frozen=True, slots=True)
class Above:
    """A side above, read once for all plans: how they are aligned with it, and its sides."""

    aligner: Aligner
    sides: SideMaker


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: the comparison with what stands above, unless with another state."""

    comparison: Comparison | None
    lay_out: Callable[[], Sheet]


@dataclass
class Comparer:
    """Compares files one by one; what they are compared with is read once."""

    wanted: Wanted
    library: Library = field(default_factory=lambda: Library(project_root(Path())))
    _above: dict[str, Above] = field(default_factory=dict)

    @cached_property
    def _known_codes(self) -> tuple[str, ...]:
        """The codes of all frameworks: looking them up reads folders."""
        return tuple(self.library.codes())

    def compare(self, file: Path) -> list[Sheet]:
        """Compare *file* and return the whole sheets; see `outcomes`."""
        return [outcome.lay_out() for outcome in self.outcomes(file)]

    def outcomes(self, file: Path) -> list[Outcome]:
        """Compare *file*, with each of several frameworks where it names several.

        Raises `SourceError` where it or the other side cannot be used.
        """
        source = self._load(file)
        if schema_of(source) == FRAMEWORK_SCHEMA:
            below = party_of_framework(read_framework(source))
            named = tuple(source.value.get(_CARRIED_OUT) or ())
            return self._with_each(source, below, named)
        plan = read_plan(source)
        other = self._revisions()[0] or self.wanted.other
        if self.wanted.staged and not other:
            other = "HEAD"
        if other and (before := self._before(file, other)) is not None:
            versions = compare_versions(read_plan(before), plan)
            return [Outcome(None, lambda: lay_out_versions(versions, source, before))]
        return self._with_each(source, party_of_plan(plan), plan.frameworks)

    def _load(self, file: Path) -> SourceFile:
        """Return the new state of *file*: on disk, staged, or at the later of two revisions."""
        _, later = self._revisions()
        if later or self.wanted.staged:
            return load_revision(file, later or STAGED)
        return load(file, shown_name(file))

    def _revisions(self) -> tuple[str, str]:
        """Return the two revisions of ``OLD..NEW``, empty where ``--with`` is something else."""
        old, dots, new = self.wanted.other.partition("..")
        if not (old and dots and new) or "/" in (old[-1], new[0]) or _is_file(self.wanted.other):
            return "", ""
        return old, new

    def above(self, code: str) -> Above:
        """Return the side above that *code* names: a framework, or the path of a file."""
        if code not in self._above:
            party, source = self._read_above(code)
            self._above[code] = Above(Aligner(party), side_maker(party, source))
        return self._above[code]

    def _with_each(self, source: SourceFile, below: Party, named: tuple[str, ...]) -> list[Outcome]:
        codes = self._codes(source, below, named)
        return [self._with_above(source, below, self.above(code)) for code in codes]

    def _with_above(self, source: SourceFile, below: Party, above: Above) -> Outcome:
        compared = compare(below, above.aligner)
        return Outcome(compared, lambda: lay_out(compared, side_maker(below, source), above.sides))

    def _read_above(self, code: str) -> tuple[Party, SourceFile]:
        framework = None if _is_file(code) else self.library.framework(code)
        if framework is not None:
            return party_of_framework(framework), self.library.source(code)
        source = load(Path(code), code)
        if schema_of(source) == FRAMEWORK_SCHEMA:
            return party_of_framework(read_framework(source)), source
        party = party_of_plan(read_plan(source))
        for items in (party.targets, party.tasks):
            check_codes(source, ((item.code, item.path) for item in items))
        return party, source

    def _codes(self, source: SourceFile, below: Party, named: tuple[str, ...]) -> tuple[str, ...]:
        """Return what stands above *below*; raises `SourceError` where nothing usable does."""
        wanted = self.wanted.other
        if _is_file(wanted):
            return (wanted,)
        codes = (wanted,) if wanted else tuple(dict.fromkeys(named))
        if not codes:
            what = "tệp" if below.is_framework else "kế hoạch"
            raise self._unusable(source, f"{what} này không khai khung nào để so")
        for code in codes:
            if self.library.framework(code) is None:
                raise self._unusable(source, f"không có khung “{code}”")
        if wanted and named and wanted not in named and not below.is_framework:
            message = f"kế hoạch này thực hiện khung {', '.join(named)}, không phải {wanted}"
            help_ = (
                f"so với --with {named[0]}; nếu thực hiện cả hai thì thêm {wanted} vào khóa khung"
            )
            raise self._unusable(source, message, help_)
        return codes

    def _before(self, file: Path, other: str) -> SourceFile | None:
        """Return the other state that *other* names, or None where it stands above."""
        if not _is_file(other):
            if other in self._known_codes:
                return None
            return self._revision(file, other)
        source = load(Path(other), other)
        above = schema_of(source) == FRAMEWORK_SCHEMA or self.wanted.role is As.above
        return None if above else source

    def _revision(self, file: Path, revision: str) -> SourceFile:
        """Return the file at *revision*; without one, name what ``--with`` takes besides."""
        try:
            return load_revision(file, revision)
        except SourceError as error:
            fault = error.faults[0]
            if "không có bản" not in fault.message:
                raise
            if Path(revision).suffix in _PLAN_ENDINGS:
                raise SourceError(revision, (Fault("KH001", *_NO_FILE),)) from None
            codes = ", ".join(self._known_codes)
            help_ = f"{fault.help}; hoặc nêu một tệp kế hoạch, hoặc một khung: {codes}"
            raise SourceError(error.file, (fault._replace(help=help_),)) from None

    def _unusable(self, source: SourceFile, message: str, help_: str = "") -> SourceError:
        help_ = help_ or f"các khung hiện có: {', '.join(self._known_codes)}; chọn bằng --with"
        place = source.place(("khung",))
        return SourceError(source.name, (Fault("KH001", message, help_, ("khung",), place),))


def compare_with_version(file: Path, other: str) -> tuple[Versions, SourceFile, SourceFile]:
    """Compare the plan *file* with the plan file *other*, or with itself at that git revision.

    Returns the changes with the file of the old and of the new side. Raises `SourceError`.
    """
    now = load(file, shown_name(file))
    before = load(Path(other), other) if _is_file(other) else load_revision(file, other)
    return compare_versions(read_plan(before), read_plan(now)), before, now


def compare_one(comparer: Comparer, file: Path, keep: Callable[[Outcome], T]) -> list[T | Unusable]:
    """Compare *file* and return what *keep* keeps of each outcome, or why it could not be."""
    try:
        return [keep(outcome) for outcome in comparer.outcomes(file)]
    except SourceError as error:
        return [Unusable(error.file, error.faults)]


def fails(sheet: Sheet, fail_on: str) -> bool:
    """Tell whether an item that binds has a verdict that *fail_on* names and is not accepted.

    Between versions every change of a target or task binds; what was dropped is missing.
    """
    return any(
        row.open and row.verdict in FAILING[fail_on] for row in sheet.rows if row.kind in ITEMS
    )


FAILING: dict[str, frozenset[Verdict]] = {
    "never": frozenset(),
    "weaker": frozenset({Verdict.WEAKER, Verdict.LATER}),
    "missing": frozenset({Verdict.WEAKER, Verdict.LATER, Verdict.MISSING}),
    "any": frozenset({Verdict.WEAKER, Verdict.LATER, Verdict.MISSING, Verdict.DOUBTFUL}),
}
"""The verdicts that each value of ``--fail-on`` fails on."""


def _is_file(name: str) -> bool:
    return bool(name) and Path(name).is_file()
