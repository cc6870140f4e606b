"""Lines added to a log: whole or not at all, whoever else writes at the same moment.

The file is locked by the operating system (``flock``; on Windows a byte far behind its end), so a
process that dies leaves no lock behind. Under the lock the lines go to the end in one write and
are forced to disk; where that fails, the file gets its old length back.
"""

import errno
import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

_WAIT = 0.05
_PATIENCE = 60.0
"""Seconds after which another process that holds the log is named."""
_FAR = 1 << 30  # the byte that is locked on Windows; no log grows so long


_NO_RIGHT = "không có quyền ghi, hoặc tệp đang mở trong chương trình khác"
_REASONS = {
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EISDIR: "đã có thư mục cùng tên",
    errno.ENOTDIR: "một phần của đường dẫn là tệp, không phải thư mục",
    errno.EEXIST: "một phần của đường dẫn là tệp, không phải thư mục",
    errno.ENOLCK: "ổ đĩa này không cho khóa tệp nên hai người ghi cùng lúc có thể mất mục",
}


class AppendError(Exception):
    """The lines could not be added; the message says why, in Vietnamese."""


def append(file: Path, lines: Sequence[str], head: Sequence[str] = ()) -> None:
    """Add *lines* to the log *file*; a new file begins with the comment lines *head*.

    Raises `AppendError`; the file is then as it was.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = _open_locked(file)
        try:
            _write(handle, lines, head)
        finally:
            _unlock(handle)
            os.close(handle)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0) or error.strerror or str(error)
        raise AppendError(f"không ghi được {file.as_posix()}: {reason}") from None


@contextmanager
def held(file: Path) -> Iterator[None]:
    """Keep others from writing to *file*, so that it is read whole while many write.

    A file that is not there, or may only be read, is not locked.
    """
    try:
        handle = _open_locked(file) if file.exists() else None
    except OSError:
        handle = None
    try:
        yield
    finally:
        if handle is not None:
            _unlock(handle)
            os.close(handle)


def _open_locked(file: Path) -> int:
    """Open and lock the file that has this name now: an editor may just have put another there."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    deadline = time.monotonic() + _PATIENCE
    while True:
        handle = os.open(file, flags, 0o666)
        try:
            _wait_for_lock(handle, file, deadline)
            if _is_same(handle, file):
                return handle
            _unlock(handle)
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _wait_for_lock(handle: int, file: Path, deadline: float) -> None:
    while not _lock(handle):
        if time.monotonic() > deadline:
            name = file.as_posix()
            raise AppendError(f"{name} đang bị chương trình khác giữ; đóng nó rồi chạy lại")
        time.sleep(_WAIT)


def _is_same(handle: int, file: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), file.stat())
    except FileNotFoundError:
        return False


def _write(handle: int, lines: Sequence[str], head: Sequence[str]) -> None:
    size = os.lseek(handle, 0, os.SEEK_END)
    ending = b"\n"
    start = b""
    if size:
        os.lseek(handle, max(0, size - 2), os.SEEK_SET)
        last = os.read(handle, 2)
        ending = b"\r\n" if last == b"\r\n" else b"\n"
        start = b"" if last.endswith(b"\n") else b"\n"
    wanted = [] if size else [f"# {line}" for line in head]
    data = start + b"".join(line.encode("utf-8") + ending for line in (*wanted, *lines))
    os.lseek(handle, 0, os.SEEK_END)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    except OSError:
        os.ftruncate(handle, size)
        raise


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in {errno.EACCES, errno.EDEADLK}:  # another one has it
                return False
            raise
        return True

    def _unlock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)
