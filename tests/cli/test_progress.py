"""``kehoach progress`` and ``kehoach status`` as a user runs them."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema_rs
import pytest
from xlsxwriter import Workbook  # type: ignore[import-untyped]  # has no types

from kehoach.progress.log import load_log
from kehoach.source.resources import read_schema

Kehoach = Callable[..., subprocess.CompletedProcess[str]]
PLANS = Path(__file__).parents[2] / "plans"
DONE = ("--stage", "hoàn thành", "--result", "Ban hành quy chế", "--evidence", "15/QĐ-UBND")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "hop-minh.yaml"
    file.write_bytes((PLANS / "hop-minh.yaml").read_bytes())
    return file


def test_an_entry_is_added_and_the_log_is_checked(kehoach: Kehoach, plan: Path) -> None:
    done = kehoach("progress", plan, "ho-so-truc-tuyen", "--value", "65", "--date", "14/10/2025")
    assert done.returncode == 0, done.stderr
    assert "gia_tri: 65%" in done.stdout
    log = plan.with_name("hop-minh.tien-do.yaml")
    assert log.read_text(encoding="utf-8").startswith("# yaml-language-server:")
    assert kehoach("validate", log, "--fail-on", "note").returncode == 0
    before = log.read_bytes()
    assert kehoach("progress", plan, "quy-che-la", "--result", "x").returncode == 2
    assert log.read_bytes() == before


REFUSED = {
    "unknown-code": (("danh-muc-thtc", "--result", "x"), "có phải “danh-muc-tthc”?"),
    "nothing-said": (("danh-muc-tthc", "--date", "14/10/2025"), "mục chưa nói gì"),
    "no-evidence": (("danh-muc-tthc", "--stage", "hoan thanh", "--result", "x"), "minh chứng"),
    "below-goal": (("ho-so-truc-tuyen", "--value", "70%", *DONE), "số liệu đạt mức đề ra"),
    "other-unit": (("ho-so-truc-tuyen", "--value", "12 nhóm"), "không so được với mức đạt"),
    "no-figure": (("ho-so-truc-tuyen", "--value", "khá tốt"), "không phải một con số"),
    "more-than-all": (("ho-so-truc-tuyen", "--value", "120%"), "lớn hơn 100%"),
    "future": (("danh-muc-tthc", "--result", "x", "--date", "01/01/2999"), "chưa tới"),
    "long-before": (("danh-muc-tthc", "--result", "x", "--date", "01/01/2021"), "trước kế hoạch"),
    "no-day": (("danh-muc-tthc", "--result", "x", "--date", "31/02/2025"), "không phải một ngày"),
    "stage": (("danh-muc-tthc", "--stage", "xong"), "không phải một giai đoạn"),
    "due-without-document": (("danh-muc-tthc", "--due", "31/12/2025"), "minh_chung"),
    "period": (("so-hoa-tai-lieu", "--result", "x", "--period", "2025-10"), "không hợp với"),
    "replaces": (("danh-muc-tthc", "--result", "x", "--replaces", "bcdfghjklm"), "không có mục"),
    "nothing-at-all": (("danh-muc-tthc",), "chưa có gì để ghi"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_is_refused(kehoach: Kehoach, plan: Path, case: str) -> None:
    arguments, words = REFUSED[case]
    done = kehoach("progress", plan, *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert not plan.with_name("hop-minh.tien-do.yaml").exists()


def test_evidence_may_have_been_noted_before(kehoach: Kehoach, plan: Path) -> None:
    kehoach("progress", plan, "danh-muc-tthc", "--evidence", "15/QĐ-UBND", "--date", "2025-10-01")
    code = ("danh-muc-tthc", "--stage", "hoàn thành", "--result", "Niêm yết")
    done = kehoach("progress", plan, *code, "--date", "2025-10-02")
    assert done.returncode == 0, done.stderr


def test_a_late_item_reminds_of_what_the_report_needs(kehoach: Kehoach, plan: Path) -> None:
    done = kehoach("progress", plan, "csdl-12", "--value", "3", "--date", "14/10/2025")
    assert "báo cáo còn cần: nguyên nhân, trách nhiệm" in done.stderr


def test_without_a_code_the_items_are_listed(kehoach: Kehoach, plan: Path) -> None:
    done = kehoach("progress", plan)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 33
    assert "so-hoa-tai-lieu" in done.stdout


ROWS = [
    ["STT", "Mã", "Ngày", "Trạng thái", "Kết quả", "Số liệu", "Minh chứng"],
    ["1", "danh-muc-tthc", "15/8/2025", "đang thực hiện", "Niêm yết; công khai", "", ""],
    ["2", "ho-so-truc-tuyen", "2025-08-15", "", "", "45", "12/BC-UBND; 13/BC-UBND"],
]
BAD = [
    ["3", "khong-co", "31/02/2025", "xong", "", "", ""],
    ["4", "ho-so-truc-tuyen", "15/8/2025", "", "", "khá", ""],
]


def write_table(file: Path, rows: list[list[str]]) -> Path:
    if file.suffix == ".csv":
        with file.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream, delimiter=";").writerows(rows)
        return file
    with Workbook(file) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return file


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_table_is_added_whole_or_not_at_all(
    kehoach: Kehoach, plan: Path, tmp_path: Path, name: str
) -> None:
    log = plan.with_name("hop-minh.tien-do.yaml")
    done = kehoach("progress", plan, "--from", write_table(tmp_path / name, [*ROWS, *BAD]))
    assert done.returncode == 2
    for words in (":4: “31/02/2025”", ":4: “xong”", ":4: kế hoạch không có", ":5: “khá”"):
        assert words in done.stderr
    assert not log.exists()
    done = kehoach("progress", plan, "--from", write_table(tmp_path / name, ROWS))
    assert done.returncode == 0, done.stderr
    entries = load_log(log).entries
    assert [entry.code for entry in entries] == ["danh-muc-tthc", "ho-so-truc-tuyen"]
    assert entries[1].evidence == ("12/BC-UBND", "13/BC-UBND")
    assert entries[1].figure == "45%"


def test_days_as_excel_counts_them_and_columns_of_the_plan(
    kehoach: Kehoach, plan: Path, tmp_path: Path
) -> None:
    head = ["TT", "Mã", "Nhiệm vụ, chỉ tiêu", "Ngày", "Kết quả", "Dự kiến xong"]
    rows = [
        ["1", "csdl-12", "Cơ sở dữ liệu", "45944", "5 cơ sở dữ liệu", "2025-12-20 00:00:00"],
        ["", "", "", "", "", ""],
        ["2", "csdl-12", "Cơ sở dữ liệu", "45945", "6 cơ sở dữ liệu", ""],
    ]
    done = kehoach(
        "progress", plan, "--from", write_table(tmp_path / "a.xlsx", [["Tuần 42"], head, *rows])
    )
    assert done.returncode == 0, done.stderr
    first, second = load_log(plan.with_name("hop-minh.tien-do.yaml")).entries
    assert [one.date.isoformat() for one in (first, second)] == ["2025-10-14", "2025-10-15"]
    assert first.forecast is not None
    assert first.forecast.isoformat() == "2025-12-20"


def test_a_day_that_cannot_be_read_is_told_once(
    kehoach: Kehoach, plan: Path, tmp_path: Path
) -> None:
    rows = [["Mã", "Ngày", "Kết quả", "Dự kiến"], ["csdl-12", "hôm qua", "x", "20/12/2025"]]
    done = kehoach("progress", plan, "--from", write_table(tmp_path / "a.csv", rows))
    assert [line for line in done.stderr.splitlines() if ":2:" in line] == [
        f"{(tmp_path / 'a.csv').as_posix()}:2: “hôm qua” không phải một ngày; viết như 14/10/2025"
    ]


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (["Mã", "Ghi chú lạ"], "không biết cột “Ghi chú lạ”"),
        (["Kết quả"], "không có cột “Mã”"),
        (["Mã", "Kết quả", "Sản phẩm"], "hai cột"),
    ],
)
def test_headings_that_cannot_be_used(
    kehoach: Kehoach, plan: Path, tmp_path: Path, head: list[str], words: str
) -> None:
    table = write_table(tmp_path / "a.xlsx", [head, ["x"] * len(head)])
    done = kehoach("progress", plan, "--from", table)
    assert done.returncode == 2
    assert words in done.stderr


def test_twenty_commands_at_once_lose_nothing(plan: Path) -> None:
    command = [sys.executable, "-m", "kehoach", "progress", str(plan), "danh-muc-tthc"]
    running = [
        subprocess.Popen(
            [*command, "--result", f"Việc {number}"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for number in range(20)
    ]
    assert [process.wait() for process in running] == [0] * 20
    entries = load_log(plan.with_name("hop-minh.tien-do.yaml")).entries
    assert {entry.result for entry in entries} == {f"Việc {number}" for number in range(20)}


def test_status_of_one_plan_fits_its_schema_and_the_terminal(kehoach: Kehoach) -> None:
    done = kehoach("status", PLANS / "hop-minh.yaml", "--as-of", "2026-01-05", COLUMNS="80")
    assert done.returncode == 0, done.stderr
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "Chậm tiến độ (6)" in done.stdout
    data = kehoach(
        "status", PLANS / "hop-minh.yaml", "--as-of", "2026-01-05", "--format", "json",
        "--words", "sau-muc",
    )  # fmt: skip
    value = json.loads(data.stdout)
    jsonschema_rs.Draft202012Validator(read_schema("tinh-hinh")).validate(value)
    items = {item["code"]: item for item in value["items"]}
    late = items["tthc-82-nhom"]
    assert (late["stage"], late["time"], late["delay_days"]) == ("in_progress", "late", 5)
    assert late["unreported"] == ["trách nhiệm"]
    assert late["word"] == "Đang thực hiện trễ hạn"
    assert items["ho-so-truc-tuyen"]["stage"] == "completed"
    assert items["danh-muc-tthc"]["basis"] == "continuous"


def test_status_of_many_plans(kehoach: Kehoach) -> None:
    done = kehoach("status", PLANS, "--as-of", "2025-12-20", "--format", "json")
    value = json.loads(done.stdout)
    jsonschema_rs.Draft202012Validator(read_schema("tinh-hinh")).validate(value)
    assert len(value["plans"]) == 5
    assert value["total"]["count"] == sum(plan["count"] for plan in value["plans"])
    table = kehoach("status", PLANS, "--as-of", "2025-12-20", "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff")), delimiter=";"))
    assert {row["xã"]: row["số mục"] for row in rows}["xã Hợp Minh"] == "33"
    text = kehoach("status", PLANS, "--as-of", "2025-12-20", COLUMNS="80").stdout
    assert "5 kế hoạch, tính đến ngày 20/12/2025" in text


def test_status_is_the_same_after_later_entries(kehoach: Kehoach, plan: Path) -> None:
    ask = ("status", plan, "--as-of", "2025-10-31", "--format", "json")
    kehoach("progress", plan, "danh-muc-tthc", "--result", "a", "--date", "2025-10-14")
    before = kehoach(*ask).stdout
    kehoach("progress", plan, "danh-muc-tthc", *DONE, "--date", "2025-11-05")
    assert kehoach(*ask).stdout == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--as-of", "hôm qua"], "không phải một ngày"),
        (["--within", "-3"], "từ 0 trở lên"),
        (["--words", "la"], "không có bảng từ “la”"),
        (["--format", "pdf"], "phải là một trong: csv, json, text"),
    ],
)
def test_wrong_use_of_status(
    kehoach: Kehoach, plan: Path, arguments: list[str], words: str
) -> None:
    done = kehoach("status", plan, *arguments)
    assert done.returncode == 2
    assert words in done.stderr


def test_a_log_without_anything_has_no_entries(kehoach: Kehoach, plan: Path) -> None:
    log = plan.with_name("hop-minh.tien-do.yaml")
    log.write_bytes(b"")
    assert "chưa có mục nào" in kehoach("status", plan).stdout
    done = kehoach("progress", plan, "danh-muc-tthc", "--result", "a", "--date", "2025-10-14")
    assert done.returncode == 0, done.stderr
    assert log.read_text(encoding="utf-8").startswith("# yaml-language-server:")


def test_many_plans_are_shown_though_some_are_broken(kehoach: Kehoach, plan: Path) -> None:
    (plan.parent / "hong.yaml").write_text("a: [", encoding="utf-8")
    (plan.parent / "khac.yaml").write_text("x: 1", encoding="utf-8")
    done = kehoach("status", plan.parent, "--as-of", "2025-10-31")
    assert done.returncode == 2
    assert "1 kế hoạch, tính đến ngày 31/10/2025" in done.stdout
    assert "hong.yaml" in done.stderr
    assert "khac.yaml" in done.stderr


LOG_FAULTS = {
    "KH052": ("{0}{0}", "lặp lại mục ở dòng 1"),
    "KH053": ("{0}", "bị sửa sau khi ghi"),
    "KH054": ("- {{ngay: 2025-10-14, nhiem_vu: danh-muc, ket_qua: a}}\n", "danh-muc-tthc"),
    "KH055": (
        '- {{ngay: 2025-11-14, nhiem_vu: danh-muc-tthc, ghi: "2025-10-14T00:00:00Z"}}\n',
        "sau ngày ghi",
    ),
    "KH056": ("- {{ngay: 2025-10-14, chi_tieu: csdl-12, gia_tri: 5%}}\n", "không so được"),
    "KH057": (
        "- {{ngay: 2025-10-14, nhiem_vu: danh-muc-tthc, trang_thai: hoàn thành, ket_qua: a}}\n",
        "chờ xác nhận",
    ),
    "KH051": ("<<<<<<< HEAD\n{0}=======\n", "dấu xung đột"),
}


@pytest.mark.parametrize("code", LOG_FAULTS)
def test_validate_finds_what_is_wrong_with_a_log(kehoach: Kehoach, plan: Path, code: str) -> None:
    form, words = LOG_FAULTS[code]
    log = plan.with_name("hop-minh.tien-do.yaml")
    kehoach("progress", plan, "danh-muc-tthc", "--result", "gốc", "--date", "2025-10-14")
    line = log.read_text(encoding="utf-8").splitlines()[-1] + "\n"
    text = form.format(line)
    log.write_text(text.replace("gốc", "đổi") if code == "KH053" else text, encoding="utf-8")
    done = kehoach("validate", log, "--format", "json", "--fail-on", "note")
    assert done.returncode == 1
    found = json.loads(done.stdout)
    assert [one["code"] for one in found] == [code]
    assert words in found[0]["message"] + found[0]["help"]


def test_validate_finds_logs_in_a_folder_and_their_missing_plan(
    kehoach: Kehoach, plan: Path
) -> None:
    kehoach("progress", plan, "danh-muc-tthc", "--result", "a", "--date", "2025-10-14")
    plan.unlink()
    done = kehoach("validate", plan.parent, "--format", "json")
    assert [one["code"] for one in json.loads(done.stdout)] == ["KH058"]


def test_validate_finds_entries_that_were_taken_away(kehoach: Kehoach, plan: Path) -> None:
    for words in ("a", "b"):
        kehoach("progress", plan, "danh-muc-tthc", "--result", words, "--date", "2025-10-14")
    git = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    for arguments in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=a", "-c", "user.email=a@example.vn", "commit", "-qm", "a"],
    ):
        subprocess.run(["git", *arguments], cwd=plan.parent, check=True, env=git)
    log = plan.with_name("hop-minh.tien-do.yaml")
    assert kehoach("validate", log).returncode == 0
    lines = log.read_text(encoding="utf-8").splitlines(keepends=True)
    log.write_text("".join(lines[:-1]), encoding="utf-8")
    done = kehoach("validate", log, "--format", "json")
    assert [one["code"] for one in json.loads(done.stdout)] == ["KH059"]


def test_the_examples_are_marked_and_have_no_findings(kehoach: Kehoach) -> None:
    logs = sorted(PLANS.glob("*.tien-do.yaml"))
    assert len(logs) == 2
    for log in logs:
        assert log.read_text(encoding="utf-8").startswith("# SỐ LIỆU MINH HỌA")
        assert len(load_log(log).entries) > 25
    assert kehoach("validate", *logs, "--fail-on", "note", "--no-cache").returncode == 0
