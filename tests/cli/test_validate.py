"""`kehoach validate`: choice of rules, formats, acceptances, fixes, kept results."""

import hashlib
import json
import os
import shutil
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema_rs
import pytest

from kehoach.output.findings import formats
from kehoach.source.resources import read_schema

Kehoach = Callable[..., subprocess.CompletedProcess[str]]

WRONG = """\
kehoach: 1
don_vi: {ma: "19441", ten: xã Hướng Phùng, tinh: tỉnh Quảng Trị}
van_ban:
  the_thuc: nd30
  trang_thai: ban_hanh
  ten_loai: Kế hoạch
  co_quan: Ủy ban nhân dân xã Hướng Phùng
  so: 5
  ky_hieu: KH-UBND
  dia_danh: Hướng Phùng
  ngay: 2025-07-11
  trich_yeu: Chuyển đổi số
  nguoi_ky: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn A}
  noi_nhan: [UBND tỉnh (b/c), "Lưu: VT"]
don_vi_thuc_hien: [{ten: Phòng Kinh tế}]
noi_dung:
  - de_muc: Nhiệm vụ
    nhiem_vu:
      # hai việc cùng mã, việc sau đã hết hạn
      - {ma: a, ten: Tuyên truyền, chu_tri: Phòng Kinh tế, thoi_han: tháng 7/2025}
      - {ma: a, ten: Tuyên truyền ở thôn, chu_tri: Phòng Kinh tế, thoi_han: tháng 5/2025}
"""
ONLY = ("--select", "KH101,KH303")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A project with one plan that has an error (KH101) and a warning (KH303)."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "plans").mkdir()
    file = tmp_path / "plans" / "x.yaml"
    file.write_text(WRONG, encoding="utf-8")
    return file


def codes(done: subprocess.CompletedProcess[str]) -> list[str]:
    assert done.stderr == ""
    return [finding["code"] for finding in json.loads(done.stdout)]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--select", "KH101,KH303"], ["KH101", "KH303"]),
        (["--select", "KH1"], ["KH101"]),
        (["--select", "ma-trung"], ["KH101"]),
        (["--select", "KH1,KH3", "--ignore", "KH1"], ["KH303"]),
        (["--select", "KH1,KH303", "--ignore", "KH3"], ["KH101", "KH303"]),
        (["--select", "kh3", "--ignore", "han-truoc-ngay-ban-hanh"], []),
    ],
)
def test_rules_are_chosen_by_code_family_and_name(
    kehoach: Kehoach, plan: Path, options: list[str], expected: list[str]
) -> None:
    assert codes(kehoach("validate", plan, "--format", "json", *options)) == expected


def test_settings_come_from_the_nearest_file(kehoach: Kehoach, plan: Path) -> None:
    root = plan.parents[1]
    (root / "kehoach.toml").write_text(
        '[validate]\nselect = ["KH101", "KH303"]\nfail-on = "error"\n'
        '[validate.levels]\nKH101 = "note"\n'
        '[validate.per-path."plans/cu/*"]\nignore = ["KH303"]\n',
        encoding="utf-8",
    )
    old = plan.parent / "cu" / "y.yaml"
    old.parent.mkdir()
    shutil.copy(plan, old)
    done = kehoach("validate", "--format", "json", cwd=root)
    found = [(f["file"], f["code"], f["level"]) for f in json.loads(done.stdout)]
    assert done.returncode == 0
    assert found == [
        ("plans/cu/y.yaml", "KH101", "note"),
        ("plans/x.yaml", "KH101", "note"),
        ("plans/x.yaml", "KH303", "warning"),
    ]
    (root / "kehoach.toml").unlink()
    table = '[project]\nname = "x"\n[tool.kehoach.validate]\nselect = ["KH303"]\n'
    (root / "pyproject.toml").write_text(table, encoding="utf-8")
    assert codes(kehoach("validate", "--format", "json", cwd=plan.parent / "cu")) == ["KH303"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[validate\n", "không đúng cú pháp TOML"),
        ("[validate]\nselct = []\n", "không có khóa “selct”"),
        ("[kiem-tra]\n", "không có bảng “kiem-tra”"),
        ('[validate]\nselect = "KH1"\n', "“select” viết sai kiểu"),
        ("[validate]\nselect = [1]\n", "“select” viết sai kiểu"),
        ('[validate]\nfail-on = "loi"\n', "“fail-on” là “loi”"),
        ('[validate]\nlevels = {KH101 = "cao"}\n', "mức của KH101 là “cao”"),
        ('[validate]\nignore = ["KH9999"]\n', "không có quy tắc “KH9999”"),
        ('[validate]\nper-path = {"a/*" = []}\n', "“per-path.a/*” phải là bảng"),
    ],
)
def test_wrong_settings_are_said(kehoach: Kehoach, plan: Path, text: str, words: str) -> None:
    (plan.parents[1] / "kehoach.toml").write_text(text, encoding="utf-8")
    done = kehoach("validate", plan)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--format", "xml"], "giá trị của --format phải là một trong: concise, github"),
        (["--select", "ABC"], "không có quy tắc “ABC”"),
        (["--unsafe"], "--unsafe đi cùng --fix"),
        (["--write-baseline", "lý do"], "cần biết ghi vào đâu"),
        (["--config", "khong-co.toml"], "không đọc được tệp cấu hình"),
        (["--baseline", "khong-co.json"], "không đọc được danh sách chấp nhận"),
    ],
)
def test_wrong_options_are_said(
    kehoach: Kehoach, plan: Path, options: list[str], words: str
) -> None:
    done = kehoach("validate", plan, *options)
    assert done.returncode == 2
    assert words in done.stderr


