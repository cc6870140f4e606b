"""The lock that Windows has, played by the one that is here: the same module, another platform."""

import errno
import importlib.util
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kehoach.progress import appending as posix
from kehoach.progress.log import load_log

fcntl = pytest.importorskip("fcntl")  # on Windows the real one is tested
FAR = 1 << 30


class Msvcrt(ModuleType):
    """Locks the byte at the position of the handle, as ``_locking`` of Windows does."""

    LK_UNLCK, LK_LOCK, LK_NBLCK = 0, 1, 2

    def locking(self, handle: int, mode: int, count: int) -> None:
        assert (os.lseek(handle, 0, os.SEEK_CUR), count) == (FAR, 1)
        if mode == self.LK_UNLCK:
            fcntl.flock(handle, fcntl.LOCK_UN)
            return
        assert mode == self.LK_NBLCK
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OSError(errno.EACCES, "Permission denied") from None


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module as Windows imports it: without fcntl."""
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", Msvcrt("msvcrt"))
    monkeypatch.setitem(sys.modules, "fcntl", None)
    spec = importlib.util.spec_from_file_location("appending_on_windows", posix.__file__)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _line(code: str) -> str:
    return f"- {{ngay: 2025-10-14, nhiem_vu: {code}, ket_qua: x}}"


def test_lines_come_to_the_end_and_the_locked_byte_is_none_of_the_file(
    windows: Any, tmp_path: Path
) -> None:
    file = tmp_path / "a.tien-do.yaml"
    file.write_bytes("# đầu\r\n".encode())
    windows.append(file, [_line("a")])
    assert file.read_bytes() == f"# đầu\r\n{_line('a')}\r\n".encode()
    with windows.held(file):
        assert len(load_log(file).entries) == 1


def test_whoever_comes_second_waits(windows: Any, tmp_path: Path) -> None:
    file = tmp_path / "a.tien-do.yaml"

    def write(number: int) -> None:
        windows.append(file, [_line(f"v{number}")], ["đầu"])

    with ThreadPoolExecutor(10) as threads:
        list(threads.map(write, range(50)))
    log = load_log(file)
    assert {entry.code for entry in log.entries} == {f"v{number}" for number in range(50)}
    assert log.lines[0] == "# đầu"
    assert len(log.lines) == 51


def test_a_log_that_stays_locked_is_named(
    windows: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.tien-do.yaml"
    monkeypatch.setattr(windows, "_PATIENCE", 0.2)
    file.touch()
    with windows.held(file), pytest.raises(windows.AppendError, match="chương trình khác giữ"):
        windows.append(file, [_line("a")])


def test_a_disk_without_locks_is_named_at_once(
    windows: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(windows.msvcrt, "locking", refuse)
    with pytest.raises(windows.AppendError, match="không cho khóa tệp"):
        windows.append(tmp_path / "a.tien-do.yaml", [_line("a")])
