"""``kehoach render --report``: files, names, refusals, settings of a project."""

import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

ROOT = Path(__file__).parents[2]
Kehoach = Callable[..., CompletedProcess[str]]


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    for file in (ROOT / "plans").glob("hu*"):
        shutil.copy(file, folder)
    return folder


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ((), ["huong-phung-bao-cao-2025-10.docx"]),
        (("--format", "html"), ["huong-phung-bao-cao-2025-10.html"]),
        (("--format", "xlsx"), ["huong-phung-bao-cao-2025-10.xlsx"]),
        (("--format", "ics"), ["huong-phung-thoi-han-2025-10.ics"]),
        (("--format", "txt"), ["huong-phung-bao-cao-2025-10.txt"]),
        (("--summary",), ["tong-hop-2025-10.docx"]),
    ],
    ids=["docx", "html", "xlsx", "ics", "txt", "summary"],
)
def test_what_is_written(
    kehoach: Kehoach, plans: Path, tmp_path: Path, options: tuple[str, ...], names: list[str]
) -> None:
    done = kehoach(
        "render", plans, "--report", "--period", "2025-10", *options, "-o", tmp_path / "ra"
    )
    assert done.returncode == 0, done.stderr
    assert [file.name for file in (tmp_path / "ra").iterdir()] == names


@pytest.mark.parametrize("period", ["2025-10", "2025-11", "2025-W46", "2025-Q4"])
@pytest.mark.parametrize("name", ["huong-phung", "hop-minh", "xuan-hung"])
def test_reports_keep_the_official_form(
    kehoach: Kehoach, tmp_path: Path, name: str, period: str
) -> None:
    kehoach("render", ROOT / f"plans/{name}.yaml", "--report", "--period", period, "-o", tmp_path)
    checked = kehoach("validate", tmp_path / f"{name}-bao-cao-{period}.docx", "--fail-on", "error")
    # Warnings are about words of the plan that the report repeats.
    assert checked.returncode == 0, checked.stdout


def test_slips_are_named_after_units(kehoach: Kehoach, plans: Path, tmp_path: Path) -> None:
    kehoach("render", plans, "--report", "--period", "2025-10", "--slips", "-o", tmp_path / "ra")
    names = {file.name for file in (tmp_path / "ra").iterdir()}
    assert "huong-phung-phieu-2025-10-2-phong-van-hoa-xa-hoi.docx" in names


def test_check_lists_what_is_missing_and_writes_nothing(
    kehoach: Kehoach, plans: Path, tmp_path: Path
) -> None:
    done = kehoach(
        "render", plans, "--report", "--period", "2025-10", "--check", "-o", tmp_path / "ra"
    )
    assert done.returncode == 1
    assert "csdl-12: chưa có số liệu nào" in done.stdout
    assert not (tmp_path / "ra").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--report",), "--report cần --period"),
        (("--report", "--period", "2025-13"), "không có kỳ “2025-13”"),
        (("--report", "--period", "2025-10", "--format", "csv"), "--format phải là một trong"),
        (("--report", "--period", "2025-10", "--slips", "--check"), "không dùng cùng nhau"),
        (("--report", "--period", "2025-10", "--slips", "--format", "ics"), "chỉ có dạng docx"),
        (("--period", "2025-10"), "chỉ dùng với --report"),
        (("--format", "ics"), "chỉ dùng với --report"),
        (("--report", "--period", "2025-10", "--preview"), "--preview không dùng với --report"),
    ],
)
def test_wrong_use_is_told(
    kehoach: Kehoach, plans: Path, options: tuple[str, ...], message: str
) -> None:
    done = kehoach("render", plans, *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_a_project_sets_its_own_days(kehoach: Kehoach, plans: Path, tmp_path: Path) -> None:
    (tmp_path / "kehoach.toml").write_text(
        "[report]\nlast-day = 31\n\n[report.nd30]\nlast-day = 19\n", encoding="utf-8"
    )
    kehoach("render", plans, "--report", "--period", "2025-10", "--format", "txt", "-o", tmp_path)
    text = (tmp_path / "huong-phung-bao-cao-2025-10.txt").read_text(encoding="utf-8")
    assert "số liệu từ ngày 20/09/2025 đến hết ngày 19/10/2025" in text


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("[report]\nngay = 3\n", "không có khóa “report.ngay”"),
        ("[report]\nlast-day = 32\n", "“report.last-day” là 32"),
        ('[report]\nlast-days = {"hai tháng" = 3}\n', "“report.last-days” phải là bảng"),
        ('[report]\nscoring = "x"\n', "không có thang điểm “x”"),
        ("[report.summary]\nten = 'x'\n", "“report.summary” chỉ gồm"),
        ("report = 1\n", "“report” phải là bảng"),
    ],
)
def test_wrong_settings_are_told(
    kehoach: Kehoach, plans: Path, tmp_path: Path, settings: str, message: str
) -> None:
    (tmp_path / "kehoach.toml").write_text(settings, encoding="utf-8")
    done = kehoach("render", plans, "--report", "--period", "2025-10", "--summary")
    assert done.returncode == 2
    assert message in done.stderr
