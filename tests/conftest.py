"""Options of all tests, and the command line in a process of its own, as a user runs it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

Kehoach = Callable[..., subprocess.CompletedProcess[str]]

# CI must not fail by the luck of the draw: there the examples are always the same. By hand they
# differ from run to run, and so go on looking. Slow machines are no faults of the code.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("hand", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "hand")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--rewrite-golden``: expected files are written anew, for review in the diff."""
    parser.addoption(
        "--rewrite-golden", action="store_true", help="ghi lại các tệp kết quả mong đợi"
    )


@pytest.fixture
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--rewrite-golden"))


@pytest.fixture
def kehoach(tmp_path: Path) -> Kehoach:
    """Run ``kehoach`` in a folder of its own, with an environment on top of that of the tests."""

    def run(
        *arguments: str | Path, cwd: Path = tmp_path, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "kehoach", *map(str, arguments)],
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            check=False,
            env={**os.environ, "COLUMNS": "160", "NO_COLOR": "1", **environment},
        )

    return run