def test_every_format_names_every_finding(kehoach: Kehoach, plan: Path) -> None:
    for name in formats():
        done = kehoach("validate", plan, *ONLY, "--format", name)
        assert done.returncode == 1, name
        assert "KH101" in done.stdout, name
        assert "KH303" in done.stdout, name


def test_json_has_what_its_schema_asks(kehoach: Kehoach, plan: Path) -> None:
    done = kehoach("validate", plan, "--pedantic", "--format", "json")
    jsonschema_rs.validate(read_schema("phat-hien"), json.loads(done.stdout))


def test_github_annotates_the_lines(kehoach: Kehoach, plan: Path) -> None:
    assert plan.name == "x.yaml"
    done = kehoach("validate", "plans/x.yaml", *ONLY, "--format", "github")
    first, second, _ = done.stdout.splitlines()
    assert first.startswith(
        "::error file=plans/x.yaml,line=21,endLine=21,col=14,endColumn=15,title=KH101 ma-trung::mã"
    )
    assert second.startswith("::warning file=plans/x.yaml,line=21,")
    assert "%0A" in second


def test_github_escapes_what_ends_a_property(kehoach: Kehoach, tmp_path: Path) -> None:
    file = tmp_path / "a,b:c%.yaml"
    file.write_text(WRONG, encoding="utf-8")
    done = kehoach("validate", file.name, *ONLY, "--format", "github")
    assert "file=a%2Cb%3Ac%25.yaml," in done.stdout


def test_gitlab_fingerprints_are_unique(kehoach: Kehoach, plan: Path) -> None:
    shutil.copy(plan, plan.with_name("y.yaml"))
    done = kehoach("validate", "plans", *ONLY, "--format", "gitlab")
    issues = json.loads(done.stdout)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == 4
    assert issues[0]["location"] == {"path": "plans/x.yaml", "lines": {"begin": 21, "end": 21}}


def test_junit_is_xml_with_a_case_a_finding(kehoach: Kehoach, plan: Path) -> None:
    (plan.parent / "trong.yaml").write_text("", encoding="utf-8")
    right = WRONG.replace("ma: a, ten: Tuyên truyền ở", "ma: b, ten: Tuyên truyền ở")
    plan.with_name("y.yaml").write_text(right.replace("tháng 5", "tháng 8"), encoding="utf-8")
    done = kehoach("validate", "plans", *ONLY, "--format", "junit")
    suites = ET.fromstring(done.stdout)  # noqa: S314  our own output
    assert (suites.get("tests"), suites.get("failures")) == ("4", "3")
    shown = {suite.get("name"): len(suite.findall("testcase/failure")) for suite in suites}
    assert shown == {"plans/trong.yaml": 1, "plans/x.yaml": 2, "plans/y.yaml": 0}


