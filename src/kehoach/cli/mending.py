"""Findings mended in the files of the user, as far as they can be mended by a program."""

import difflib
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kehoach.cli.configuration import Configuration
from kehoach.cli.files import expand
from kehoach.model.library import Library
from kehoach.model.reading import PLAN_SCHEMA, read_plan, schema_of
from kehoach.output.writing import WriteError, write_beside
from kehoach.rules.checking import check_plan
from kehoach.rules.finding import CERTAIN, Fix
from kehoach.rules.fixing import apply_fixes
from kehoach.rules.selection import Selection
from kehoach.source.place import SourceError
from kehoach.source.resources import project_root
from kehoach.source.splice import SpliceError, write_back
from kehoach.source.tree import SourceFile, load, parse
from kehoach.thethuc import WORD_ENDINGS

_MAY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_ROUNDS = 5
"""A fix may uncover another; more rounds would mean that two fixes undo each other."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file whose bytes become *data* by so many *fixes*, which *diff* shows line by line."""

    file: Path
    data: bytes
    fixes: int
    diff: tuple[str, ...]

    def write(self) -> None:
        """Put the fixed file in place; raises `WriteError`, of a read-only file too."""
        if not self.file.stat().st_mode & _MAY_WRITE:
            raise WriteError(f"không ghi được {self.file}: tệp chỉ được đọc")
        write_beside(self.file, self.data)


def mend_files(paths: list[Path], settings: Configuration, *, unsafe: bool) -> Iterator[Mended]:
    """Yield every plan and Word file in *paths* that fixes change, none that cannot be read.

    Without *unsafe* only fixes are made that cannot change what the document says.
    """
    library = Library(project_root(Path()))
    for file, _ in _readable(paths):
        try:
            if file.suffix.lower() in WORD_ENDINGS:
                yield from _mend_word(file, settings.profile)
                continue
            source = load(file, file.as_posix())
            if schema_of(source) == PLAN_SCHEMA:
                selection = settings.selection_for(file)
                yield from _mend(file, source, library, settings, selection, unsafe=unsafe)
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
) -> Iterator[Mended]:
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
    if made:
        name = file.as_posix()
        lines = (before.splitlines(), source.text.splitlines())
        diff = tuple(difflib.unified_diff(*lines, name, name, lineterm=""))
        yield Mended(file, write_back(file, source.text), made, diff)


def _mend_word(file: Path, profile: str) -> Iterator[Mended]:
    # Reading Word files takes libraries that plans do without.
    from kehoach.importers.readers.archive import LARGEST_FILE  # noqa: PLC0415
    from kehoach.importers.readers.refusal import read_bytes  # noqa: PLC0415
    from kehoach.thethuc.repairing.fixing import fix_docx  # noqa: PLC0415

    name = file.as_posix()
    data = read_bytes(file, name, LARGEST_FILE)
    fixed = fix_docx(data, name, profile or None)
    if fixed.data is not data:
        left = {one.fingerprint for one in fixed.after.findings}
        gone = [one for one in fixed.before.findings if one.fingerprint not in left]
        diff = [f"- đoạn {one.paragraph}: {one.rule.number} {one.message}" for one in gone]
        yield Mended(file, fixed.data, len(gone), (f"--- {name}", *diff))
