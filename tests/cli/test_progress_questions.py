"""``kehoach progress`` on a terminal: choices and questions."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kehoach.progress.entry import Stage
from kehoach.progress.log import load_log

PLANS = Path(__file__).parents[2] / "plans"


def talk(folder: Path, answers: list[str], *arguments: str) -> tuple[int, str]:
    """Run the command on a terminal of its own and answer each question in turn."""
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
        if left and said.endswith(b": "):
            os.write(ours, f"{left.pop(0)}\n".encode())
    os.close(ours)
    return process.wait(), said.decode("utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "hop-minh.yaml").write_bytes((PLANS / "hop-minh.yaml").read_bytes())
    return tmp_path


def test_an_item_is_chosen_and_asked_about(folder: Path) -> None:
    # The targets of 2025 are late by now, so they come first: the fifth is ho-so-truc-tuyen.
    answers = ["5", "2", "65", "1.690 trên 2.600 hồ sơ", "-", "Ít chữ ký số", "Trung tâm", "-", "-"]
    status, said = talk(folder, answers)
    assert status == 0, said
    assert "1. dvc-tap-trung [chưa triển khai; chậm tiến độ]" in said
    (entry,) = load_log(folder / "hop-minh.tien-do.yaml").entries
    assert (entry.code, entry.stage, entry.figure) == ("ho-so-truc-tuyen", Stage.IN_PROGRESS, "65%")
    assert (entry.cause, entry.responsible, entry.remedy) == ("Ít chữ ký số", "Trung tâm", "")
    assert entry.evidence == ()


def test_what_is_given_is_not_asked_and_completion_needs_evidence(folder: Path) -> None:
    status, said = talk(folder, ["hoàn thành", "Niêm yết", "-"], "danh-muc-tthc")
    assert status == 2
    assert "“hoàn thành” cần có minh chứng" in said
    status, said = talk(folder, ["4", "Niêm yết", "15/QĐ-UBND"], "danh-muc-tthc")
    assert status == 0, said
    (entry,) = load_log(folder / "hop-minh.tien-do.yaml").entries
    assert entry.evidence == ("15/QĐ-UBND",)
