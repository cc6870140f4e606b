"""Comparisons written as files by the command."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def compare(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kehoach", "compare", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "NO_COLOR": "1"},
    )


@pytest.mark.parametrize(
    ("ending", "start"), [("html", b"<!doctype"), ("xlsx", b"PK"), ("docx", b"PK")]
)
def test_a_file_is_named_after_the_plan_or_as_asked(
    ending: str, start: bytes, tmp_path: Path
) -> None:
    one, many = tmp_path / f"xuan-hung.so-sanh.{ending}", tmp_path / "con" / f"bang.{ending}"
    done = compare("plans/xuan-hung.yaml", "--format", ending, "-o", tmp_path)
    assert (done.returncode, done.stdout) == (1, f"đã ghi {one.as_posix()}\n")
    done = compare("plans", "--format", ending, "-o", many, "--fail-on", "never")
    assert (done.returncode, done.stdout) == (0, f"đã ghi {many.as_posix()}\n")
    assert one.read_bytes().startswith(start)
    assert many.read_bytes().startswith(start)


def test_markdown_goes_to_the_screen_for_frameworks_and_versions() -> None:
    done = compare("plans/xuan-hung.yaml", "--format", "markdown")
    assert done.stdout.startswith("### xã Xuân Hưng, tỉnh Ninh Bình so với ")
    done = compare("plans/xuan-hung.yaml", "--with", "plans/hop-minh.yaml", "--format", "markdown")
    assert done.stdout.startswith(
        "### xã Xuân Hưng, tỉnh Ninh Bình: `plans/xuan-hung.yaml` so với "
    )


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    done = compare("plans", "--format", "html", "-o", tmp_path / "a" / "b")
    assert done.returncode == 2
    assert "không ghi được" in done.stderr


@pytest.mark.parametrize("ending", ["html", "xlsx", "docx"])
def test_versions_go_into_a_file_as_well(ending: str, tmp_path: Path) -> None:
    file = tmp_path / f"xuan-hung.so-sanh.{ending}"
    done = compare(
        "plans/xuan-hung.yaml", "--with", "plans/hop-minh.yaml", "--format", ending, "-o", tmp_path
    )
    assert (done.returncode, done.stdout) == (1, f"đã ghi {file.as_posix()}\n")
    assert file.stat().st_size > 5000


def test_one_file_holds_either_versions_or_comparisons_with_what_stands_above(
    tmp_path: Path,
) -> None:
    plan, framework = "plans/xuan-hung.yaml", "templates/khung/05-kh-bcdtw.yaml"
    options = ("--with", "plans/hop-minh.yaml", "--format", "html", "-o", tmp_path)
    done = compare(plan, framework, *options)
    assert done.returncode == 2
    assert "05-kh-bcdtw" in done.stderr
    assert "so mỗi loại một lần" in done.stderr
    assert (tmp_path / "so-sanh.html").is_file()
