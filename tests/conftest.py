"""Options of all tests."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--rewrite-golden``: expected files are written anew, for review in the diff."""
    parser.addoption(
        "--rewrite-golden", action="store_true", help="ghi lại các tệp kết quả mong đợi"
    )


@pytest.fixture
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--rewrite-golden"))
