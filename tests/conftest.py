"""Options of all tests."""

import os

import pytest
from hypothesis import settings

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
