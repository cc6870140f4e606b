"""``kehoach import`` from the command line: a Word file in, an official Word file out."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach.model.plan import Plan
from kehoach.model.reading import read_plan
from kehoach.source.tree import load

Kehoach = Callable[..., subprocess.CompletedProcess[str]]

ROOT = Path(__file__).parents[2]
TEXT = """\
ỦY BAN NHÂN DÂN
XÃ HƯỚNG PHÙNG

Số: 05/KH-UBND

KẾ HOẠCH
Chuyển đổi số năm 2025

I. MỤC TIÊU

- Tối thiểu 80% hồ sơ được xử lý trực tuyến.

II. NHIỆM VỤ

1. Tuyên truyền

Đưa tin trên truyền thanh cơ sở.

- Chủ trì thực hiện: Phòng Văn hóa - Xã hội.

- Thời gian hoàn thành: trước ngày 31/9/2025.

Nơi nhận:
- UBND tỉnh (b/c);
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn A
"""


def read(file: Path) -> Plan:
    return read_plan(load(file))


def test_a_text_comes_in_with_its_trace_and_faults_name_its_lines(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    (tmp_path / "cu.txt").write_text(TEXT, "utf-8")
    done = kehoach("import", "cu.txt", "-o", "plans")
    assert (done.returncode, done.stderr) == (0, "")
    assert "đã ghi plans/cu.yaml" in done.stdout
    plan = read(tmp_path / "plans" / "cu.yaml")
    (task,) = plan.assigned_tasks()
    assert (task.leads, task.deadline) == (("Phòng Văn hóa - Xã hội",), "trước ngày 31/9/2025")
    assert [target.figure for target in plan.targets()] == ["Tối thiểu 80%"]
    trace = json.loads((tmp_path / "plans" / "cu.nguon.json").read_text("utf-8"))
    assert trace["nguon"] == 1
    checked = kehoach("validate", "plans/cu.yaml")
    assert checked.returncode == 1
    line = TEXT.splitlines().index("- Thời gian hoàn thành: trước ngày 31/9/2025.") + 1
    after = checked.stdout.partition("KH302")[2]
    assert f"nguồn: dòng {line} của cu.txt" in after


@pytest.mark.parametrize("name", ["huong-phung", "nghia-hanh", "xuan-hung"])
def test_a_word_file_goes_in_and_an_official_one_comes_out(
    kehoach: Kehoach, name: str, tmp_path: Path
) -> None:
    plan = ROOT / "plans" / f"{name}.yaml"
    assert kehoach("render", plan).returncode == 0
    assert kehoach("import", f"{name}.docx", "-o", "plans").returncode == 0
    assert kehoach("validate", f"plans/{name}.yaml").returncode in {0, 1}
    assert kehoach("render", f"plans/{name}.yaml", "-o", "ra").returncode == 0
    before, after = read(plan), read(tmp_path / "plans" / f"{name}.yaml")
    assert after.document.symbol == before.document.symbol
    assert after.document.place == before.document.place
    assert after.document.date == before.document.date
    assert after.document.signer.name == before.document.signer.name
    assert after.document.recipients == before.document.recipients
    assert [task.leads for task in after.assigned_tasks()] == [
        task.leads for task in before.assigned_tasks()
    ]
    assert [task.deadline for task in after.assigned_tasks()] == [
        task.deadline for task in before.assigned_tasks()
    ]


def test_a_plan_that_is_there_is_not_written_over(kehoach: Kehoach, tmp_path: Path) -> None:
    (tmp_path / "cu.txt").write_text(TEXT, "utf-8")
    (tmp_path / "cu.yaml").write_text("của tôi", "utf-8")
    done = kehoach("import", "cu.txt")
    assert done.returncode == 2
    assert "đã có cu.yaml; thêm --force" in done.stderr
    assert (tmp_path / "cu.yaml").read_text("utf-8") == "của tôi"
    assert kehoach("import", "cu.txt", "--force").returncode == 0


SHEET = """\
PHỤ LỤC II;;;
DANH MỤC NHIỆM VỤ CHUYỂN ĐỔI SỐ;;;
TT;Nhiệm vụ;Cơ quan chủ trì;Thời hạn
1;Lập bản đồ số;Phòng Kinh tế;30/6/2025
2;Tập huấn kỹ năng số;Phòng Văn hóa - Xã hội;Quý III/2025
"""


@pytest.mark.parametrize("order", [("cu.txt", "phu-luc.csv"), ("phu-luc.csv", "cu.txt")])
def test_a_sheet_becomes_an_annex_of_the_plan(
    kehoach: Kehoach, order: tuple[str, str], tmp_path: Path
) -> None:
    (tmp_path / "cu.txt").write_text(TEXT, "utf-8")
    (tmp_path / "phu-luc.csv").write_text(SHEET, "utf-8")
    done = kehoach("import", *order, "-o", "plans")
    assert (done.returncode, done.stderr) == (0, "")
    assert "từ cu.txt: " in done.stdout
    assert re.search(r"từ phu-luc\.csv: \d+ giá trị \([^)]*phu_luc/0\)", done.stdout)
    plan = read(tmp_path / "plans" / "cu.yaml")
    (annex,) = plan.annexes
    assert annex.heading == "Danh mục nhiệm vụ chuyển đổi số"
    assert [(task.name, task.leads, task.deadline) for task in list(plan.assigned_tasks())[1:]] == [
        ("Lập bản đồ số", ("Phòng Kinh tế",), "30/6/2025"),
        ("Tập huấn kỹ năng số", ("Phòng Văn hóa - Xã hội",), "Quý III/2025"),
    ]
    trace = json.loads((tmp_path / "plans" / "cu.nguon.json").read_text("utf-8"))
    files = {
        origin["file"]
        for value in trace["values"]
        if value["path"].startswith("phu_luc")
        for origin in value["origins"]
    }
    assert files == {"phu-luc.csv"}


def test_an_excel_annex_of_a_word_file(kehoach: Kehoach, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in SHEET.splitlines():
        book.active.append([cell or None for cell in row.split(";")])
    book.save(tmp_path / "phu-luc.xlsx")
    assert kehoach("render", ROOT / "plans" / "huong-phung.yaml").returncode == 0
    done = kehoach("import", "huong-phung.docx", "phu-luc.xlsx")
    assert (done.returncode, done.stderr) == (0, "")
    before, after = read(ROOT / "plans/huong-phung.yaml"), read(tmp_path / "huong-phung.yaml")
    assert len(list(after.assigned_tasks())) == len(list(before.assigned_tasks())) + 2
    assert [annex.heading for annex in after.annexes] == ["Danh mục nhiệm vụ chuyển đổi số"]


def test_two_documents_of_one_name_are_not_written_over_each_other(
    kehoach: Kehoach, tmp_path: Path
) -> None:
    (tmp_path / "cu.txt").write_text(TEXT, "utf-8")
    (tmp_path / "cu.md").write_text(TEXT, "utf-8")
    done = kehoach("import", "cu.txt", "cu.md", "--force", "-o", "plans")
    assert done.returncode == 2
    assert "plans/cu.yaml sẽ được ghi từ cả cu.txt lẫn cu.md" in done.stderr
    assert not (tmp_path / "plans").exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", b"PK\x03\x04 no zip"),
        ("a.docx", b""),
        ("a.pdf", b"%PDF-1.7 broken"),
        ("a.doc", b"\xd0\xcf\x11\xe0"),
        ("a.txt", b""),
        ("a.xlsx", b"\x00" * 100),
        ("a.exe", b"MZ"),
    ],
)
def test_what_cannot_be_brought_in_is_refused(
    kehoach: Kehoach, name: str, data: bytes, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    done = kehoach("import", name)
    assert done.returncode == 2
    assert f"{name}:1:1: lỗi KH001" in done.stderr
    assert "Traceback" not in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_changes_made_in_excel_come_back_by_splices(kehoach: Kehoach, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    shutil.copy(ROOT / "plans" / "hop-minh.yaml", tmp_path)
    before = (tmp_path / "hop-minh.yaml").read_text("utf-8")
    assert kehoach("export", "hop-minh.yaml").returncode == 0
    book = openpyxl.load_workbook(tmp_path / "hop-minh.xlsx")
    sheet = book["Chỉ tiêu"]
    (cell,) = [c for row in sheet.iter_rows() for c in row if c.value == "tối thiểu 80%"]
    cell.value = "tối thiểu 85%"
    book.save(tmp_path / "hop-minh.xlsx")
    done = kehoach("import", "--into", "hop-minh.yaml", "hop-minh.xlsx")
    assert (done.returncode, done.stderr) == (0, "")
    assert "hop-minh.yaml: 1 thay đổi" in done.stdout
    after = (tmp_path / "hop-minh.yaml").read_text("utf-8")
    assert after == before.replace("muc_dat: tối thiểu 80%", "muc_dat: tối thiểu 85%")
    done = kehoach("import", "--into", "hop-minh.yaml", "cu.txt")
    assert done.returncode == 2
    assert "--into cần đúng một tệp .xlsx" in done.stderr
