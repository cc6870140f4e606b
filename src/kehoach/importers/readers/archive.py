"""Zip archives of Office files, read within bounds: a bomb costs no more than a long document."""

import io
import zipfile
import zlib
from types import TracebackType
from typing import Self

from kehoach.importers.readers.disguises import real_kind
from kehoach.importers.readers.refusal import MEGABYTE, refused

LARGEST_FILE = 64 * MEGABYTE
"""Largest Office file that is opened, in bytes."""

# A document of 1,000 pages has about 20 MB of XML. Text packs to a fortieth, tables that repeat
# themselves to a hundredth.
_LARGEST_PART = 48 * MEGABYTE
_LARGEST_SUM = 128 * MEGABYTE
_RATIO = 400
_RATIO_FROM = 4 * MEGABYTE
_LARGEST_DIRECTORY = MEGABYTE

ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""What an Office file that is locked by a password has inside, whatever it is called."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END = b"PK\x05\x06"
_END_SIZE = 22
_END_64 = b"PK\x06\x07"
_END_64_SIZE = 20
_LONGEST_COMMENT = 65535


class Archive:
    """The parts of an archive by name; what is unpacked is bounded, part by part and in all."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        """Keep the open *archive* of the file *name*."""
        self._archive = archive
        self._name = name
        self._unpacked = 0
        self._parts = {info.filename: info for info in archive.infolist()}

    def __enter__(self) -> Self:
        """Return the archive itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self._archive.close()

    def names(self) -> frozenset[str]:
        """Return the names of all parts."""
        return frozenset(self._parts)

    def read(self, part: str) -> bytes | None:
        """Return the bytes of *part*, None where there is none. Raises `SourceError`."""
        info = self._parts.get(part)
        if info is None:
            return None
        if info.flag_bits & 1:
            raise _locked(self._name)
        self._unpacked += info.file_size
        ratio = info.file_size / max(info.compress_size, 1)
        if (
            info.file_size > _LARGEST_PART
            or self._unpacked > _LARGEST_SUM
            or (info.file_size > _RATIO_FROM and ratio > _RATIO)
        ):
            message = "nội dung nén trong tệp phình ra quá lớn, có thể là tệp phá hoại"
            help_ = "không mở tệp này nếu không rõ nguồn; nếu là tệp thật, tách thành nhiều tệp"
            raise refused(self._name, message, help_)
        try:
            with self._archive.open(info) as stream:
                return stream.read(info.file_size)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError):
            raise broken(self._name) from None


def open_archive(data: bytes, name: str) -> Archive:
    """Open *data*, the bytes of the file *name*.

    Raises `SourceError` where it is no zip archive, is locked by a password, or has more parts
    than an Office file has.
    """
    if data.startswith(_OLE):
        if ENCRYPTED in data:
            raise _locked(name)
        message = "tệp mang tên kiểu mới nhưng nội dung là Word hoặc Excel kiểu cũ (.doc, .xls)"
        help_ = "mở bằng Word hoặc Excel rồi lưu thành .docx hoặc .xlsx"
        raise refused(name, message, help_)
    kind = real_kind(data)
    if kind:
        message = f"tệp mang đuôi của Word, Excel nhưng nội dung là {kind}"
        help_ = "mở bằng Word hoặc Excel, lưu lại dạng .docx hoặc .xlsx"
        raise refused(name, message, help_)
    _check_directory(data, name)
    try:
        return Archive(zipfile.ZipFile(io.BytesIO(data)), name)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise broken(name) from None


def _check_directory(data: bytes, name: str) -> None:
    # zipfile makes an object of every entry before anything can be asked of it.
    end = data.rfind(_END, max(0, len(data) - _END_SIZE - _LONGEST_COMMENT))
    if end < 0:
        raise broken(name)
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    large = data[max(0, end - _END_64_SIZE) : end].startswith(_END_64)
    if large or size > _LARGEST_DIRECTORY:
        message = "tệp có quá nhiều phần bên trong, không giống tệp Word hay Excel"
        raise refused(name, message, "mở bằng Word hoặc Excel rồi lưu lại")


def broken(name: str) -> Exception:
    """Return the error for an Office file that is damaged or no Office file at all."""
    message = "tệp hỏng hoặc không phải tệp Word, Excel"
    return refused(name, message, "mở thử bằng Word hoặc Excel rồi lưu lại, hoặc xin lại tệp gốc")


def _locked(name: str) -> Exception:
    return refused(name, "tệp có mật khẩu", "mở bằng Word hoặc Excel, bỏ mật khẩu rồi lưu lại")
