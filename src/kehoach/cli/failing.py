"""Input that a command cannot go on with: every fault to standard error, exit status 2."""

import typer

from kehoach.cli import exits
from kehoach.source.place import SourceError


def report_unusable(error: SourceError) -> int:
    """Say what is wrong with the file and return the exit status."""
    from kehoach.output.findings.text import format_findings  # noqa: PLC0415  most runs do without
    from kehoach.output.reporting import report_error  # noqa: PLC0415  the same

    for line in format_findings(report_error(error)):
        typer.echo(line, err=True)
    return exits.UNUSABLE
