"""``kehoach new --amend``: the amending plan from the command line."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Kehoach = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a plan as issued and as changed."""
    shutil.copy(ROOT / "plans/hop-minh.yaml", tmp_path / "da-ban-hanh.yaml")
    text = (tmp_path / "da-ban-hanh.yaml").read_text("utf-8")
    text = text.replace("muc_dat: tối thiểu 80%", "muc_dat: tối thiểu 85%")
    (tmp_path / "hop-minh.yaml").write_text(text, "utf-8")
    return tmp_path


def test_the_amending_plan_is_written_checked_and_rendered(kehoach: Kehoach, folder: Path) -> None:
    done = kehoach("new", "--amend", "hop-minh.yaml", "--with", "da-ban-hanh.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert "đã ghi hop-minh-sua-doi.yaml" in done.stdout
    assert kehoach("validate", "hop-minh-sua-doi.yaml").returncode == 0
    assert kehoach("render", "hop-minh-sua-doi.yaml").returncode == 0
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
def test_what_cannot_be_amended_is_refused(
    kehoach: Kehoach, folder: Path, arguments: list[str], words: str
) -> None:
    done = kehoach("new", "--amend", "hop-minh.yaml", *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert not (folder / "hop-minh-sua-doi.yaml").exists()
