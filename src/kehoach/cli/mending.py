"""Findings mended in the files of the user, as far as they can be mended by a program."""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kehoach.cli.configuration import Configuration
from kehoach.cli.files import expand
from kehoach.model.library import Library
from kehoach.model.reading import PLAN_SCHEMA, read_plan, schema_of
from kehoach.output.writing import write_beside
from kehoach.rules.checking import check_plan
from kehoach.rules.finding import CERTAIN, Fix
from kehoach.rules.fixing import apply_fixes
from kehoach.rules.selection import Selection
from kehoach.source.place import SourceError
from kehoach.source.resources import project_root
from kehoach.source.splice import SpliceError, write_back
from kehoach.source.tree import SourceFile, load, parse

_ROUNDS = 5
"""A fix may uncover another; more rounds would mean that two fixes undo each other."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file before and after its fixes, and how many were made."""

    file: Path
    before: str
    after: str
    fixes: int

    def diff(self) -> Iterator[str]:
        """Yield the lines of a unified diff."""
        name = self.file.as_posix()
        old, new = self.before.splitlines(), self.after.splitlines()
        yield from difflib.unified_diff(old, new, name, name, lineterm="")

    def write(self) -> None:
        """Put the fixed text in place of the file; raises `WriteError`."""
        write_beside(self.file, write_back(self.file, self.after))


def mend_files(paths: list[Path], settings: Configuration, *, unsafe: bool) -> Iterator[Mended]:
    """Yield every plan in *paths* that fixes change; files that cannot be read are left alone.

    Without *unsafe* only fixes are made that cannot change what the document says.
    """
    library = Library(project_root(Path()))
    for file, _ in _readable(paths):
        try:
            source = load(file, file.as_posix())
            if schema_of(source) == PLAN_SCHEMA:
                selection = settings.selection_for(file)
                mended = _mend(file, source, library, settings, selection, unsafe=unsafe)
                if mended.fixes:
                    yield mended
        except (SourceError, SpliceError):
            continue  # checking the file afterwards says what is wrong with it


def _readable(paths: list[Path]) -> Iterator[tuple[Path, bool]]:
    try:
        yield from expand(paths)
    except SourceError:
        return


def _mend(  # noqa: PLR0913  what decides which fixes are made
    file: Path,
    source: SourceFile,
    library: Library,
    settings: Configuration,
    selection: Selection,
    *,
    unsafe: bool,
) -> Mended:
    before, made = source.text, 0
    for _ in range(_ROUNDS):
        found = check_plan(read_plan(source), library.framework, selection).findings
        fixes: list[Fix] = [
            one.finding.fix
            for one in found
            if one.finding.fix
            and (one.finding.fix.safe or unsafe)
            and (one.finding.confidence >= CERTAIN or settings.pedantic)
        ]
        after = apply_fixes(source, fixes)
        if after == source.text:
            break
        made += len(fixes)
        source = parse(after, source.name)
    return Mended(file, before, source.text, made)
