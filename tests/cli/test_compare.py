"""``kehoach compare`` as users meet it: bad input, versions, acceptances, links, matrices."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import jsonschema_rs
import pytest

from kehoach.source.resources import read_schema
from kehoach.source.tree import load

Kehoach = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "plans" / "xuan-hung.yaml"
KHUNG = ROOT / "templates" / "khung" / "02-kh-bcdtw.yaml"


@pytest.fixture
def kehoach(kehoach: Kehoach) -> Kehoach:
    """Run ``kehoach compare`` in the folder of the project."""
    return partial(kehoach, "compare", cwd=ROOT)


def git(folder: Path, *arguments: str) -> None:
    name = ("-c", "user.name=a", "-c", "user.email=a@b")
    subprocess.run(["git", *name, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Return a repository with three commits of ``a.yaml``: broken, 60%, then 70%."""
    git(tmp_path, "init", "-q", "-b", "main")
    file = tmp_path / "a.yaml"
    text = PLAN.read_text("utf-8")
    for number, body in enumerate(("kehoach: [", text, text.replace("60%", "70%"))):
        file.write_text(body, "utf-8")
        if number == 1:
            (tmp_path / "cu.yaml").write_text(text, "utf-8")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-qm", str(number))
    git(tmp_path, "rm", "-q", "--cached", "cu.yaml")
    git(tmp_path, "commit", "-qm", "3")
    return tmp_path


