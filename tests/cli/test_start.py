"""What a start costs: heavy libraries are not imported before they are used."""

import subprocess
import sys

import pytest

HEAVY = ("rich", "jinja2", "docx", "lxml", "openpyxl", "xlsxwriter", "rapidfuzz", "jsonschema_rs")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["validate", "--help"],
        ["compare", "--help"],
        ["render", "--help"],
        ["progress", "--help"],
        ["status", "--help"],
    ],
    ids=" ".join,
)
def test_help_and_version_import_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom kehoach.cli import main\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code\n"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
