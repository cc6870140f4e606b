"""``kehoach render``: formats, many files, names that clash, programs that are missing."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
Kehoach = Callable[..., subprocess.CompletedProcess[str]]
PLAN = ROOT / "plans" / "hop-minh.yaml"


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_html_is_written(kehoach: Kehoach, tmp_path: Path) -> None:
    done = kehoach("render", PLAN, "--format", "html", "-o", tmp_path / "ra")
    assert done.returncode == 0
    assert names(tmp_path / "ra") == ["hop-minh.html"]
    assert done.stdout == f"đã ghi {(tmp_path / 'ra' / 'hop-minh.html').as_posix()}\n"
    text = (tmp_path / "ra" / "hop-minh.html").read_text("utf-8")
    assert text.startswith("<!doctype html>")


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftoppm")),
    reason="needs LibreOffice and poppler",
)
@pytest.mark.parametrize(
    ("options", "written"),
    [
        (["--format", "pdf"], ["hai duong.pdf"]),
        (["--preview"], ["hai duong.docx", "hai duong-trang-1.png", "hai duong-trang-3.png"]),
        (["--preview", "--format", "pdf"], ["hai duong.pdf", "hai duong-trang-2.png"]),
    ],
    ids=" ".join,
)
def test_pages_are_written(
    options: list[str], written: list[str], kehoach: Kehoach, tmp_path: Path
) -> None:
    shutil.copy(ROOT / "plans" / "hai-duong.yaml", tmp_path / "hai duong.yaml")
    done = kehoach("render", "hai duong.yaml", *options, "-o", "ra")
    assert (done.returncode, done.stderr) == (0, "")
    found = set(names(tmp_path / "ra"))
    assert found.issuperset(written)
    assert {name.rsplit(".", 1)[1] for name in found} == {
        name.rsplit(".", 1)[1] for name in written
    }


@pytest.mark.parametrize("options", [["--format", "pdf"], ["--preview"]], ids=" ".join)
def test_a_missing_program_is_said_before_anything_is_written(
    options: list[str], kehoach: Kehoach, tmp_path: Path
) -> None:
    done = kehoach("render", PLAN, *options, "-o", tmp_path / "ra", PATH=str(tmp_path))
    assert done.returncode == 2
    assert done.stderr.startswith("kehoach: không có LibreOffice trên máy này")
    assert not (tmp_path / "ra").exists()


def test_two_plans_of_one_name_do_not_write_over_each_other(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    for folder, name in (("a", "X.yaml"), ("b", "x.yaml")):
        (tmp_path / folder).mkdir()
        shutil.copy(PLAN, tmp_path / folder / name)
    done = kehoach("render", "a", "b", "-o", "ra")
    assert done.returncode == 2
    assert "b/x.yaml và a/X.yaml cùng ra ra/x.docx" in done.stderr
    assert names(tmp_path / "ra") == ["X.docx"]


def test_many_plans_are_counted(kehoach: Kehoach, tmp_path: Path) -> None:
    text = PLAN.read_text("utf-8")
    (tmp_path / "plans").mkdir()
    for number in range(60):
        (tmp_path / "plans" / f"{number:02}.yaml").write_text(text, "utf-8")
    (tmp_path / "plans" / "59.yaml").write_text("kehoach: 1", "utf-8")
    done = kehoach("render", "plans", "-o", "ra")
    assert done.returncode == 2
    assert done.stdout == "đã ghi 59 tệp vào ra\n"
    assert "plans/59.yaml:" in done.stderr
    assert len({file.read_bytes() for file in (tmp_path / "ra").iterdir()}) == 1
    assert len(names(tmp_path / "ra")) == 59
