"""Plans read and compared, each with the framework it names or the one that is asked for."""

from collections.abc import Iterable
from pathlib import Path

from kehoach.cli.files import expand
from kehoach.compare.verdict import Comparison, Verdict, compare_with_framework
from kehoach.model.library import Library
from kehoach.model.reading import read_plan
from kehoach.source.place import Fault, SourceError
from kehoach.source.resources import project_root
from kehoach.source.tree import SourceFile, load

Compared = tuple[Comparison, SourceFile, SourceFile]


def compare_files(paths: Iterable[Path], framework: str) -> list[Compared]:
    """Compare every plan in *paths* with *framework*, or with the first that the plan names.

    Raises `SourceError` for a plan that cannot be used and for a framework that is not there.
    """
    library = Library(project_root(Path()))
    return [_compare(file, framework, library) for file, _ in expand(paths)]


def fails(comparison: Comparison, fail_on: str) -> bool:
    """Tell whether a binding item has a verdict that *fail_on* names."""
    failing = {
        "never": set[Verdict](),
        "weaker": {Verdict.WEAKER, Verdict.LATER},
        "missing": {Verdict.WEAKER, Verdict.LATER, Verdict.MISSING},
        "any": {Verdict.WEAKER, Verdict.LATER, Verdict.MISSING, Verdict.DOUBTFUL},
    }[fail_on]
    return any(item.binds and item.verdict in failing for item in comparison.items)


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
