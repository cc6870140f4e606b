"""How a project judges progress: ``[progress]`` of its configuration, and its calendar."""

from pathlib import Path

from kehoach.cli.configuration import read_configuration
from kehoach.progress.timing import Settings
from kehoach.source.resources import project_root


def read_settings(start: Path, named: Path | None = None) -> Settings:
    """Return the settings in *named*, or nearest to *start*; raises `SourceError`."""
    chosen = read_configuration(start, named).progress
    calendar = None
    if chosen.working_days:
        from kehoach.model.holidays import calendar as read_calendar  # noqa: PLC0415  few need it

        calendar = read_calendar(project_root(start))
    return Settings(chosen.risk_days, chosen.working_days, chosen.constantly, calendar)
