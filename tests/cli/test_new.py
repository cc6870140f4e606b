"""``kehoach new`` as users meet it: options, questions on a terminal, refusals, files."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Kehoach = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).parents[2]
FLAGS = ["--commune", "xã Hướng Phùng", "--framework", "02-kh-bcdtw", "--profile", "nd30"]


def on_a_terminal(*arguments: str, answers: list[str], cwd: Path) -> tuple[int, str]:
    """Run the command on a pseudo-terminal; each answer is typed when a question stands there."""
    pty = pytest.importorskip("pty")  # not on Windows
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "kehoach", *arguments],
        cwd=cwd,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        close_fds=True,
        env={**os.environ, "COLUMNS": "160", "NO_COLOR": "1", "PYTHONUTF8": "1"},
    )
    os.close(theirs)
    said = b""
    left = list(answers)
    while True:
        try:
            said += os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
        if left and said.endswith(b": "):
            os.write(ours, f"{left.pop(0)}\n".encode())
    os.close(ours)
    return process.wait(), said.decode("utf-8")


def test_options_give_a_plan_that_is_sound_equal_and_renders(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    done = kehoach("new", *FLAGS)
    assert (done.returncode, done.stderr) == (0, "")
    assert "đã ghi huong-phung.yaml: 9 chỉ tiêu, 19 nhiệm vụ, " in done.stdout
    assert "lưu ý: khung 02-kh-bcdtw có hạn đến 31/12/2025, đã qua" in done.stdout
    checked = kehoach("validate", "huong-phung.yaml")
    assert checked.returncode == 0
    assert checked.stdout.splitlines()[-1] == "1 tệp: 4 ghi chú"
    compared = kehoach("compare", "huong-phung.yaml", "--fail-on", "any")
    assert compared.returncode == 0
    assert compared.stdout.splitlines()[-1].endswith("28 mục bắt buộc với cấp xã: 28 bằng")
    assert kehoach("render", "huong-phung.yaml").returncode == 0
    assert (tmp_path / "huong-phung.docx").stat().st_size > 5000


@pytest.mark.parametrize(
    ("output", "written"),
    [
        ("moi.yaml", "moi.yaml"),
        ("ra/day", "ra/day/huong-phung.yaml"),
        ("ra/day/moi.yml", "ra/day/moi.yml"),
    ],
)
def test_output_is_a_file_or_a_folder(
    kehoach: Kehoach, output: str, written: str, tmp_path: Path
) -> None:
    assert kehoach("new", *FLAGS, "-o", output).returncode == 0
    assert [p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*.y*ml")] == [written]


def test_the_folder_plans_is_the_default_and_editors_find_the_schema(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "templates").mkdir()
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "ke-hoach.schema.json").write_text("{}", "utf-8")
    assert kehoach("new", *FLAGS).returncode == 0
    text = (tmp_path / "plans" / "huong-phung.yaml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schema/ke-hoach.schema.json\n")


def test_a_file_that_is_there_is_never_written_over_unasked(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    file = tmp_path / "huong-phung.yaml"
    file.write_text("của tôi", "utf-8")
    for output in ([], ["-o", "huong-phung.yaml"]):
        done = kehoach("new", *FLAGS, *output)
        assert done.returncode == 2
        assert "đã có huong-phung.yaml; nêu tên khác bằng -o" in done.stderr
        assert file.read_text("utf-8") == "của tôi"
    assert kehoach("new", *FLAGS, "--force").returncode == 0
    assert file.read_text("utf-8") != "của tôi"


def test_the_same_options_give_the_same_bytes(kehoach: Kehoach, tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        kehoach("new", *FLAGS, "-o", name)
    assert (tmp_path / "a.yaml").read_bytes() == (tmp_path / "b.yaml").read_bytes()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"--commune": ""}, "thiếu --commune (không có màn hình để hỏi)"),
        (
            {"--commune": "", "--framework": "", "--profile": ""},
            "thiếu --commune, --framework, --profile",
        ),
        ({"--commune": "xã Hương Fùng"}, "có phải xã Hướng Phùng, tỉnh Quảng Trị"),
        ({"--commune": "Tân Phú"}, "có 6 nơi tên “Tân Phú”: xã Tân Phú, tỉnh Nghệ An;"),
        ({"--commune": "12345678"}, "không có “12345678”"),
        ({"--province": "tỉnh Quảng Tri"}, "có phải tỉnh Quảng Trị"),
        ({"--province": "tỉnh Nghệ An"}, "ở tỉnh Nghệ An; có phải xã Hướng Phùng, tỉnh Quảng Trị?"),
        ({"--framework": "02-kh"}, "không có khung “02-kh”; các khung hiện có: 02-kh-bcdtw"),
        ({"--profile": "nd31"}, "không có thể thức “nd31”; chọn nd30 hoặc hd05"),
        (
            {"--from": "khong-co.yaml"},
            "--from giữ đơn vị và thể thức của kế hoạch cũ: bỏ --comm",
        ),
    ],
    ids=lambda value: " ".join(map(" ".join, value.items())) if isinstance(value, dict) else "",
)
def test_what_is_missing_or_wrong_is_said_and_nothing_written(
    kehoach: Kehoach, changes: dict[str, str], words: str, tmp_path: Path
) -> None:
    options = {**dict(zip(FLAGS[::2], FLAGS[1::2], strict=True)), **changes}
    given = [word for pair in options.items() if pair[1] for word in pair]
    done = kehoach("new", *given)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


def test_output_that_cannot_be_written_is_said(kehoach: Kehoach, tmp_path: Path) -> None:
    (tmp_path / "ra").write_text("một tệp", "utf-8")
    done = kehoach("new", *FLAGS, "-o", "ra/day")
    assert done.returncode == 2
    assert "không ghi được" in done.stderr


def test_a_broken_template_of_the_project_is_refused_at_its_place(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    folder = tmp_path / "templates" / "don-vi"
    folder.mkdir(parents=True)
    (folder / "cap-xa.yaml").write_text("cap_xa: 2\n", "utf-8")
    done = kehoach("new", *FLAGS)
    assert done.returncode == 2
    assert "templates/don-vi/cap-xa.yaml:1:" in done.stderr


def test_from_an_older_plan_says_what_was_added(kehoach: Kehoach) -> None:
    old = ROOT / "plans" / "xuan-hung.yaml"
    done = kehoach("new", "--from", old, "--framework", "02-kh-bcdtw")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("thêm 19 mục mà khung 02-kh-bcdtw có, kế hoạch cũ chưa có: ")
    assert "đã ghi xuan-hung-moi.yaml: " in done.stdout
    assert "xem bằng: kehoach validate xuan-hung-moi.yaml" in done.stdout
    compared = kehoach("compare", "xuan-hung-moi.yaml", "--fail-on", "any")
    assert compared.returncode == 0


@pytest.mark.parametrize(
    ("old", "words"),
    [
        ("khong-co.yaml", "khong-co.yaml:1:1: lỗi KH001: không có tệp này"),
        ("sai.yaml", "sai.yaml:1:1: lỗi KH003"),
        ("la.yaml", "đơn vị của kế hoạch cũ: danh mục đơn vị hành chính không có “xã Hợp Min”"),
    ],
)
def test_an_older_plan_that_cannot_be_used_is_refused(
    kehoach: Kehoach, old: str, words: str, tmp_path: Path
) -> None:
    (tmp_path / "sai.yaml").write_text("kehoach: 1\n", "utf-8")
    text = (ROOT / "plans" / "hop-minh.yaml").read_text("utf-8")
    (tmp_path / "la.yaml").write_text(text.replace("ten: xã Hợp Minh", "ten: xã Hợp Min"), "utf-8")
    done = kehoach("new", "--from", old, "--framework", "02-kh-bcdtw")
    assert done.returncode == 2
    assert words in done.stderr
    assert not (tmp_path / "la-moi.yaml").exists()


def test_a_terminal_asks_for_what_is_missing(tmp_path: Path) -> None:
    answers = ["xã Hương Fùng", "1", "chín", "1", "2"]
    status, said = on_a_terminal("new", answers=answers, cwd=tmp_path)
    assert status == 0
    assert "không có “xã Hương Fùng”." in said
    assert "  1. xã Hướng Phùng, tỉnh Quảng Trị\r\n" in said
    assert "  2. 05-kh-bcdtw: " in said
    assert "Chọn một số từ 1 đến 3." in said
    assert "co_quan: Đảng ủy xã Hướng Phùng" in (tmp_path / "huong-phung.yaml").read_text("utf-8")


def test_a_name_of_several_provinces_is_chosen_from(tmp_path: Path) -> None:
    status, said = on_a_terminal(
        "new",
        "--profile",
        "nd30",
        "--framework",
        "02-kh-bcdtw",
        "--commune",
        "xã Nghĩa Hành",
        answers=["2"],
        cwd=tmp_path,
    )
    assert status == 0
    assert "  2. xã Nghĩa Hành, tỉnh Quảng Ngãi" in said
    assert "tinh: tỉnh Quảng Ngãi" in (tmp_path / "nghia-hanh.yaml").read_text("utf-8")


def test_typing_again_after_a_slip(tmp_path: Path) -> None:
    status, _ = on_a_terminal(
        "new",
        "--profile",
        "nd30",
        "--framework",
        "02-kh-bcdtw",
        answers=["Hướng Phừng", "gõ lại", "zzzz", "hướng phùng"],
        cwd=tmp_path,
    )
    assert status == 0
    assert (tmp_path / "huong-phung.yaml").exists()


def test_leaving_at_a_question_writes_nothing(tmp_path: Path) -> None:
    status, said = on_a_terminal("new", answers=["\x04"], cwd=tmp_path)
    assert status == 130
    assert "Đã dừng." in said
    assert not list(tmp_path.iterdir())


def test_the_framework_of_the_older_plan_is_proposed(tmp_path: Path) -> None:
    old = str(ROOT / "plans" / "hop-minh.yaml")
    status, said = on_a_terminal("new", "--from", old, answers=[""], cwd=tmp_path)
    assert status == 0
    assert "Khung [02-kh-bcdtw]: " in said
    assert "kế hoạch cũ đã có đủ các mục bắt buộc của khung 02-kh-bcdtw" in said
