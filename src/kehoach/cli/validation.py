"""What ``kehoach validate`` does: settings, fixes, checks, acceptances, output, exit status."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import typer

from kehoach.cli import exits
from kehoach.cli.checking import check_files
from kehoach.cli.configuration import Configuration, read_configuration
from kehoach.cli.failing import report_unusable
from kehoach.output.findings import formats, write_findings
from kehoach.output.report import Report
from kehoach.output.writing import WriteError
from kehoach.rules.finding import Level
from kehoach.rules.registry import rule_files
from kehoach.rules.selection import Selection
from kehoach.rules.structural import STRUCTURAL
from kehoach.source.place import SourceError
from kehoach.source.resources import project_root

if TYPE_CHECKING:
    from kehoach.cli.cache import Cache

_PROFILES = ("nd30", "hd05")
_SUMMARIZED = {"text", "concise", "github"}
"""Formats for people, beside which more may be said."""
_WITH_ACCEPTED = {"sarif"}
"""Formats that show accepted findings; the others do without them."""


class MisuseError(Exception):
    """Options that do not go together or name what does not exist, said with what to write."""


class Request(NamedTuple):
    """The options of the command as they were given."""

    paths: tuple[Path, ...]
    output: str
    fail_on: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    pedantic: bool
    profile: str
    fix: bool
    unsafe: bool
    diff: bool
    statistics: bool
    baseline: Path | None
    reason: str
    config: Path | None
    cache: bool


def validate(request: Request) -> int:
    """Do what *request* asks and return the exit status."""
    try:
        settings = _settings(request)
        if request.fix or request.diff:
            changed = _mend(request, settings)
            if request.diff:
                return exits.FOUND if changed else 0
        return _check(request, settings)
    except SourceError as error:
        return report_unusable(error)
    except (MisuseError, WriteError) as error:
        typer.echo(f"kehoach: {error}", err=True)
        return exits.UNUSABLE


def _settings(request: Request) -> Configuration:
    if request.output not in formats():
        words = ", ".join(formats())
        raise MisuseError(f"giá trị của --format phải là một trong: {words}")
    if request.unsafe and not (request.fix or request.diff):
        raise MisuseError("--unsafe đi cùng --fix hoặc --diff; thêm --fix, hoặc bỏ --unsafe")
    if request.profile not in {"", *_PROFILES}:
        raise MisuseError(f"giá trị của --profile phải là một trong: {', '.join(_PROFILES)}")
    settings = read_configuration(Path(), request.config)
    chosen = settings.selection
    entries = (*request.select, *request.ignore, *chosen.select, *chosen.ignore)
    _check_known((*entries, *(rule for rule, _ in chosen.levels)))
    selection = Selection(
        request.select or chosen.select, (*chosen.ignore, *request.ignore), chosen.levels
    )
    return settings._replace(
        selection=selection,
        fail_on=request.fail_on or settings.fail_on or "warning",
        pedantic=request.pedantic or settings.pedantic,
        profile=request.profile,
    )


def _check_known(entries: Iterable[str]) -> None:
    known = [*rule_files().values(), *((code, rule.name) for code, rule in STRUCTURAL.items())]
    unknown = [entry for entry in entries if not _names_one(entry, known)]
    if not unknown:
        return
    from kehoach.thethuc.registry import all_format_rules  # noqa: PLC0415  for Word files only

    of_form = [(rule.number, rule.name) for rule in all_format_rules()]
    for entry in unknown:
        if not _names_one(entry, of_form):
            raise MisuseError(f"không có quy tắc “{entry}”; xem các mã bằng kehoach rules")


def _names_one(entry: str, rules: Iterable[tuple[str, str]]) -> bool:
    return any(Selection((entry,)).covers(code, name) for code, name in rules)


def _mend(request: Request, settings: Configuration) -> bool:
    from kehoach.cli.mending import mend_files  # noqa: PLC0415  only --fix needs it

    files = fixes = 0
    for mended in mend_files(list(request.paths), settings, unsafe=request.unsafe):
        files += 1
        fixes += mended.fixes
        if request.diff:
            _print(mended.diff)
        else:
            mended.write()
    if files and not request.diff:
        typer.echo(f"đã sửa {fixes} chỗ trong {files} tệp", err=True)
    return files > 0


def _check(request: Request, settings: Configuration) -> int:
    cache = _cache() if request.cache else None
    checked = check_files(request.paths, settings, cache, accepted=request.output in _WITH_ACCEPTED)
    report = checked.report
    file = request.baseline or (settings.folder / settings.baseline if settings.baseline else None)
    if request.reason:
        return _write_baseline(report, file, request.reason)
    if file:
        from kehoach.cli.baseline import accept  # noqa: PLC0415  few projects have one

        names = dict(rule_files().values())
        chosen = settings.selection
        report = accept(report, file, lambda code: chosen.covers(code, names.get(code, "")))
    if request.statistics:
        from kehoach.output.statistics import count_findings  # noqa: PLC0415  on request

        _print(count_findings(report))
    else:
        _print(write_findings(report, request.output))
    if request.output in _SUMMARIZED:
        for name in checked.passed_over:
            typer.echo(f"bỏ qua {name}: không phải kế hoạch hay khung", err=True)
    if checked.unreadable:
        return exits.UNUSABLE
    if settings.fail_on == "never":
        return 0
    limit = Level(settings.fail_on).weight
    return exits.FOUND if any(f.level.weight >= limit for f in report.findings) else 0


def _write_baseline(report: Report, file: Path | None, reason: str) -> int:
    from kehoach.cli.baseline import write_baseline  # noqa: PLC0415  on request

    if file is None:
        raise MisuseError("--write-baseline cần biết ghi vào đâu; thêm --baseline chap-nhan.json")
    count = write_baseline(report, file, reason)
    typer.echo(f"đã ghi {count} phát hiện vào {file.as_posix()}", err=True)
    return 0


def _cache() -> "Cache":
    from kehoach.cli.cache import FOLDER, Cache  # noqa: PLC0415  not with --no-cache

    named = os.environ.get("KEHOACH_CACHE_DIR")
    return Cache(Path(named) if named else project_root(Path()) / FOLDER)


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(line)
