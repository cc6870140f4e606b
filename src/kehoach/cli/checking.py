"""Files checked, several at once; one that cannot be read does not stop the others."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kehoach.cli import collect_seldom
from kehoach.cli.configuration import Configuration
from kehoach.cli.files import expand
from kehoach.cli.records import decode, encode
from kehoach.cli.result import FileResult
from kehoach.output.report import Report, Reported
from kehoach.rules.finding import CERTAIN
from kehoach.rules.selection import Selection
from kehoach.source.place import SourceError

if TYPE_CHECKING:
    from kehoach.cli.cache import Cache

_MANY = 48
"""From so many files on it pays to start other processes."""
_ENOUGH = 16
"""So many files are worth a process."""
_AT_ONCE = 4
"""So many files a process takes at a time: few enough that none works alone at the end."""


class Given(NamedTuple):
    """A file to check: whether the user named it (or its folder), and which rules run.

    ``profile`` is the form for Word files. Unless ``accepted``, what the file itself accepts is
    only counted.
    """

    file: Path
    named: bool
    selection: Selection
    profile: str
    accepted: bool


class Checked(NamedTuple):
    """What came of checking files; ``unreadable`` is set when one could not be read at all."""

    report: Report
    unreadable: bool
    passed_over: tuple[str, ...]


def check_files(
    paths: Iterable[Path],
    settings: Configuration,
    cache: "Cache | None",
    *,
    accepted: bool = False,
) -> Checked:
    """Check every plan, framework and progress log in *paths* as *settings* say.

    Findings that are not certain are left out unless the settings are pedantic. Those that a file
    accepts are counted, and listed as well if *accepted*.
    """
    findings: list[Reported] = []
    kept: list[Reported] = []
    count = 0
    files: list[str] = []
    passed_over: list[str] = []
    unreadable = False
    given: list[Given] = []
    try:
        for file, named in expand(paths, logs=True):
            chosen = settings.selection_for(file)
            given.append(Given(file, named, chosen, settings.profile, accepted))
    except SourceError as error:
        from kehoach.output.reporting import report_error  # noqa: PLC0415  rarely needed

        findings += report_error(error)
        unreadable = True
    for one, result in zip(given, _results(given, cache), strict=True):
        if not (result.ours or one.named):
            passed_over.append(result.file)
            continue
        unreadable |= result.unreadable
        files.append(result.file)
        findings += _shown(result.findings, one.selection, pedantic=settings.pedantic)
        kept += _shown(result.accepted or (), one.selection, pedantic=True)
        count += result.accepted_count
    report = Report(tuple(files), tuple(findings), tuple(kept), count)
    return Checked(report, unreadable, tuple(passed_over))


def _shown(
    findings: Iterable[Reported], selection: Selection, *, pedantic: bool
) -> Iterator[Reported]:
    for found in findings:
        if pedantic or found.confidence >= CERTAIN:
            level = selection.level(found.code, found.name, found.level)
            yield found if level is found.level else found._replace(level=level)


def _results(given: list[Given], cache: "Cache | None") -> Iterator[FileResult]:
    """Yield the results in order; what the cache does not have is checked now."""
    kept = [_find(cache, one) if cache else None for one in given]
    fresh = _check([one for one, result in zip(given, kept, strict=True) if result is None])
    try:
        for one, result in zip(given, kept, strict=True):
            if result is not None:
                yield result
                continue
            data = next(fresh)
            new = decode(one.file.as_posix(), data, accepted=one.accepted)
            if cache and not new.unreadable:
                cache.keep(one.file, one.selection, one.profile, data)
            yield new
    finally:
        if cache:
            cache.save()


def _find(cache: "Cache", one: Given) -> FileResult | None:
    return cache.find(one.file, one.selection, one.profile, accepted=one.accepted)


def _check(given: list[Given]) -> Iterator[bytes]:
    """Yield the results of checks now, as `records.encode` writes them."""
    if not given:
        return
    processes = min(os.cpu_count() or 1, len(given) // _ENOUGH)
    if len(given) < _MANY or processes == 1:
        for one in given:
            yield _check_one(one)
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    with ProcessPoolExecutor(processes, initializer=collect_seldom) as pool:
        yield from pool.map(_check_one, given, chunksize=_AT_ONCE)


def _check_one(one: Given) -> bytes:
    from kehoach.cli.file_checking import check_file  # noqa: PLC0415  heavy, and kept results do without

    result = check_file(one.file, one.selection, one.profile, accepted=one.accepted)
    return encode(result)
