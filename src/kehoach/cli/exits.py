"""Exit statuses of every command."""

FOUND = 1
"""There are findings, or verdicts, that ``--fail-on`` names."""
UNUSABLE = 2
"""Wrong use, or input or output that cannot be used."""
INTERRUPTED = 130
"""Stopped by the user, as shells have it."""
