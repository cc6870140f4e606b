"""``kehoach progress`` on a terminal: choices and questions."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kehoach.progress.entry import Stage
from kehoach.progress.log import load_log

PLANS = Path(__file__).parents[2] / "plans"


def talk(folder: Path, answers: list[str], *arguments: str) -> tuple[int, str]:
    """Run the command on a terminal of its own and answer each question in turn.

    It is stopped where it asks more than that.
    """
    pty = pytest.importorskip("pty")  # not on Windows
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "kehoach", "progress", "hop-minh.yaml", *arguments],
        cwd=folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "COLUMNS": "120", "NO_COLOR": "1"},
    )
    os.close(theirs)
    said, left = b"", list(answers)
    while True:
        try:
            said += os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
        if said.endswith(b": "):
            os.write(ours, f"{left.pop(0)}\n".encode() if left else b"\x04")
    os.close(ours)
    return process.wait(), said.decode("utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "hop-minh.yaml").write_bytes((PLANS / "hop-minh.yaml").read_bytes())
    return tmp_path


def test_an_item_is_chosen_and_asked_about(folder: Path) -> None:
    # The targets of 2025 are late by now, so they come first: the fifth is ho-so-truc-tuyen.
    work = ["65", "1.690 trên 2.600 hồ sơ", "", "", "Ít chữ ký số", "Trung tâm", "", "", ""]
    status, said = talk(folder, ["5", "14/10/2025", "2", *work])
    assert status == 0, said
    assert "1. dvc-tap-trung [chưa triển khai; chậm tiến độ]" in said
    (entry,) = load_log(folder / "hop-minh.tien-do.yaml").entries
    assert (entry.code, entry.stage, entry.figure) == ("ho-so-truc-tuyen", Stage.IN_PROGRESS, "65%")
    assert entry.date == dt.date(2025, 10, 14)
    assert (entry.cause, entry.responsible, entry.remedy) == ("Ít chữ ký số", "Trung tâm", "")
    assert entry.evidence == ()


def test_lines_of_choices_are_no_wider_than_the_terminal(folder: Path) -> None:
    _, said = talk(folder, ["khong-co", "danh-muc-tthc", *DONE])
    assert max(len(line) for line in said.splitlines() if line.startswith("  ")) < 120
    assert "Chọn một số từ 1 đến 33." in said  # and then the code is as good as a number
    assert load_log(folder / "hop-minh.tien-do.yaml").entries[0].code == "danh-muc-tthc"


DONE = ["", "4", "Niêm yết", "15/QĐ-UBND", ""]


def test_what_cannot_be_written_is_told_and_asked_once_more(folder: Path) -> None:
    first = ["14/10/2025", "hoàn thành", "Niêm yết", "", ""]
    again = ["", "", "", "15/QĐ-UBND", "Thiếu người"]
    status, said = talk(folder, [*first, *again], "danh-muc-tthc")
    assert status == 0, said
    assert "“hoàn thành” cần có minh chứng" in said
    (entry,) = load_log(folder / "hop-minh.tien-do.yaml").entries
    assert (entry.date, entry.stage) == (dt.date(2025, 10, 14), Stage.COMPLETED)
    assert (entry.result, entry.evidence) == ("Niêm yết", ("15/QĐ-UBND",))
    assert entry.difficulty == "Thiếu người"


def test_what_is_given_is_not_asked_and_refused_at_once_where_it_is_wrong(folder: Path) -> None:
    status, said = talk(
        folder, ["4", "Niêm yết", "15/QĐ-UBND", ""], "danh-muc-tthc", "--date", "hôm qua"
    )
    assert status == 2
    assert "“hôm qua” không phải một ngày" in said
    assert "Giai đoạn" not in said


def test_the_period_of_what_recurs_is_asked_and_offered(folder: Path) -> None:
    plan = folder / "hop-minh.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(text.replace("ngay và thường xuyên", "hằng tháng"), encoding="utf-8")
    late = ["Thiếu người", "Trung tâm", "Thêm người"]
    status, said = talk(
        folder, ["10/11/2025", "4", "2025-10", "Rà soát", "15/BC", "", *late], "danh-muc-tthc"
    )
    assert status == 0, said
    assert "Kỳ, như 2025-10, 2025-W41, 2025-Q4 [2025-11]" in said
    assert load_log(folder / "hop-minh.tien-do.yaml").entries[0].period == "2025-10"
