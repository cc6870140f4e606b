"""What a start costs: heavy libraries are not imported before they are used."""

import os
import subprocess
import sys
from pathlib import Path

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
    command = [sys.executable, "-X", "importtime", "-m", "kehoach", *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "kehoach.cli.app" in imported
    assert not imported.intersection(HEAVY)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
def test_a_full_disk_is_said() -> None:
    command = [sys.executable, "-m", "kehoach", "rules"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False
        )
    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_leaves_is_no_fault() -> None:
    command = [sys.executable, "-m", "kehoach", "rules"]
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        command, stdout=writing, stderr=subprocess.PIPE, encoding="utf-8", check=False
    )
    os.close(writing)
    assert done.returncode in {1, 2}  # typer says 1 where it is the first to notice
    assert done.stderr == ""
