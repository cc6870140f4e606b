"""What a file is by its first bytes, whatever it is called."""

from pathlib import Path

from kehoach.importers.readers.archive import ENCRYPTED, open_archive
from kehoach.importers.readers.refusal import read_bytes
from kehoach.source.place import SourceError

_HEAD = 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = {b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg", b"GIF8": ".gif"}
_LARGEST = 64 * 1024 * 1024


def sniff_ending(file: Path, name: str) -> str:
    """Return the usual ending of what *file* holds; empty where the bytes do not tell.

    Text formats and what cannot be opened are not told apart here: their readers know better.
    """
    try:
        with file.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        return ""
    if b"%PDF-" in head:
        return ".pdf"
    if head.startswith(b"{\\rtf"):
        return ".rtf"
    if head.startswith(_OLE):
        return _ole_ending(file, name)
    if head.startswith(b"PK\x03\x04"):
        return _zip_ending(file, name)
    return next((ending for start, ending in _PICTURES.items() if head.startswith(start)), "")


def _ole_ending(file: Path, name: str) -> str:
    ending = file.suffix.lower()
    if ending in {".docx", ".xlsx"}:
        return ""  # encrypted, or old with a new name: the reader says which
    if ENCRYPTED in read_bytes(file, name, _LARGEST):
        return ".docx"
    return ".xls" if ending in {".xls", ".csv"} else ".doc"


def _zip_ending(file: Path, name: str) -> str:
    try:
        with open_archive(read_bytes(file, name, _LARGEST), name) as archive:
            names = archive.names()
    except SourceError:
        return ""
    for part, ending in (("word/document.xml", ".docx"), ("xl/workbook.xml", ".xlsx")):
        if part in names:
            return ending
    if "mimetype" in names:
        return ".ods" if file.suffix.lower() in {".xlsx", ".ods"} else ".odt"
    return ""
