"""Readers of files that are brought in: one file a format, registered by being there.

A reader's file has ``ENDINGS`` (of file names, in lower case, with the dot) and
``read(file, name)``, which gives a `SourceText` or raises `SourceError` with code KH001. Texts are
in NFC; nothing in a file is executed, and nothing is fetched.
"""

from functools import lru_cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from kehoach.importers.blocks import SourceText
from kehoach.importers.readers.refusal import check_length, read_bytes, refused
from kehoach.importers.readers.sniffing import sniff_ending

# Formats that are met but not read, and what to save them as.
_INSTEAD = {
    ".doc": (".docx", "tệp Word kiểu cũ (.doc)"),
    ".docm": (".docx", "tệp Word có macro (.docm)"),
    ".dot": (".docx", "mẫu Word kiểu cũ (.dot)"),
    ".dotx": (".docx", "mẫu Word (.dotx)"),
    ".rtf": (".docx", "tệp RTF"),
    ".odt": (".docx", "tệp OpenDocument (.odt)"),
    ".html": (".docx", "trang web"),
    ".htm": (".docx", "trang web"),
    ".pages": (".docx", "tệp Pages"),
    ".xls": (".xlsx", "tệp Excel kiểu cũ (.xls)"),
    ".xlsm": (".xlsx", "tệp Excel có macro (.xlsm)"),
    ".xlsb": (".xlsx", "tệp Excel nhị phân (.xlsb)"),
    ".ods": (".xlsx", "bảng tính OpenDocument (.ods)"),
}
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".webp", ".heic"})


def read_source(file: Path, name: str) -> SourceText:
    """Read *file*, called *name* in messages and origins, with the reader of its ending.

    What the first bytes say wins over the ending. Raises
    `SourceError` for formats that no reader has and for files that cannot be read.
    """
    if not file.is_file():
        read_bytes(file, name, 0)  # says what it is instead
    readers = _readers()
    ending = file.suffix.lower()
    if ending not in _INSTEAD:
        ending = sniff_ending(file, name) or ending
    if ending in _INSTEAD:
        better, what = _INSTEAD[ending]
        message = f"đây là {what}, chương trình không đọc dạng này"
        help_ = f"mở bằng Word, Excel hoặc LibreOffice rồi lưu thành {better}"
        raise refused(name, message, help_)
    if ending in _PICTURES:
        message = "đây là ảnh, không có chữ để đọc"
        help_ = "nhận dạng chữ trước, ví dụ: tesseract -l vie, hoặc ocrmypdf -l vie cho tệp PDF"
        raise refused(name, message, help_)
    reader = readers.get(ending)
    if reader is None:
        what = f"đuôi “{ending}”" if ending else "tệp không có đuôi"
        message = f"không đọc được dạng tệp này ({what})"
        raise refused(name, message, f"các dạng đọc được: {', '.join(sorted(readers))}")
    source: SourceText = reader.read(file, name)
    check_length(len(source.blocks), name)
    return source


@lru_cache
def _readers() -> dict[str, ModuleType]:
    found: dict[str, ModuleType] = {}
    for info in iter_modules(__path__):
        if info.ispkg:
            continue
        module = import_module(f"{__name__}.{info.name}")
        found |= dict.fromkeys(getattr(module, "ENDINGS", ()), module)
    return found
