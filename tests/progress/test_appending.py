"""Lines come to the end of a log whole, whoever else writes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kehoach.progress.appending import AppendError, append
from kehoach.progress.entry import write_line
from kehoach.progress.log import load_log

PROCESSES = 20
LINES = 25

WRITER = """
import sys
from pathlib import Path
from kehoach.progress.appending import append, held
from kehoach.progress.entry import write_line
from kehoach.progress.log import load_log
for i in range(int(sys.argv[3])):
    values = {"ngay": "2025-10-14", "nhiem_vu": f"viec-{sys.argv[2]}-{i}", "ket_qua": "x" * 5000}
    append(Path(sys.argv[1]), [write_line(values)], ["đầu tệp"])
    with held(Path(sys.argv[1])):
        assert load_log(Path(sys.argv[1])).entries[-1].result == "x" * 5000
"""


def test_twenty_processes_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.tien-do.yaml"
    running = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(file), str(number), str(LINES)])
        for number in range(PROCESSES)
    ]
    assert [process.wait() for process in running] == [0] * PROCESSES
    log = load_log(file)
    assert log.lines[0] == "# đầu tệp"
    assert sum(line.startswith("#") for line in log.lines) == 1
    assert {entry.code for entry in log.entries} == {
        f"viec-{number}-{i}" for number in range(PROCESSES) for i in range(LINES)
    }
    assert len(log.entries) == PROCESSES * LINES


def test_a_process_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.tien-do.yaml"
    code = (
        "import sys, time\nfrom pathlib import Path\n"
        "from kehoach.progress.appending import _open_locked\n"
        "_open_locked(Path(sys.argv[1]))\nprint('held', flush=True)\ntime.sleep(60)\n"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(file)], stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    holder.kill()
    holder.wait()
    holder.stdout.close()
    append(file, ["- {ngay: 2025-10-14, nhiem_vu: a}"])
    assert len(load_log(file).entries) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"# a\n", b"# a\n- x\n"),
        (b"# a", b"# a\n- x\n"),
        (b"# a\r\n", b"# a\r\n- x\r\n"),
        (b"", "# đầu\n- x\n".encode()),
    ],
    ids=["ends-well", "no-last-break", "windows", "new"],
)
def test_what_stands_there_stays(tmp_path: Path, before: bytes, after: bytes) -> None:
    file = tmp_path / "a.tien-do.yaml"
    file.write_bytes(before)
    append(file, ["- x"], ["đầu"])
    assert file.read_bytes() == after


def test_a_write_that_fails_leaves_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.tien-do.yaml"
    line = write_line({"ngay": "2025-10-14", "nhiem_vu": "a"})
    append(file, [line])
    before = file.read_bytes()
    real = os.write

    def half(handle: int, data: memoryview) -> int:
        if len(data) > len(before) // 2:
            return real(handle, data[: len(data) // 2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kehoach.progress.appending.os.write", half)
    with pytest.raises(AppendError, match="không ghi được"):
        append(file, [line])
    assert file.read_bytes() == before


def test_a_log_that_was_replaced_meanwhile_is_the_one_written_to(tmp_path: Path) -> None:
    file = tmp_path / "a.tien-do.yaml"
    append(file, ["- x"])
    other = tmp_path / "b"
    other.write_bytes(b"# moved here\n")
    other.replace(file)
    append(file, ["- y"])
    assert file.read_bytes() == b"# moved here\n- y\n"


def test_no_right_to_write_is_said(tmp_path: Path) -> None:
    with pytest.raises(AppendError, match="không ghi được"):
        append(tmp_path, ["- x"])