def refused(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """Check that *done* refused its input with *words* and no traceback."""
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr


def test_an_unknown_revision_is_refused_with_what_there_is(
    kehoach: Kehoach, repository: Path
) -> None:
    done = kehoach("a.yaml", "--with", "v9", cwd=repository)
    refused(done, "git không có bản “v9”", "git log --oneline", "hoặc một khung: 02-kh-bcdtw")


def test_a_repository_without_commits_and_a_shallow_one_are_told_apart(
    kehoach: Kehoach, repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    fresh, shallow = tmp_path_factory.mktemp("moi"), tmp_path_factory.mktemp("nong") / "kho"
    git(fresh, "init", "-q")
    shutil.copy(PLAN, fresh / "a.yaml")
    refused(kehoach("a.yaml", "--with", "HEAD", cwd=fresh), "chưa lưu bản nào", "git commit")
    refused(kehoach("a.yaml", "--staged", cwd=fresh), "chưa được git add", "git add a.yaml")
    git(fresh, "clone", "-q", "--depth", "1", repository.as_uri(), str(shallow))
    done = kehoach("a.yaml", "--with", "HEAD~1", cwd=shallow)
    refused(done, "git không có bản “HEAD~1”", "git fetch --unshallow")


def test_a_file_that_is_nowhere_is_no_revision(kehoach: Kehoach, repository: Path) -> None:
    refused(kehoach("a.yaml", "--with", "b.yaml", cwd=repository), "b.yaml:1:1", "không có tệp này")


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes on Linux only")
@pytest.mark.parametrize("ending", ["text", "json", "html", "xlsx", "docx"])
def test_the_name_of_a_file_need_not_be_utf_8(
    kehoach: Kehoach, ending: str, repository: Path
) -> None:
    name = os.fsdecode(b"x\xe1\xff.yaml")
    shutil.copy(PLAN, repository / name)
    git(repository, "add", name)
    git(repository, "commit", "-qm", "4")
    for other in ((), ("--with", "HEAD"), ("--with", "HEAD:a.yaml")):
        done = kehoach(name, *other, "--format", ending, cwd=repository)
        assert done.returncode in {0, 1}, done.stderr
        assert done.stderr == ""


def test_a_plan_does_not_differ_from_itself(kehoach: Kehoach, repository: Path) -> None:
    for other in ("a.yaml", "HEAD", "HEAD..HEAD"):
        done = kehoach("a.yaml", "--with", other, "--fail-on", "any", cwd=repository)
        assert done.returncode == 0
        assert done.stdout.splitlines()[-1].startswith("không có chỉ tiêu")


@pytest.mark.parametrize(
    ("plan", "statuses"),
    [("xuan-hung", (1, 1, 1, 0)), ("huong-phung", (0, 0, 1, 0)), ("hop-minh", (0, 0, 0, 0))],
)
def test_the_status_is_what_fail_on_asks(
    kehoach: Kehoach, plan: str, statuses: tuple[int, ...]
) -> None:
    names = ("weaker", "missing", "any", "never")
    found = [kehoach(f"plans/{plan}.yaml", "--fail-on", name).returncode for name in names]
    assert tuple(found) == statuses


def test_a_file_that_a_revision_lacks_is_refused_with_the_way_to_its_old_name(
    kehoach: Kehoach, repository: Path
) -> None:
    done = kehoach("cu.yaml", "--with", "HEAD~3", cwd=repository)
    refused(done, "bản “HEAD~3” không có tệp này", "--with HEAD~3:đường/dẫn/cũ.yaml")
    done = kehoach("cu.yaml", "--with", "HEAD~1:a.yaml", "--fail-on", "never", cwd=repository)
    assert done.stdout.splitlines()[0] == "cu.yaml so với HEAD~1:a.yaml"


def test_a_revision_that_does_not_parse_is_refused_with_its_place(
    kehoach: Kehoach, repository: Path
) -> None:
    done = kehoach("a.yaml", "--with", "HEAD~3", cwd=repository)
    refused(done, "HEAD~3:a.yaml:", "lỗi KH001: không đúng cú pháp YAML")


def test_a_framework_with_one_code_twice_is_refused_with_both_lines(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    text = KHUNG.read_text("utf-8").replace("- ma: tthc-doanh-nghiep", "- ma: csdl-12")
    (tmp_path / "k.yaml").write_text(text, "utf-8")
    done = kehoach(PLAN, "--with", tmp_path / "k.yaml")
    refused(done, "mã “csdl-12” đã dùng ở dòng", "đổi một trong hai mã")


def test_a_plan_above_with_one_code_twice_is_refused(kehoach: Kehoach, tmp_path: Path) -> None:
    text = PLAN.read_text("utf-8").replace("ma: so-hoa-luu-tru\n", "ma: ho-so-cong-viec\n")
    (tmp_path / "tren.yaml").write_text(text, "utf-8")
    done = kehoach(PLAN, "--with", tmp_path / "tren.yaml", "--as", "above")
    refused(done, "mã “ho-so-cong-viec” đã dùng ở dòng")


def test_a_plan_of_another_framework_is_refused_with_its_own(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    own = tmp_path / "templates" / "khung"
    own.mkdir(parents=True)
    shutil.copy(KHUNG, own)
    text = KHUNG.read_text("utf-8").replace("ma: 02-kh-bcdtw", "ma: 05-kh")
    (own / "05-kh.yaml").write_text(text, "utf-8")
    shutil.copy(PLAN, tmp_path / "a.yaml")
    done = kehoach("a.yaml", "--with", "05-kh", cwd=tmp_path)
    refused(
        done, "kế hoạch này thực hiện khung 02-kh-bcdtw, không phải 05-kh", "--with 02-kh-bcdtw"
    )


def test_nothing_staged_is_refused(kehoach: Kehoach, repository: Path) -> None:
    refused(kehoach("cu.yaml", "--staged", cwd=repository), "chưa được git add", "git add cu.yaml")


def test_two_revisions_and_a_staged_file_are_compared(kehoach: Kehoach, repository: Path) -> None:
    done = kehoach("a.yaml", "--with", "HEAD~2..HEAD", cwd=repository)
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "HEAD:a.yaml so với HEAD~2:a.yaml"
    assert "mức đạt tối thiểu 70%, bản trước tối thiểu 60% (cao hơn)" in done.stdout
    file = repository / "a.yaml"
    file.write_text(file.read_text("utf-8").replace("70%", "50%"), "utf-8")
    git(repository, "add", "a.yaml")
    file.write_text("hỏng: [", "utf-8")
    done = kehoach("a.yaml", "--staged", cwd=repository)
    assert done.returncode == 1
    assert "mức đạt tối thiểu 50%, bản trước tối thiểu 70% (thấp hơn)" in done.stdout


def test_two_frameworks_and_a_plan_above_are_compared(kehoach: Kehoach) -> None:
    done = kehoach(KHUNG, "--with", KHUNG)
    assert done.returncode == 0
    assert re.fullmatch(r"02-kh-bcdtw: (\d+) mục: \1 bằng", done.stdout.splitlines()[-1])
    above = ROOT / "plans" / "hop-minh.yaml"
    done = kehoach(PLAN, "--with", above, "--as", "above")
    assert done.returncode == 1
    assert "Thấp hơn kế hoạch của xã Hợp Minh, cần căn cứ (3)" in done.stdout


def test_a_plan_of_two_frameworks_is_compared_with_each(kehoach: Kehoach, tmp_path: Path) -> None:
    text = PLAN.read_text("utf-8")
    named = "khung: [02-kh-bcdtw]"
    assert named in text
    (tmp_path / "a.yaml").write_text(text.replace(named, "khung: [02-kh-bcdtw, 05-kh-bcdtw]"))
    shown = kehoach("a.yaml", cwd=tmp_path).stdout
    first = shown.splitlines()[0]
    assert first == "a thực hiện 2 khung, so với từng khung: 02-kh-bcdtw, 05-kh-bcdtw"
    assert shown.count("\na: ") == 2
    read = json.loads(kehoach("a.yaml", "--format", "json", cwd=tmp_path).stdout)
    assert {row["other"] for row in read} == {"02-kh-bcdtw", "05-kh-bcdtw"}
    assert kehoach("a.yaml", "--format", "markdown", cwd=tmp_path).stdout.count("### ") == 2
    done = kehoach("a.yaml", "--format", "html", cwd=tmp_path)
    assert done.stdout == "đã ghi a.so-sanh.html\n"
    alone = kehoach("a.yaml", "--with", "05-kh-bcdtw", cwd=tmp_path).stdout
    assert alone.count("\na: ") == 1
    assert "thực hiện 2 khung" not in alone


def weaker_in(file: Path) -> set[str]:
    """Return the codes of the targets of *file* of which ``validate`` says KH110."""
    done = subprocess.run(
        [sys.executable, "-m", "kehoach", "validate", file.name, "--select", "KH110", "--format",
         "json"],
        cwd=file.parent, capture_output=True, check=False,
    )  # fmt: skip
    plan = load(file).value
    found = set()
    for one in json.loads(done.stdout):
        item = plan
        for step in one["path"].split("/")[:-1]:
            item = item[int(step) if step.isdigit() else step]
        found.add(item["ma"])
    return found


def test_what_is_accepted_stays_accepted_until_either_side_changes(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    file = tmp_path / "a.yaml"
    lines = PLAN.read_text("utf-8").splitlines(keepends=True)
    file.write_text("".join(line for line in lines if "ma: KH110" not in line), "utf-8")
    before = weaker_in(file)
    done = kehoach(
        "a.yaml", "--accept", "ho-so-truc-tuyen", "--reason", "Công văn 15/UBND", cwd=tmp_path
    )
    assert done.returncode == 0
    assert "chấp nhận ở ho-so-truc-tuyen: mức đạt tối thiểu 60%, khung tối thiểu 80%" in done.stdout
    shown = kehoach("a.yaml", cwd=tmp_path).stdout
    assert "Thấp hơn khung trung ương, cần căn cứ của cấp tỉnh (2)" in shown
    assert "Đã chấp nhận (1)" in shown
    assert "đã chấp nhận: Công văn 15/UBND" in shown
    after = weaker_in(file)
    assert before - after == {"ho-so-truc-tuyen"}
    assert len(after) == 1
    khung = tmp_path / "templates" / "khung" / "02-kh-bcdtw.yaml"
    for side, old, new in (
        (khung, "muc_dat: tối thiểu 80%", "muc_dat: tối thiểu 90%"),
        (file, "muc_dat: tối thiểu 60%", "muc_dat: tối thiểu 50%"),
    ):
        text = side.read_text("utf-8")
        side.write_text(text.replace(old, new), "utf-8")
        shown = kehoach("a.yaml", cwd=tmp_path).stdout
        assert "ho-so-truc-tuyen" in weaker_in(file)
        assert "(3)" in shown.splitlines()[2]
        assert "đã chấp nhận “mức đạt tối thiểu 60%, khung tối thiểu 80%”, nay nội dung" in shown
        side.write_text(text, "utf-8")


def test_accepting_asks_for_a_reason_and_for_something_to_accept(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    refused(kehoach(PLAN, "--accept", "csdl-12"), "--accept và --reason phải đi cùng nhau")
    file = tmp_path / "a.yaml"
    shutil.copy(PLAN, file)
    refused(kehoach(file, "--accept", "csdl-12", "--reason", "x"), "không có khác biệt nào cần")
    refused(kehoach(file, "--accept", "khong-co", "--reason", "x"), "không có mục “khong-co”")
    assert file.read_bytes() == PLAN.read_bytes()


def test_sure_pairs_are_written_as_links_and_nothing_else_changes(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    lines = (ROOT / "plans/hop-minh.yaml").read_text("utf-8").splitlines(keepends=True)
    bare = [
        line.replace("ma: ", "ma: m-", 1) if line.lstrip().startswith("- ma: ") else line
        for line in lines
        if not line.lstrip().startswith("khung: 02")
    ]
    file = tmp_path / "a.yaml"
    file.write_text("".join(bare), "utf-8")
    done = kehoach(file, "--write-links")
    assert done.returncode == 0
    assert "ghi 32 liên kết khung" in done.stdout
    written = file.read_text("utf-8").splitlines(keepends=True)
    added = [line for line in written if line.lstrip().startswith("khung: 02")]
    assert [line for line in written if line not in added] == bare
    assert "32 liên kết" not in kehoach(file, "--write-links").stdout


def test_a_doubtful_pair_comes_with_its_runner_up_and_a_line_to_paste(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    head, _, _ = PLAN.read_text("utf-8").partition("noi_dung:")
    body = """noi_dung:
  - de_muc: A
    chi_tieu:
      - {ma: m-1, noi_dung: Tài liệu lưu trữ lịch sử của xã được số hóa}
      - {ma: m-2, noi_dung: Tài liệu lưu trữ lịch sử của thôn được số hóa}
"""
    (tmp_path / "a.yaml").write_text(head + body, "utf-8")
    lines = kehoach("a.yaml", "--fail-on", "any", cwd=tmp_path).stdout.splitlines()
    paste = lines.index("          khung: 02-kh-bcdtw/so-hoa-luu-tru")
    assert "có thể là mục này, giống " in lines[paste - 1]
    assert lines[paste + 1].startswith("      mục gần giống khác: m-")


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with 70 plans of two provinces, enough for several processes."""
    folder = tmp_path_factory.mktemp("plans")
    text = PLAN.read_text("utf-8")
    for number in range(70):
        province = "tỉnh Ninh Bình" if number % 2 else "tỉnh Nghệ An"
        body = text.replace("tinh: tỉnh Ninh Bình", f"tinh: {province}", 1)
        body = body.replace("ten: xã Xuân Hưng", f"ten: xã Số {number}", 1)
        if number % 7 == 0:
            body = body.replace("tối thiểu 60%", "tối thiểu 80%")
        (folder / f"{number:02}.yaml").write_text(body, "utf-8")
    return folder


def test_many_plans_give_a_line_each_and_sums(kehoach: Kehoach, country: Path) -> None:
    done = kehoach(country, "--fail-on", "never")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0] == "So với 02-kh-bcdtw: 70 kế hoạch, 38 mục"
    assert sum(line.startswith("xã Số ") for line in lines) == 70
    total = next(line for line in lines if line.startswith("Cộng  ")).split()
    assert total == ["Cộng", "70", "200", "1330"]
    assert next(line for line in lines if line.startswith("tỉnh Nghệ An")).split()[3] == "35"


@pytest.mark.parametrize(
    ("options", "first", "count"),
    [
        (["--filter", "Nghệ An"], "xã Số 0,", 35),
        (["--filter", "xã số 12"], "xã Số 12,", 1),
        (["--sort", "commune", "--filter", "weaker"], "xã Số 0,", 70),
        (["--sort", "weaker"], "xã Số 1,", 70),
        (["--sort", "province"], "xã Số 0,", 70),
    ],
)
def test_the_matrix_is_sorted_and_filtered(
    kehoach: Kehoach, country: Path, options: list[str], first: str, count: int
) -> None:
    lines = kehoach(country, "--fail-on", "never", *options).stdout.splitlines()
    shown = [line for line in lines if line.startswith("xã Số ")]
    if count == 1:  # few plans stand side by side
        assert "xã Số 12" in lines[2]
        return
    assert (shown[0].startswith(first), len(shown)) == (True, count)


def test_one_bad_plan_of_many_is_named_and_the_others_are_compared(
    kehoach: Kehoach, country: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "plans"
    shutil.copytree(country, folder)
    (folder / "33.yaml").write_text("kehoach: [", "utf-8")
    done = kehoach(folder)
    refused(done, "33.yaml:", "không đúng cú pháp YAML")
    assert done.stdout.splitlines()[0] == "So với 02-kh-bcdtw: 69 kế hoạch, 38 mục"


def test_many_plans_as_json_fit_the_schema(kehoach: Kehoach, country: Path) -> None:
    done = kehoach(country, "--format", "json", "--fail-on", "never")
    rows = json.loads(done.stdout)
    jsonschema_rs.validate(read_schema("so-sanh"), rows)
    assert len({row["plan"] for row in rows}) == 70
    lower = next(row for row in rows if row["item"] == "ho-so-truc-tuyen" and row["plan"] == "01")
    assert lower["word"] == "thấp hơn khung trung ương, cần căn cứ của cấp tỉnh"
    assert (lower["certainty"], lower["binds"]) == ("chắc chắn", True)


def test_a_broken_framework_is_named_once_for_all_plans(kehoach: Kehoach, tmp_path: Path) -> None:
    own = tmp_path / "templates" / "khung"
    own.mkdir(parents=True)
    (own / "02-kh-bcdtw.yaml").write_text("khung: 1\nma: [", "utf-8")
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    done = kehoach("plans", cwd=tmp_path)
    refused(done, "templates/khung/02-kh-bcdtw.yaml:")
    assert done.stderr.count("lỗi KH001") == 1


def test_plans_of_two_communes_are_set_side_by_side(kehoach: Kehoach) -> None:
    lines = kehoach(PLAN, "--with", ROOT / "plans" / "hop-minh.yaml").stdout.splitlines()
    assert [line for line in lines if line and not line.startswith(" ")][1:] == [
        "Chỉ xã Xuân Hưng có (6)",
        "Chỉ xã Hợp Minh có (21)",
        "Thấp hơn (3)",
        "Khác (1)",
        "6 chỉ bên này có, 21 chỉ bên kia có, 3 thấp hơn, 0 muộn hơn, 0 cao hơn, 1 khác",
    ]


def test_the_order_of_sets_decides_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    text = (ROOT / "plans/xuan-hung.yaml").read_text("utf-8")
    file.write_text(re.sub(r"\n *khung: 02-kh-bcdtw/.*", "", text), "utf-8")
    said = {
        subprocess.run(
            [sys.executable, "-m", "kehoach", "compare", str(file), "--fail-on", "never"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "7", "14")
    }
    assert len(said) == 1
