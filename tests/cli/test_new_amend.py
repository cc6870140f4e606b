"""``kehoach new --amend``: the amending plan from the command line."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def kehoach(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kehoach", *arguments],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "COLUMNS": "200"},
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a plan as issued and as changed."""
    shutil.copy(ROOT / "plans/hop-minh.yaml", tmp_path / "da-ban-hanh.yaml")
    text = (tmp_path / "da-ban-hanh.yaml").read_text("utf-8")
    text = text.replace("muc_dat: tối thiểu 80%", "muc_dat: tối thiểu 85%")
    (tmp_path / "hop-minh.yaml").write_text(text, "utf-8")
    return tmp_path


def test_the_amending_plan_is_written_checked_and_rendered(folder: Path) -> None:
    done = kehoach(folder, "new", "--amend", "hop-minh.yaml", "--with", "da-ban-hanh.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert "đã ghi hop-minh-sua-doi.yaml" in done.stdout
    assert kehoach(folder, "validate", "hop-minh-sua-doi.yaml").returncode == 0
    assert kehoach(folder, "render", "hop-minh-sua-doi.yaml").returncode == 0
    text = (folder / "hop-minh-sua-doi.yaml").read_text("utf-8")
    assert "mức đạt tối thiểu 85% (trước đây: tối thiểu 80%)" in " ".join(text.split())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--with", "hop-minh.yaml"], "không khác hop-minh.yaml"),
        (["--with", "HEAD"], "không nằm trong kho git nào"),
        (["--with", "da-ban-hanh.yaml", "--profile", "nd30"], "bỏ --profile"),
        (["--with", "da-ban-hanh.yaml", "--from", "da-ban-hanh.yaml"], "bỏ --from"),
    ],
)
def test_what_cannot_be_amended_is_refused(folder: Path, arguments: list[str], words: str) -> None:
    done = kehoach(folder, "new", "--amend", "hop-minh.yaml", *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert not (folder / "hop-minh-sua-doi.yaml").exists()
