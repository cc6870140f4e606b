"""The command line as users meet it: output, exit status, files written."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import jsonschema_rs
import pytest

from kehoach.cli.files import expand
from kehoach.source.resources import read_schema

Kehoach = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).parents[2]
PLANS = [file.name for file, _ in expand([ROOT / "plans"])]


@pytest.fixture
def kehoach(kehoach: Kehoach) -> Kehoach:
    """Run ``kehoach`` in the folder of the project."""
    return partial(kehoach, cwd=ROOT)


def test_the_five_plans_and_the_framework_are_clean(kehoach: Kehoach) -> None:
    done = kehoach("validate", "plans", "templates/khung", "--fail-on", "note")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(
        r"10 tệp: không phát hiện gì \(\d+ phát hiện đã được chấp nhận\)\n", done.stdout
    )


def test_the_plans_folder_is_the_default(kehoach: Kehoach) -> None:
    assert kehoach("validate").stdout.startswith("7 tệp: ")  # five plans, two logs


def test_a_finding_is_shown_with_place_caret_and_help(kehoach: Kehoach, tmp_path: Path) -> None:
    text = (ROOT / "plans/xuan-hung.yaml").read_text(encoding="utf-8")
    file = tmp_path / "sai.yaml"
    file.write_text(text.replace("muc_dat: tối thiểu 60%", "muc_dat: Tối thiểu trên 60%"), "utf-8")
    done = kehoach("validate", "sai.yaml", cwd=tmp_path)
    lines = done.stdout.splitlines()
    assert done.returncode == 1
    assert re.fullmatch(r"sai\.yaml:\d+:22: lỗi KH402: .*“Tối thiểu trên 60%”.*", lines[0])
    assert lines[1].endswith("| " + 12 * " " + "muc_dat: Tối thiểu trên 60%")
    assert lines[2] == "       | " + 21 * " " + 18 * "^"
    assert lines[3].startswith("       = chỉ giữ một từ")


def test_findings_as_json_fit_their_schema(kehoach: Kehoach, tmp_path: Path) -> None:
    file = tmp_path / "sai.yaml"
    file.write_text("kehoach: 1\ndon_vi: {ten: xã A}\n", "utf-8")
    done = kehoach("validate", file, "--format", "json")
    findings = json.loads(done.stdout)
    jsonschema_rs.validate(read_schema("phat-hien"), findings)
    assert done.returncode == 1
    assert {finding["code"] for finding in findings} == {"KH003"}
    assert [finding["message"] for finding in findings if finding["path"] == "don_vi"] == [
        "thiếu khóa “tinh” (tỉnh … hoặc thành phố …)"
    ]


def test_fail_on_decides_the_exit_status(kehoach: Kehoach, tmp_path: Path) -> None:
    text = (ROOT / "plans/xuan-hung.yaml").read_text(encoding="utf-8")
    file = tmp_path / "ghi-chu.yaml"
    file.write_text(re.sub(r"  - \{ma: KH403.*\n", "", text), "utf-8")
    assert kehoach("validate", file).returncode == 0
    assert kehoach("validate", file, "--fail-on", "note").returncode == 1


def test_one_file_that_cannot_be_read_does_not_stop_the_others(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    shutil.copy(ROOT / "plans/hop-minh.yaml", tmp_path / "b.yaml")
    (tmp_path / "a.yaml").write_bytes(b"\x00")
    (tmp_path / "khac.yaml").write_text("on: push\n", "utf-8")
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "giau-kin.yaml").write_bytes(b"\x00")
    done = kehoach("validate", tmp_path)
    assert done.returncode == 2
    assert "a.yaml:1:1: lỗi KH001: đây là tệp nhị phân" in done.stdout
    assert "2 tệp: 1 lỗi (" in done.stdout
    assert "bỏ qua" in done.stderr
    assert "giau-kin" not in done.stdout + done.stderr


def test_compare_names_what_asks_for_less(kehoach: Kehoach) -> None:
    done = kehoach("compare", "plans/xuan-hung.yaml")
    assert done.returncode == 1
    assert "mức đạt tối thiểu 60%, khung tối thiểu 80%" in done.stdout
    assert "mức đạt 10%, khung ít nhất 30%" in done.stdout
    assert "phạm vi “trong phạm vi cấp xã”, khung “trong phạm vi cấp tỉnh”" in done.stdout
    assert re.search(r"khung: .*\[templates/khung/02-kh-bcdtw.yaml:\d+\]", done.stdout)
    assert re.search(r"kế hoạch: .*\[plans/xuan-hung.yaml:\d+\]", done.stdout)
    last = done.stdout.splitlines()[-1]
    assert last == "xuan-hung: 28 mục bắt buộc với cấp xã: 3 thấp hơn, 19 thiếu, 6 bằng"


@pytest.mark.parametrize(
    ("plan", "fail_on", "status"),
    [
        ("hop-minh", "any", 0),
        ("huong-phung", "any", 1),
        ("huong-phung", "missing", 0),
        ("nghia-hanh", "missing", 1),
        ("nghia-hanh", "weaker", 0),
        ("xuan-hung", "weaker", 1),
        ("xuan-hung", "never", 0),
    ],
)
def test_compare_fails_on_what_is_asked(
    kehoach: Kehoach, plan: str, fail_on: str, status: int
) -> None:
    done = kehoach("compare", f"plans/{plan}.yaml", "--fail-on", fail_on)
    assert done.returncode == status


def test_a_plan_is_compared_with_another_and_with_a_revision(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    shutil.copy(ROOT / "plans/hop-minh.yaml", tmp_path / "cu.yaml")
    text = (
        (tmp_path / "cu.yaml")
        .read_text("utf-8")
        .replace("muc_dat: tối thiểu 80%", "muc_dat: tối thiểu 70%")
    )
    (tmp_path / "moi.yaml").write_text(text, "utf-8")
    done = kehoach("compare", "moi.yaml", "--with", "cu.yaml", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == "moi.yaml so với cu.yaml"
    assert "- mức đạt tối thiểu 70%, bản trước tối thiểu 80% (thấp hơn)" in done.stdout
    assert done.stdout.splitlines()[-1] == "0 bổ sung, 0 bỏ, 1 sửa đổi (1 hạ yêu cầu)"
    done = kehoach("compare", "cu.yaml", "--with", "moi.yaml", "--format", "json", cwd=tmp_path)
    assert done.returncode == 0
    (change,) = json.loads(done.stdout)
    jsonschema_rs.validate(read_schema("so-sanh"), [change])
    assert (change["item"], change["verdict"]) == ("ho-so-truc-tuyen", "stricter")
    done = kehoach("compare", "moi.yaml", "--with", "HEAD", cwd=tmp_path)
    assert done.returncode == 2
    assert "tệp không nằm trong kho git nào" in done.stderr


def test_several_plans_give_a_matrix(kehoach: Kehoach) -> None:
    done = kehoach("compare", *(f"plans/{name}" for name in PLANS), "--fail-on", "never")
    rows = [re.split(r"\s{2,}", line.strip()) for line in done.stdout.splitlines()]
    header = next(row for row in rows if row[0] == "Mục")
    assert header == [
        "Mục",
        "phường Hải Dương",
        "xã Hợp Minh",
        "xã Hướng Phùng",
        "xã Nghĩa Hành",
        "xã Xuân Hưng",
    ]
    cells = {row[0]: row[1:] for row in rows}
    assert cells["ho-so-truc-tuyen"] == ["=", "=", "cao hơn", "thiếu", "thấp hơn: tối thiểu 60%"]
    assert cells["tthc-phi-dia-gioi"] == ["thiếu", "=", "chưa rõ", "thiếu", "thấp hơn: phạm vi"]
    assert cells["so-hoa-luu-tru"] == ["=", "=", "=", "thiếu", "thấp hơn: 10%"]


def test_a_comparison_as_json_fits_its_schema(kehoach: Kehoach) -> None:
    done = kehoach("compare", "plans", "--format", "json", "--fail-on", "never")
    items = json.loads(done.stdout)
    jsonschema_rs.validate(read_schema("so-sanh"), items)
    weaker = {(i["plan"], i["item"]) for i in items if i["verdict"] == "weaker"}
    assert weaker == {
        ("xuan-hung", "ho-so-truc-tuyen"),
        ("xuan-hung", "so-hoa-luu-tru"),
        ("xuan-hung", "tthc-phi-dia-gioi"),
    }


def test_render_writes_a_document_for_each_plan(kehoach: Kehoach, tmp_path: Path) -> None:
    done = kehoach("render", "plans", "-o", tmp_path / "ra" / "day")
    assert done.returncode == 0
    written = sorted(file.name for file in (tmp_path / "ra" / "day").iterdir())
    assert written == [name.replace(".yaml", ".docx") for name in PLANS]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nope"], "không có lệnh nope; các lệnh: compare, "),
        (["validate", "--formt", "json"], "không có tùy chọn --formt, có phải --format?"),
        (["validate", "--format", "xml"], "giá trị của --format phải là một trong: concise, "),
        (["validate", "--format"], "tùy chọn --format thiếu giá trị"),
        (["compare"], "thiếu KẾ_HOẠCH"),
        ([], "Cách dùng: kehoach"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use_is_said_in_vietnamese(
    kehoach: Kehoach, arguments: list[str], words: str
) -> None:
    done = kehoach(*arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_leaves_early_meets_no_traceback() -> None:
    command = f"{sys.executable} -m kehoach compare plans | head -n 1"
    done = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stderr == ""


def broken_files(folder: Path) -> dict[str, Path]:
    """Make one file of each kind that no command can use, by name."""
    (folder / "thu-muc.yaml").mkdir()
    contents = {
        "trong": b"",
        "nhi-phan": b"PK\x03\x04" + bytes(1000),
        "utf-16": "kehoach: 1".encode("utf-16"),
        "khong-utf-8": "ten: xã".encode("cp1258", "replace") + b"\xe3\xff",
        "khong-yaml": b"kehoach: 1\n\tdon_vi: [",
        "sau": b"[" * 10_000,
        "sau-hon": b"- " * 1_000_000,
        "bom": b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
        "khong-ke-hoach": "xin: chào\n".encode(),
        "nua-chung": (ROOT / "plans/hop-minh.yaml").read_bytes().partition(b"noi_dung:")[0],
    }
    for name, data in contents.items():
        (folder / f"{name}.yaml").write_bytes(data)
    with (folder / "lon.yaml").open("wb") as stream:
        stream.truncate(100 * 1024 * 1024)
    files = {name: folder / f"{name}.yaml" for name in (*contents, "lon")}
    return {**files, "khong-co": folder / "khong-co.yaml"}


NAMES = [
    "trong",
    "nhi-phan",
    "utf-16",
    "khong-utf-8",
    "khong-yaml",
    "sau",
    "sau-hon",
    "bom",
    "khong-ke-hoach",
    "nua-chung",
    "lon",
    "khong-co",
]


@pytest.mark.parametrize("command", ["compare", "render"])
@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_is_no_plan_is_refused(
    kehoach: Kehoach, command: str, name: str, tmp_path: Path
) -> None:
    file = broken_files(tmp_path)[name]
    done = kehoach(command, file, cwd=tmp_path)
    assert done.returncode == 2
    assert f"{file.as_posix()}:" in done.stderr
    assert " lỗi KH00" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.glob("*.docx"))


@pytest.mark.parametrize("name", NAMES)
def test_validate_says_what_is_wrong_with_it(kehoach: Kehoach, name: str, tmp_path: Path) -> None:
    file = broken_files(tmp_path)[name]
    done = kehoach("validate", file)
    assert done.returncode == (1 if name in {"khong-ke-hoach", "nua-chung"} else 2)
    assert f"{file.as_posix()}:" in done.stdout
    assert done.stderr == ""


def test_a_folder_without_plans_is_said_to_have_none(kehoach: Kehoach, tmp_path: Path) -> None:
    done = kehoach("validate", tmp_path)
    assert done.returncode == 2
    assert "không có tệp kế hoạch nào" in done.stdout
    for command in ("compare", "render"):
        done = kehoach(command, tmp_path)
        assert done.returncode == 2
        assert "không có tệp kế hoạch nào" in done.stderr


def test_an_unknown_framework_is_refused_with_those_there_are(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    done = kehoach("compare", "plans/hop-minh.yaml", "--with", "99-kh")
    assert done.returncode == 2
    assert "git không có bản “99-kh”" in done.stderr
    assert "hoặc một khung: 02-kh-bcdtw" in done.stderr
    text = (ROOT / "plans/hop-minh.yaml").read_text(encoding="utf-8")
    file = tmp_path / "a.yaml"
    file.write_text(text.replace("khung: [02-kh-bcdtw]", "khung: []"), "utf-8")
    done = kehoach("compare", file)
    assert done.returncode == 2
    assert "không khai khung nào" in done.stderr


def test_a_broken_framework_of_the_project_is_refused(kehoach: Kehoach, tmp_path: Path) -> None:
    own = tmp_path / "templates" / "khung"
    own.mkdir(parents=True)
    own.joinpath("02-kh-bcdtw.yaml").write_text("khung: 1\nma: x\n", "utf-8")
    shutil.copy(ROOT / "plans/hop-minh.yaml", tmp_path)
    done = kehoach("compare", "hop-minh.yaml", cwd=tmp_path)
    assert done.returncode == 2
    assert "templates/khung/02-kh-bcdtw.yaml:1:1: lỗi KH003: thiếu khóa" in done.stderr


def test_output_that_cannot_be_written_leaves_nothing(kehoach: Kehoach, tmp_path: Path) -> None:
    (tmp_path / "ra").write_text("một tệp", "utf-8")
    done = kehoach("render", "plans/hop-minh.yaml", "-o", tmp_path / "ra")
    assert done.returncode == 2
    assert "không ghi được" in done.stderr
    assert (tmp_path / "ra").read_text("utf-8") == "một tệp"
    (tmp_path / "co-thu-muc" / "hop-minh.docx").mkdir(parents=True)
    done = kehoach("render", "plans/hop-minh.yaml", "-o", tmp_path / "co-thu-muc")
    assert done.returncode == 2
    assert [file.name for file in (tmp_path / "co-thu-muc").iterdir()] == ["hop-minh.docx"]


def test_one_bad_plan_does_not_keep_others_from_being_written(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    (tmp_path / "a.yaml").write_text("kehoach: 1", "utf-8")
    shutil.copy(ROOT / "plans/hop-minh.yaml", tmp_path / "b.yaml")
    done = kehoach("render", tmp_path, "-o", tmp_path)
    assert done.returncode == 2
    assert [file.name for file in tmp_path.glob("*.docx")] == ["b.docx"]
