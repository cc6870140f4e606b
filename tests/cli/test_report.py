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
        (("--summary", "--format", "xlsx"), ["tong-hop-2025-10.xlsx"]),
    ],
    ids=["docx", "html", "xlsx", "ics", "txt", "summary", "summary-xlsx"],
)
def test_what_is_written(
    kehoach: Kehoach, plans: Path, tmp_path: Path, options: tuple[str, ...], names: list[str]
) -> None:
    done = kehoach(
        "render", plans, "--report", "--period", "2025-10", *options, "-o", tmp_path / "ra"
    )
    assert done.returncode == 0, done.stderr
    assert [file.name for file in (tmp_path / "ra").iterdir()] == names


@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftoppm")),
    reason="needs LibreOffice and poppler",
)
@pytest.mark.parametrize(
    ("options", "written"),
    [
        (("--format", "pdf"), {"huong-phung-bao-cao-2025-W42.pdf"}),
        (
            ("--preview",),
            {"huong-phung-bao-cao-2025-W42.docx", "huong-phung-bao-cao-2025-W42-trang-1.png"},
        ),
        (
            ("--slips", "--format", "pdf", "--preview"),
            {
                "huong-phung-phieu-2025-W42-2-phong-van-hoa-xa-hoi.pdf",
                "huong-phung-phieu-2025-W42-2-phong-van-hoa-xa-hoi-trang-1.png",
            },
        ),
        (("--summary", "--format", "pdf"), {"tong-hop-2025-W42.pdf"}),
    ],
    ids=["pdf", "preview", "slips", "summary"],
)
def test_pages_are_drawn(
    kehoach: Kehoach, plans: Path, tmp_path: Path, options: tuple[str, ...], written: set[str]
) -> None:
    out = tmp_path / "ra"
    done = kehoach("render", plans, "--report", "--period", "2025-W42", *options, "-o", out)
    assert done.returncode == 0, done.stderr
    names = {file.name for file in out.iterdir()}
    assert written <= names
    kinds = {"pdf"} if "pdf" in options else {"docx"}
    kinds |= {"png"} if "--preview" in options else set()
    assert {name.rpartition(".")[2] for name in names} == kinds


def test_reports_of_plans_of_one_name_do_not_replace_each_other(
    kehoach: Kehoach, plans: Path, tmp_path: Path
) -> None:
    shutil.copytree(plans, plans / "khac")
    out = tmp_path / "ra"
    done = kehoach("render", plans, "--report", "--period", "2025-10", "-o", out)
    assert done.returncode == 2
    assert "đã là của kế hoạch khác" in done.stderr
    assert [file.name for file in out.iterdir()] == ["huong-phung-bao-cao-2025-10.docx"]


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
        (("--report", "--period", "2025-10", "--slips", "--check"), "không dùng cùng nhau"),
        (("--report", "--period", "2025-10", "--slips", "--format", "ics"), "chỉ có dạng docx"),
        (("--report", "--period", "2025-10", "--summary", "--format", "txt"), "chỉ có dạng docx"),
        (("--period", "2025-10"), "chỉ dùng với --report"),
        (("--format", "ics"), "chỉ dùng với --report"),
        (("--report", "--period", "2025-10", "--preview", "--check"), "--preview chỉ dùng với"),
        (("--report", "--period", "2025-10", "--preview", "--format", "html"), "docx, pdf"),
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
