"""``kehoach export``: one workbook a plan, clear sentences for what cannot be used."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import openpyxl  # type: ignore[import-untyped]  # no types

Kehoach = Callable[..., subprocess.CompletedProcess[str]]

PLANS = Path(__file__).parents[2] / "plans"


def test_a_workbook_named_after_each_plan(kehoach: Kehoach, tmp_path: Path) -> None:
    done = kehoach("export", str(PLANS), "--to", "xlsx", "-o", str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(file.stem for file in tmp_path.iterdir()) == sorted(
        file.stem for file in PLANS.glob("*.yaml") if ".tien-do" not in file.name
    )
    page = openpyxl.load_workbook(tmp_path / "huong-phung.xlsx")["Nhiệm vụ"]
    assert page["A1"].value == "Mã"


def test_what_is_no_plan(kehoach: Kehoach, tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text("a: b\n", encoding="utf-8")
    done = kehoach("export", str(file), "-o", str(tmp_path))
    assert done.returncode == 2
    assert "không phải kế hoạch" in done.stderr
    assert not (tmp_path / "x.xlsx").exists()


def test_an_unknown_format(kehoach: Kehoach) -> None:
    done = kehoach("export", str(PLANS), "--to", "ods")
    assert done.returncode == 2
    assert "xlsx" in done.stderr
