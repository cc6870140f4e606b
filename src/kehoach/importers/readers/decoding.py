"""Bytes of a text file as text in NFC, whichever encoding they are in."""

import re
import unicodedata

from kehoach.importers.readers.refusal import check_length, refused
from kehoach.language.legacy import convert, decode, recognise, recognise_text

_WANTED = "mở tệp bằng Word hoặc Notepad rồi lưu lại với mã UTF-8"
_WANTED_FORMAT = "cần tệp văn bản, Word, PDF hoặc Excel"
_BINARY = "đây là tệp nhị phân, không phải tệp văn bản"

# Of UTF-16 text in Vietnamese, more than a fifth of the high bytes are zero and hardly a low one.
_ZERO_SHARE = 0.2
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_BINARY_SIGN = re.compile(r"[\x00-\x08\x0e-\x1a]")
_CONTROL = {
    code: " " for code in [*range(0x20), 0x7F, 0x85, 0x2028, 0x2029] if chr(code) not in "\t\n\f"
}

DECOMPOSED = "có chữ viết bằng Unicode tổ hợp (dấu tách khỏi chữ), đã chuyển sang Unicode dựng sẵn"


def read_text(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    r"""Return the text of the file *name* and what a person should know of its encoding.

    Line ends are ``\n``; form feeds stay, other control characters are spaces. Raises
    `SourceError` for what is binary, empty, or in no known encoding.
    """
    text, notes = _decode(data, name)
    if not notes and not unicodedata.is_normalized("NFC", text):
        notes = (DECOMPOSED,)
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROL)
    if not text.strip():
        raise refused(name, "tệp trống", "kiểm tra lại tệp")
    check_length(text.count("\n") + 1, name)
    return text, notes


def _decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    marked = next((codec for mark, codec in _MARKS if data.startswith(mark)), "")
    if wide := marked or _wide(data):
        try:
            text = data.decode(wide)
        except UnicodeDecodeError:
            if marked:
                raise refused(name, f"tệp mã {wide[:6].upper()} bị hỏng", _WANTED) from None
            raise refused(name, _BINARY, _WANTED_FORMAT) from None
        if _BINARY_SIGN.search(text):
            raise refused(name, _BINARY, _WANTED_FORMAT)
        return text, (f"tệp dùng mã {wide[:6].upper()}",)
    if b"\x00" in data:
        raise refused(name, _BINARY, _WANTED_FORMAT)
    encoding = recognise(data)
    if encoding is not None:
        note = f"tệp dùng bảng mã {encoding.value}, đã chuyển sang Unicode; xem lại chữ hoa có dấu"
        return decode(data, encoding), (note,)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"không nhận ra bảng mã của tệp (dòng {line} có byte không phải UTF-8)"
        raise refused(name, message, _WANTED) from None
    shown = recognise_text(text)
    if shown is None:
        return text, ()
    note = f"chữ trong tệp là bảng mã {shown.value}, đã chuyển sang Unicode; xem lại chữ hoa có dấu"
    return convert(text, shown), (note,)


def _wide(data: bytes) -> str:
    sample = data[:10_000]
    if b"\x00" not in sample:
        return ""
    half = max(len(sample) // 2, 1)
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd > _ZERO_SHARE and even < odd / 10:
        return "utf-16-le"
    return "utf-16-be" if even > _ZERO_SHARE and odd < even / 10 else ""
