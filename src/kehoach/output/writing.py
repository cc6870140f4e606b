"""Files out: whole or not at all."""

import os
import stat
from contextlib import suppress
from pathlib import Path


class WriteError(Exception):
    """A file could not be written; the message says which and why, in Vietnamese."""


def write_beside(file: Path, data: bytes) -> None:
    """Write *data* to a new file beside *file* and move it into place, with the mode of *file*.

    Raises `WriteError`; what stood at *file* before is then still there, unchanged.
    """
    import tempfile  # noqa: PLC0415  whoever imports this may have nothing to write

    temporary: str | None = None
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(temporary).chmod(_mode(file))
        Path(temporary).replace(file)
    except OSError as error:
        if temporary is not None:
            with suppress(OSError):
                Path(temporary).unlink()
        raise WriteError(f"không ghi được {file}: {_reason(error)}") from None


def _mode(file: Path) -> int:
    """Return who may read and write *file*; of a new one, whoever may of what programs write.

    A file of mkstemp is for its owner alone.
    """
    with suppress(FileNotFoundError):
        return stat.S_IMODE(file.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "không có quyền ghi, hoặc tệp đang mở trong chương trình khác"
    if isinstance(error, FileExistsError | NotADirectoryError):
        return "một phần của đường dẫn là tệp, không phải thư mục"
    if isinstance(error, IsADirectoryError):
        return "đã có thư mục cùng tên"
    return error.strerror or str(error)
