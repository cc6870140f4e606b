"""Reports read from plans and logs by the settings of the project."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kehoach.cli.configuration import Configuration, read_configuration
from kehoach.cli.plan_loading import load_plan
from kehoach.cli.progress_settings import read_settings
from kehoach.cli.report_settings import read_rules
from kehoach.model.holidays import calendar
from kehoach.progress.log import load_log, log_file
from kehoach.progress.timing import Settings
from kehoach.reporting.report import Report, make_report
from kehoach.reporting.windows import Window, read_window
from kehoach.source.resources import project_root

FORMS = ("nd30", "hd05")


@dataclass(frozen=True, slots=True)
class Terms:
    """By what all reports of one run are made: the days of the period by form, and settings."""

    project: Path
    chosen: Configuration
    settings: Settings
    windows: Mapping[str, Window]


def read_terms(period: str, config: Path | None) -> Terms:
    """Return the terms for *period*.

    Raises ValueError for a period that is none, `SourceError` for settings that cannot be used.
    """
    project = project_root(Path())
    chosen = read_configuration(Path(), config)
    days = calendar(project)
    windows = {form: read_window(period, read_rules(chosen, form, days)) for form in FORMS}
    return Terms(project, chosen, read_settings(Path(), config), windows)


def read_report(
    file: Path, *, named: bool, windows: Mapping[str, Window], settings: Settings
) -> Report | None:
    """Return the report of the plan *file*, None where it is no plan and not *named*.

    Raises `SourceError`.
    """
    plan = load_plan(file, named=named)
    if plan is None:
        return None
    log = load_log(log_file(file))
    return make_report(plan, log.entries, windows[plan.document.profile], settings)
