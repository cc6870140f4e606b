"""Pages of a DOCX through programs that the machine may have: LibreOffice and poppler.

LibreOffice runs with a user folder of its own, so it neither meets nor disturbs one that is open,
and no longer than its time; a whole group of files goes through one run, as starting takes longer
than most documents.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

_AT_ONCE = 100
"""How many files one run of LibreOffice is given."""
_SECONDS_TO_START, _SECONDS_A_FILE = 90, 20
_DOTS_PER_INCH = 96
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)


class OfficeError(Exception):
    """A program is missing or did not do its work; the message is a Vietnamese sentence."""


def find_office() -> str:
    """Return the path of LibreOffice; raises `OfficeError` where there is none."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    found = found or next((place for place in _PLACES if Path(place).is_file()), None)
    if found is None:
        raise OfficeError(
            "không có LibreOffice trên máy này (lệnh soffice) nên chưa làm được PDF; cài từ "
            "libreoffice.org, hoặc kết xuất .docx rồi lưu thành PDF trong Word"
        )
    return found


def find_poppler() -> str:
    """Return the path of pdftoppm; raises `OfficeError` where there is none."""
    found = shutil.which("pdftoppm")
    if found is None:
        raise OfficeError(
            "không có poppler trên máy này (lệnh pdftoppm) nên chưa làm được ảnh trang; "
            "cài gói poppler-utils"
        )
    return found


def to_pdf(files: Sequence[Path], folder: Path) -> Iterator[Path]:
    """Write a PDF of each DOCX of *files* into *folder* and yield its path, in order.

    Raises `OfficeError` where LibreOffice is missing, fails or does not end in time.
    """
    office = find_office()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        for start in range(0, len(files), _AT_ONCE):
            some = files[start : start + _AT_ONCE]
            command = [
                office,
                f"-env:UserInstallation={Path(home).as_uri()}",
                "--headless",
                "--norestore",
                "--convert-to",
                "pdf",
                "--outdir",
                str(folder),
                *map(str, some),
            ]
            _run(command, _SECONDS_TO_START + _SECONDS_A_FILE * len(some), "LibreOffice")
            for file in some:
                made = folder / f"{file.stem}.pdf"
                if not made.is_file():
                    raise OfficeError(f"LibreOffice không làm được PDF của {file.name}")
                yield made


def to_png(file: Path, folder: Path) -> list[Path]:
    """Write a PNG of each page of the PDF *file* into *folder*; return them in order.

    Raises `OfficeError` where poppler is missing, fails or does not end in time.
    """
    prefix = folder / f"{file.stem}-trang"
    command = [find_poppler(), "-r", str(_DOTS_PER_INCH), "-png", str(file), str(prefix)]
    _run(command, _SECONDS_TO_START, "poppler")
    # The numbers have as many digits as the last one, so names sort as pages do.
    return sorted(folder.glob(f"{_literal(prefix.name)}-*.png"))


def _literal(name: str) -> str:
    return "".join(f"[{char}]" if char in "*?[" else char for char in name)


def _run(command: Sequence[str], seconds: int, name: str) -> None:
    """Run *command*, and end it with all that it started when its time is over."""
    try:
        process = subprocess.Popen(  # noqa: S603  a program that was looked up, and our own files
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise OfficeError(f"không chạy được {name}: {error.strerror}") from None
    try:
        status = process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise OfficeError(f"{name} không xong sau {seconds} giây nên đã bị dừng") from None
    finally:
        if process.poll() is None:
            _end(process)
    if status:
        raise OfficeError(f"{name} báo lỗi (mã {status})")


def _end(process: "subprocess.Popen[bytes]") -> None:
    with suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
