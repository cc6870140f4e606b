"""Bytes of a file as text: bounded, whole, and UTF-8 or a clear refusal."""

import os
import stat
from pathlib import Path as FilePath

from kehoach.source.place import Fault, Place, SourceError

LIMIT = 5 * 1024 * 1024
"""Largest file that is read, in bytes; a plan of 300 tasks has about 200 KB."""

_ATTEMPTS = 3


def shown_name(file: FilePath) -> str:
    """Return the path of *file* as outputs name it: names of files need not be UTF-8."""
    return file.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def read_text(file: FilePath) -> str:
    """Return the text of *file* without a byte order mark, line ends as they are.

    Raises `SourceError` for what is no regular file, too large, empty, binary, not UTF-8, or
    changes again and again while it is read.
    """
    data = _read_whole(file)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _error(file, "tệp dùng mã UTF-16", "lưu lại tệp với mã UTF-8")
    if b"\x00" in data:
        raise _error(file, "đây là tệp nhị phân, không phải tệp văn bản", _WANTED)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        raise _error(
            file,
            f"tệp không phải mã UTF-8 (byte thứ {error.start + 1} không đọc được)",
            "mở tệp bằng trình soạn thảo rồi lưu lại với mã UTF-8",
            Place(line, column, line, column),
        ) from None
    if not text.strip():
        raise _error(file, "tệp trống", _WANTED)
    return text


_WANTED = "cần tệp kế hoạch dạng YAML, ví dụ plans/huong-phung.yaml"


def _read_whole(file: FilePath) -> bytes:
    try:
        for _ in range(_ATTEMPTS):
            with file.open("rb") as stream:
                before = os.fstat(stream.fileno())
                if not stat.S_ISREG(before.st_mode):
                    raise _error(file, "đây không phải tệp thông thường", _WANTED)
                if before.st_size > LIMIT:
                    size = before.st_size / 1024 / 1024
                    raise _error(
                        file,
                        f"tệp quá lớn ({size:.0f} MB, giới hạn {LIMIT // 1024 // 1024} MB)",
                        _WANTED,
                    )
                data = stream.read(LIMIT + 1)
            after = file.stat()
            if (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size) and (
                len(data) == after.st_size
            ):
                return data
    except FileNotFoundError:
        raise _error(file, "không có tệp này", "kiểm tra lại đường dẫn") from None
    except IsADirectoryError:
        raise _error(file, "đây là thư mục, không phải tệp", _WANTED) from None
    except PermissionError:
        if file.is_dir():  # what Windows says of a directory
            raise _error(file, "đây là thư mục, không phải tệp", _WANTED) from None
        raise _error(file, "không có quyền đọc tệp này", "kiểm tra quyền của tệp") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise _error(file, f"không đọc được tệp ({reason})", "kiểm tra lại tệp") from None
    raise _error(
        file, "tệp bị thay đổi trong khi đọc", "đóng chương trình đang ghi tệp rồi chạy lại"
    )


def _error(file: FilePath, message: str, help_: str, place: Place | None = None) -> SourceError:
    fault = (
        Fault("KH001", message, help_)
        if place is None
        else Fault("KH001", message, help_, place=place)
    )
    return SourceError(str(file), (fault,))
