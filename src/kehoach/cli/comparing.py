"""Plans read and compared, each with the framework it names or the one that is asked for."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from kehoach.cli.files import expand
from kehoach.compare.verdict import Comparison, Verdict, compare_with_framework
from kehoach.compare.versions import Versions, compare_versions
from kehoach.model.library import Library
from kehoach.model.reading import read_plan
from kehoach.source.place import Fault, SourceError
from kehoach.source.resources import project_root
from kehoach.source.revision import load_revision
from kehoach.source.tree import SourceFile, load

Compared = tuple[Comparison, SourceFile, SourceFile]


def compare_files(paths: Iterable[Path], framework: str) -> list[Compared]:
    """Compare every plan in *paths* with *framework*, or with the first that the plan names.

    Raises `SourceError` for a plan that cannot be used and for a framework that is not there.
    """
    library = Library(project_root(Path()))
    return [_compare(file, framework, library) for file, _ in expand(paths)]


def compare_with_version(file: Path, other: str) -> tuple[Versions, SourceFile, SourceFile]:
    """Compare the plan *file* with the plan file *other*, or with itself at that git revision.

    Returns the changes with the file of the old and of the new side. Raises `SourceError`.
    """
    before = load(Path(other), other) if Path(other).is_file() else _revision(file, other)
    now = load(file, file.as_posix())
    return compare_versions(read_plan(before), read_plan(now)), before, now


def _revision(file: Path, revision: str) -> SourceFile:
    """Return the file at *revision*; where there is none, name what ``--with`` takes besides."""
    try:
        return load_revision(file, revision)
    except SourceError as error:
        (fault,) = error.faults
        codes = ", ".join(Library(project_root(Path())).codes())
        help_ = f"{fault.help}; hoặc nêu một tệp kế hoạch, hoặc một khung: {codes}"
        raise SourceError(error.file, (replace(fault, help=help_),)) from None


def is_framework(name: str) -> bool:
    """Tell whether ``--with`` names a framework of the project or of the program."""
    return name in Library(project_root(Path())).codes()


def fails(comparison: Comparison, fail_on: str) -> bool:
    """Tell whether a binding item has a verdict that *fail_on* names."""
    failing = _FAILING[fail_on]
    return any(item.binds and item.verdict in failing for item in comparison.items)


def versions_fail(versions: Versions, fail_on: str) -> bool:
    """Tell whether a change has a verdict that *fail_on* names; what was dropped is missing."""
    return any(change.verdict in _FAILING[fail_on] for change in versions.changes)


_FAILING = {
    "never": set[Verdict](),
    "weaker": {Verdict.WEAKER, Verdict.LATER},
    "missing": {Verdict.WEAKER, Verdict.LATER, Verdict.MISSING},
    "any": {Verdict.WEAKER, Verdict.LATER, Verdict.MISSING, Verdict.DOUBTFUL},
}


def _compare(file: Path, wanted: str, library: Library) -> Compared:
    source = load(file, file.as_posix())
    plan = read_plan(source)
    code = wanted or next(iter(plan.frameworks), "")
    if not code:
        raise _unusable(source, "kế hoạch không khai khung nào để so", library)
    framework = library.framework(code)
    if framework is None:
        raise _unusable(source, f"không có khung “{code}”", library)
    return compare_with_framework(plan, framework), source, library.source(code)


def _unusable(source: SourceFile, message: str, library: Library) -> SourceError:
    help_ = f"các khung hiện có: {', '.join(library.codes())}; chọn bằng --with"
    place = source.place(("khung",))
    return SourceError(source.name, (Fault("KH001", message, help_, ("khung",), place),))
