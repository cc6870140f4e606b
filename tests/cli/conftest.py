"""The command line in a process of its own, as a user runs it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Kehoach = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def kehoach(tmp_path: Path) -> Kehoach:
    """Run ``kehoach`` in a folder of its own, with an environment on top of that of the tests."""

    def run(
        *arguments: str | Path, cwd: Path = tmp_path, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "kehoach", *map(str, arguments)],
            cwd=cwd,
            capture_output=True,
            encoding="utf-8",
            check=False,
            env={**os.environ, "COLUMNS": "160", "NO_COLOR": "1", **environment},
        )

    return run
