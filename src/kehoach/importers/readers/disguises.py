"""Files that are called Word or Excel files but hold something else, known by how they begin."""

_BEGINNINGS: tuple[tuple[str, tuple[bytes, ...]], ...] = (
    ("văn bản RTF", (b"{\\rtf",)),
    ("PDF", (b"%pdf",)),
    ("trang web (HTML)", (b"<html", b"<!doctype html", b"mime-version:", b"<head", b"<meta")),
    ("Word hoặc Excel dạng XML", (b"<?xml", b"<?mso-application")),
    ("ảnh", (b"\x89png", b"\xff\xd8\xff", b"gif8")),
)
_MARKS = b"\xef\xbb\xbf\xfe\xff\0 \t\r\n"
_ODF = b"mimetypeapplication/vnd.oasis.opendocument"
_ENOUGH = 1024


def real_kind(data: bytes) -> str:
    """Return in words what *data* is where it is surely no Office file of today, else nothing."""
    start = data[:_ENOUGH]
    if _ODF in start:
        return "OpenDocument của LibreOffice (.odt, .ods)"
    plain = start.replace(b"\0", b"").lstrip(_MARKS).lower()  # HTML may be in UTF-16
    for kind, beginnings in _BEGINNINGS:
        if plain.startswith(beginnings):
            return kind
    return ""
