"""Files that cannot be brought in: read whole within a bound, or refused in a clear sentence."""

import stat
from pathlib import Path

from kehoach.source.place import Fault, SourceError

MEGABYTE = 1024 * 1024
MOST_LINES = 100_000
"""Lines of a text, paragraphs of a document; the longest plans have some thousands."""


def refused(name: str, message: str, help_: str) -> SourceError:
    """Return the error that says why the file *name* cannot be read and what to do."""
    return SourceError(name, (Fault("KH001", message, help_),))


def read_bytes(file: Path, name: str, limit: int) -> bytes:
    """Return all bytes of *file*, which may have *limit* bytes at most.

    Raises `SourceError` for what is no regular file, too large, empty, or cannot be opened.
    """
    try:
        state = file.stat()
        if stat.S_ISDIR(state.st_mode):
            raise refused(name, "đây là thư mục, không phải tệp", "chọn một tệp trong thư mục")
        if not stat.S_ISREG(state.st_mode):  # a pipe would be waited for without end
            raise refused(name, "đây không phải tệp thông thường", "kiểm tra lại đường dẫn")
        if state.st_size > limit:
            size, most = state.st_size / MEGABYTE, limit // MEGABYTE
            message = f"tệp quá lớn ({size:.0f} MB, giới hạn {most} MB)"
            raise refused(name, message, "bỏ bớt ảnh trong tệp hoặc tách thành nhiều tệp")
        with file.open("rb") as stream:
            data = stream.read(limit + 1)
    except FileNotFoundError:
        raise refused(name, "không có tệp này", "kiểm tra lại đường dẫn") from None
    except OSError as error:
        reason = error.strerror or str(error)
        message = f"không đọc được tệp ({reason})"
        raise refused(name, message, "kiểm tra quyền của tệp") from None
    if not data:
        raise refused(name, "tệp trống", "kiểm tra lại tệp")
    return data


def check_length(lines: int, name: str) -> None:
    """Raise `SourceError` where the file *name* has more *lines* than any plan."""
    if lines > MOST_LINES:
        message = f"văn bản quá dài ({lines} dòng, giới hạn {MOST_LINES} dòng)"
        raise refused(name, message, "tách lấy phần kế hoạch rồi đưa vào")