def sarif(kehoach: Kehoach, *arguments: str | Path) -> dict[str, Any]:
    done = kehoach("validate", *arguments, "--format", "sarif")
    log: dict[str, Any] = json.loads(done.stdout)
    return log


def test_sarif_points_at_the_words_and_keeps_acceptances(kehoach: Kehoach, plan: Path) -> None:
    accepted = "chap_nhan: [{ma: KH303, tai: noi_dung/0, ly_do: đã làm xong}]\n"
    plan.write_text(WRONG + accepted, encoding="utf-8")
    (run,) = sarif(kehoach, "plans/x.yaml", *ONLY)["runs"]
    error, warning = run["results"]
    rules = run["tool"]["driver"]["rules"]
    assert rules[error["ruleIndex"]]["id"] == error["ruleId"] == "KH101"
    place = error["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "plans/x.yaml"}
    assert place["region"]["snippet"]["text"] == WRONG.splitlines()[20]
    assert error["relatedLocations"][0]["physicalLocation"]["region"]["startLine"] == 20
    assert warning["suppressions"] == [{"kind": "external", "justification": "đã làm xong"}]


@pytest.mark.skipif(not shutil.which("Sarif.Multitool"), reason="the validator is not here")
def test_sarif_passes_an_independent_validator(kehoach: Kehoach, plan: Path) -> None:
    file = plan.with_name("x.sarif")
    file.write_text(json.dumps(sarif(kehoach, "plans", "--pedantic")), encoding="utf-8")
    done = subprocess.run(
        ["Sarif.Multitool", "validate", str(file)], capture_output=True, text=True, check=False
    )
    assert ": error " not in done.stdout + done.stderr
    assert "Analysis completed successfully" in done.stdout


def test_a_baseline_accepts_what_there_is_and_nothing_new(kehoach: Kehoach, plan: Path) -> None:
    here = ("plans", *ONLY, "--baseline", "chap-nhan.json")
    done = kehoach("validate", *here, "--write-baseline", "đã ký")
    assert done.returncode == 0
    assert "đã ghi 2 phát hiện vào chap-nhan.json" in done.stderr
    done = kehoach("validate", *here)
    assert (done.returncode, done.stdout) == (
        0,
        "1 tệp: không phát hiện gì (2 phát hiện đã được chấp nhận)\n",
    )
    moved = WRONG.replace("noi_dung:\n", "# một dòng mới\nnoi_dung:\n  - de_muc: Mục đích\n", 1)
    plan.write_text(moved, encoding="utf-8")
    assert kehoach("validate", *here).returncode == 0
    plan.write_text(moved.replace("tháng 5/2025", "tháng 4/2025"), encoding="utf-8")
    done = kehoach("validate", *here, "--format", "concise")
    lines = done.stdout.splitlines()
    assert "KH303 thời hạn “tháng 4/2025”" in lines[0]
    assert lines[1].startswith("chap-nhan.json:")
    assert "KH004 không còn phát hiện KH303 này trong plans/x.yaml" in lines[1]


def test_a_baseline_keeps_reasons_and_other_files(kehoach: Kehoach, plan: Path) -> None:
    here = ("plans", *ONLY, "--baseline", "chap-nhan.json")
    kehoach("validate", *here, "--write-baseline", "đã ký")
    text = WRONG.replace("tháng 7/2025", "tháng 6/2025")
    plan.write_text(text, encoding="utf-8")
    kehoach("validate", *here, "--write-baseline", "bản mới")
    entries = json.loads((plan.parents[1] / "chap-nhan.json").read_text(encoding="utf-8"))["muc"]
    assert [entry["ly_do"] for entry in entries] == ["bản mới", "đã ký", "đã ký"]
    other = plan.with_name("y.yaml")
    other.write_text(text, encoding="utf-8")
    done = kehoach("validate", other, *ONLY, "--baseline", "chap-nhan.json", "--format", "json")
    assert codes(done) == ["KH303", "KH101", "KH303"]


def test_a_damaged_baseline_is_said(kehoach: Kehoach, plan: Path) -> None:
    plan.with_name("a.json").write_text('{"muc": [1]}', encoding="utf-8")
    done = kehoach("validate", plan, "--baseline", plan.with_name("a.json"))
    assert done.returncode == 2
    assert "tệp không phải danh sách phát hiện được chấp nhận" in done.stderr


def test_kept_results_are_the_same(kehoach: Kehoach, plan: Path) -> None:
    fresh = kehoach("validate", "plans", "--no-cache")
    assert not (plan.parents[1] / ".kehoach_cache").exists()
    first, second = kehoach("validate", "plans"), kehoach("validate", "plans")
    assert fresh.stdout == first.stdout == second.stdout
    entries = [*(plan.parents[1] / ".kehoach_cache").glob("[0-9a-f]*")]
    assert len(entries) == 1
    # Other rules, another content: other results.
    assert codes(kehoach("validate", "plans", "--format", "json", *ONLY)) == ["KH101", "KH303"]
    plan.write_text(WRONG.replace("ma: a", "ma: b", 1), encoding="utf-8")
    assert codes(kehoach("validate", "plans", "--format", "json", *ONLY)) == ["KH303"]


@pytest.mark.parametrize("damage", ["", "cut", "changed", "rubbish"])
def test_a_damaged_cache_is_no_cache(kehoach: Kehoach, plan: Path, damage: str) -> None:
    before = kehoach("validate", "plans").stdout
    (entry,) = (plan.parents[1] / ".kehoach_cache").glob("[0-9a-f]*")
    data = entry.read_bytes()
    entry.write_bytes(
        {
            "": b"",
            "cut": data[:-9],
            "changed": data.replace(b"KH101", b"KH102"),
            "rubbish": b"\xff" * 99,
        }[damage]
    )
    assert kehoach("validate", "plans").stdout == before
    assert entry.read_bytes() == data


def test_what_is_whole_but_not_ours_is_no_cache(kehoach: Kehoach, plan: Path) -> None:
    before = kehoach("validate", "plans").stdout
    (entry,) = (plan.parents[1] / ".kehoach_cache").glob("[0-9a-f]*")
    whole = entry.read_bytes()
    name, digest, _ = whole[16:].split(b"\t", 2)
    for body in (b"x", b"\t\n", b"%b\t%b\t[1]\tx\n" % (name, digest), b"\t\t\n" * 9):
        entry.write_bytes(hashlib.blake2b(body, digest_size=16).digest() + body)
        assert kehoach("validate", "plans").stdout == before


def test_two_projects_share_a_cache(kehoach: Kehoach, plan: Path) -> None:
    other = plan.parents[1] / "khac"
    for folder in (".git", "plans"):
        (other / folder).mkdir(parents=True)
    (other / "plans" / "x.yaml").write_text(WRONG.replace("ma: a", "ma: b", 1), encoding="utf-8")
    shared = {"KEHOACH_CACHE_DIR": str(plan.parents[1] / "chung")}
    for _ in range(2):
        here = kehoach("validate", "plans", *ONLY, "--format", "json", **shared)
        there = kehoach("validate", "plans", *ONLY, "--format", "json", cwd=other, **shared)
        assert (codes(here), codes(there)) == (["KH101", "KH303"], ["KH303"])


def test_results_of_a_folder_are_kept_beside_each_other(kehoach: Kehoach, plan: Path) -> None:
    for name in ("y.yaml", "tên\tcó dấu.yaml", "z.yaml"):
        plan.with_name(name).write_text(WRONG, encoding="utf-8")
    fresh = kehoach("validate", "plans", "--no-cache").stdout
    for name in ("x.yaml", "z.yaml"):
        kehoach("validate", plan.with_name(name).relative_to(plan.parents[1]))
    (entry,) = (plan.parents[1] / ".kehoach_cache").glob("[0-9a-f]*")
    kept = [line.split(b"\t")[0] for line in entry.read_bytes()[16:].splitlines()]
    assert kept == [b"x.yaml", b"z.yaml"]
    assert kehoach("validate", "plans").stdout == fresh
    assert kehoach("validate", "plans").stdout == fresh


@pytest.mark.parametrize("output", formats())
def test_kept_acceptances_are_the_same(kehoach: Kehoach, plan: Path, output: str) -> None:
    accepting = "chap_nhan: [{ma: KH101, tai: noi_dung/0, ly_do: theo văn bản đã ký}]\n"
    plan.write_text(WRONG + accepting, encoding="utf-8")
    runs = [kehoach("validate", "plans", "--format", output).stdout for _ in range(2)]
    assert runs[0] == runs[1]
    assert ("theo văn bản đã ký" in runs[0]) == (output == "sarif")


def test_acceptances_kept_as_a_number_are_listed_when_asked_for(
    kehoach: Kehoach, plan: Path
) -> None:
    accepting = "chap_nhan: [{ma: KH101, tai: noi_dung/0, ly_do: theo văn bản đã ký}]\n"
    plan.write_text(WRONG + accepting, encoding="utf-8")
    counted = kehoach("validate", "plans").stdout
    assert "(1 phát hiện đã được chấp nhận)" in counted
    for _ in range(2):
        listed = kehoach("validate", "plans", "--format", "sarif").stdout
        assert listed.count("theo văn bản đã ký") == 1
        assert kehoach("validate", "plans").stdout == counted


def test_a_cache_that_cannot_be_written_is_done_without(kehoach: Kehoach, plan: Path) -> None:
    blocked = plan.parents[1] / "tep"
    blocked.write_text("", encoding="utf-8")
    done = kehoach("validate", "plans", KEHOACH_CACHE_DIR=str(blocked / "x"))
    assert done.returncode == 1
    assert done.stderr == ""


def test_kept_results_count_the_trace_and_the_templates(kehoach: Kehoach, plan: Path) -> None:
    kehoach("validate", "plans", *ONLY)
    origin = {"file": "a.txt", "page": None, "line": 7}
    trace = {"values": [{"path": "noi_dung/0/nhiem_vu/1/ma", "origins": [origin]}]}
    plan.with_name("x.nguon.json").write_text(json.dumps(trace), encoding="utf-8")
    assert "nguồn: dòng 7 của a.txt" in kehoach("validate", "plans", *ONLY).stdout


def test_many_files_are_checked_at_once_in_their_order(kehoach: Kehoach, plan: Path) -> None:
    names = [f"k{i:03}.yaml" for i in range(60)]
    for name in names:
        plan.with_name(name).write_text(WRONG, encoding="utf-8")
    plan.unlink()
    done = kehoach("validate", "plans", *ONLY, "--format", "json", "--no-cache")
    files = [finding["file"] for finding in json.loads(done.stdout)]
    assert files == [f"plans/{name}" for name in names for _ in range(2)]


def test_statistics_count_by_rule(kehoach: Kehoach, plan: Path) -> None:
    shutil.copy(plan, plan.with_name("y.yaml"))
    done = kehoach("validate", "plans", *ONLY, "--statistics")
    assert done.stdout.splitlines() == [
        "2  KH101  lỗi        ma-trung (2 tệp)",
        "2  KH303  cảnh báo   han-truoc-ngay-ban-hanh (2 tệp)",
    ]


# A comment, odd spaces, a folded text whose words go over a line break, and four things to mend:
# two that change nothing of what is said, two that may (KH503 of a ward, KH910).
TO_FIX = """\
# giữ nguyên   chú thích này
kehoach: 1
don_vi: {ma: "26740", ten: phường Sài Gòn,   tinh: Thành phố Hồ Chí Minh}
van_ban:
  the_thuc: nd30
  trang_thai: ban_hanh
  ten_loai: Kế hoạch
  co_quan: Ủy ban nhân dân phường Sài Gòn
  so: 5
  ky_hieu: KH-UBND
  dia_danh: Sài Gòn
  ngay: 2025-07-11
  trich_yeu: 'Chuyển đổi số'   # trích yếu
  nguoi_ky: {thay_mat: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn A}
  noi_nhan: [UBND Thành phố (b/c), "Lưu: VT"]
mo_dau: >-
  Theo Nghị quyết của Bộ
  chính trị, giao UBND xã
  chỉ đạo trên dịa bàn. Quyết định số 206/QĐTTg ngày 28/02/2024 của Thủ tướng Chính phủ
noi_dung:
  - de_muc: Mục đích
"""
SAFE = (("\n  chính trị", "\n  Chính trị"), ("206/QĐTTg", "206/QĐ-TTg"))
UNSAFE = (("UBND xã", "UBND phường"), ("dịa bàn", "địa bàn"))
FIXED_RULES = ("--select", "KH503,KH701,KH907,KH910")


def fixed(text: str, *changes: tuple[str, str]) -> str:
    for wrong, right in changes:
        assert text.count(wrong) == 1
        text = text.replace(wrong, right)
    return text


@pytest.fixture
def to_fix(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    file = tmp_path / "x.yaml"
    file.write_bytes(TO_FIX.encode())
    return file


@pytest.mark.parametrize(
    ("options", "changes", "left"),
    [
        (["--fix"], SAFE, ["KH503", "KH910"]),
        (["--fix", "--unsafe"], (*SAFE, *UNSAFE), []),
    ],
    ids=["safe", "unsafe"],
)
@pytest.mark.parametrize(
    "written",
    [
        lambda text: text.encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(),
    ],
    ids=["plain", "CRLF", "BOM", "BOM and CRLF"],
)
def test_fixes_change_their_characters_and_no_others(
    kehoach: Kehoach,
    to_fix: Path,
    written: Callable[[str], bytes],
    options: list[str],
    changes: tuple[tuple[str, str], ...],
    left: list[str],
) -> None:
    to_fix.write_bytes(written(TO_FIX))
    done = kehoach("validate", to_fix, *options, "--format", "json", *FIXED_RULES)
    assert to_fix.read_bytes() == written(fixed(TO_FIX, *changes))
    assert sorted(one["code"] for one in json.loads(done.stdout)) == left
    assert done.returncode == (1 if left else 0)
    assert f"đã sửa {len(changes)} chỗ trong 1 tệp" in done.stderr


def test_fixing_again_changes_nothing(kehoach: Kehoach, to_fix: Path) -> None:
    kehoach("validate", to_fix, "--fix", "--unsafe", *FIXED_RULES)
    once = to_fix.read_bytes()
    done = kehoach("validate", to_fix, "--fix", "--unsafe", *FIXED_RULES)
    assert to_fix.read_bytes() == once
    assert done.returncode == 0


def test_diff_shows_what_would_be_fixed_and_writes_nothing(kehoach: Kehoach, to_fix: Path) -> None:
    before = sorted((file.name, file.read_bytes()) for file in to_fix.parent.glob("*.yaml"))
    done = kehoach("validate", to_fix, "--fix", "--diff", *FIXED_RULES)
    assert sorted((f.name, f.read_bytes()) for f in to_fix.parent.glob("*.yaml")) == before
    lines = [line for line in done.stdout.splitlines() if line[:1] in {"+", "-"}]
    assert [line for line in lines if line.startswith("+ ")] == [
        "+  Chính trị, giao UBND xã",
        "+  chỉ đạo trên dịa bàn. Quyết định số 206/QĐ-TTg ngày 28/02/2024 của Thủ tướng Chính phủ",
    ]
    assert sum(line.startswith("- ") for line in lines) == 2


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX")
def test_a_fixed_file_keeps_its_mode(kehoach: Kehoach, to_fix: Path) -> None:
    to_fix.chmod(0o640)
    kehoach("validate", to_fix, "--fix", *FIXED_RULES)
    assert to_fix.read_bytes() != TO_FIX.encode()
    assert stat.S_IMODE(to_fix.stat().st_mode) == 0o640


def test_a_read_only_file_is_left_as_it_is(kehoach: Kehoach, to_fix: Path) -> None:
    to_fix.chmod(0o444)
    done = kehoach("validate", to_fix, "--fix", *FIXED_RULES)
    assert to_fix.read_bytes() == TO_FIX.encode()
    assert done.returncode == 2
    assert f"không ghi được {to_fix}: tệp chỉ được đọc" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_cannot_be_read_is_not_fixed(kehoach: Kehoach, to_fix: Path) -> None:
    broken = TO_FIX.replace("mo_dau: >-", "mo_dau: [>-").encode()
    to_fix.write_bytes(broken)
    done = kehoach("validate", to_fix, "--fix", "--unsafe")
    assert to_fix.read_bytes() == broken
    assert done.returncode == 2
