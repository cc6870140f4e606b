"""Vietnamese text in the encodings that came before Unicode: TCVN3, VNI, Windows-1258.

All three are 8-bit encodings on top of ASCII. TCVN3 (TCVN 5712:1993, the VN3 subset, fonts
``.VnTime``) has one byte for each marked letter; capitals with tone marks exist only as capital
fonts, so its text has them in lower case. VNI (fonts ``VNI-Times``) writes a plain letter and then
its marks as one byte. Windows-1258 has the tone marks as combining characters.

The bytes of all three are also letters of Western encodings, so nothing in them tells one from
another but the words: an encoding is recognised when nearly all marked words become syllables that
Vietnamese spelling allows.
"""

import re
import unicodedata
from enum import StrEnum

from kehoach.language.pattern import late_pattern
from kehoach.language.syllable import is_syllable


class Encoding(StrEnum):
    """An encoding; the value is the name that people know it by."""

    TCVN3 = "TCVN3"
    VNI = "VNI"
    WINDOWS_1258 = "Windows-1258"


def recognise(data: bytes) -> Encoding | None:
    """Return the legacy encoding of *data*; None for UTF-8, other encodings and too few words."""
    if data.isascii() or _is_utf8(data):
        return None
    return _most_vietnamese({one: decode(data[:_SAMPLE], one) for one in Encoding})


def recognise_text(text: str) -> Encoding | None:
    """Return the legacy encoding whose bytes *text* shows as Western letters (``Céng hßa``).

    Such text comes out of Word files with old fonts. None where it reads as it stands.
    """
    sample = text[:_SAMPLE]
    as_it_stands = _Score(sample)
    if sample.isascii() or as_it_stands.share >= _ENOUGH:
        return None
    return _most_vietnamese({one: convert(sample, one) for one in (Encoding.TCVN3, Encoding.VNI)})


def decode(data: bytes, encoding: Encoding) -> str:
    """Return the text of *data*, in NFC; bytes that are no letters are those of Windows."""
    if encoding is Encoding.WINDOWS_1258:
        text = data.decode("cp1258", errors="replace")
        return unicodedata.normalize("NFC", text)
    return convert(_western(data), encoding)


def convert(text: str, encoding: Encoding) -> str:
    """Return *text*, whose letters are the Western ones of the bytes, as Vietnamese in NFC."""
    if encoding is Encoding.TCVN3:
        converted = text.translate(_TCVN3)
    elif encoding is Encoding.VNI:
        converted = _VNI_LETTER.sub(_vni_letter, text)
    else:
        return decode(text.encode("cp1252", errors="replace"), encoding)
    return unicodedata.normalize("NFC", converted)


def encode(text: str, encoding: Encoding) -> bytes:
    """Return *text* in *encoding*; TCVN3 has capitals with tone marks in lower case.

    Raises `UnicodeEncodeError` for characters that the encoding does not have.
    """
    text = unicodedata.normalize("NFC", text)
    if encoding is Encoding.TCVN3:
        table = {letter: byte for byte, letter in _TCVN3.items()}
        lowered = (c if ord(c) < _WIDE or c in table else c.lower() for c in text)
        return "".join(chr(table[c]) if c in table else c for c in lowered).encode("cp1252")
    if encoding is Encoding.VNI:
        return "".join(_vni_writing(c) for c in text).encode("cp1252")
    return b"".join(_windows_1258(c) for c in text)


# How much of a text is looked at.
_SAMPLE = 100_000
_WIDE = 0x80

# Runs of letters by their first byte; 0xAD is the soft hyphen of Windows. Source: TCVN 5712:1993.
_TCVN3 = {
    first + i: letter
    for first, letters in (
        (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
        (0xB5, "àảãáạ"),
        (0xBB, "ằẳẵắ"),
        (0xC6, "ặầẩẫấậè"),
        (0xCE, "ẻẽéẹềểễếệìỉ"),
        (0xDC, "ĩíịò"),
        (0xE1, "ỏõóọồổỗốộờởỡớợù"),
        (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
    )
    for i, letter in enumerate(letters)
}

# VNI: marks behind a plain letter, for each the combining characters they stand for.
_HUYEN, _SAC, _HOI, _NGA, _NANG = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_HAT, _BREVE = "\u0302", "\u0306"
_TONES = {"ø": _HUYEN, "ù": _SAC, "û": _HOI, "õ": _NGA, "ï": _NANG}
_HATS = {
    "â": _HAT,
    "à": _HAT + _HUYEN,
    "á": _HAT + _SAC,
    "å": _HAT + _HOI,
    "ã": _HAT + _NGA,
    "ä": _HAT + _NANG,
}
_BREVES = {
    "ê": _BREVE,
    "è": _BREVE + _HUYEN,
    "é": _BREVE + _SAC,
    "ú": _BREVE + _HOI,
    "ü": _BREVE + _NGA,
    "ë": _BREVE + _NANG,
}
_VNI_MARKS = {
    **{f"a{sign}": f"a{mark}" for sign, mark in (_TONES | _HATS | _BREVES).items()},
    **{f"{v}{sign}": f"{v}{mark}" for v in "eo" for sign, mark in (_TONES | _HATS).items()},
    **{f"{v}{sign}": f"{v}{mark}" for v in "uy" for sign, mark in _TONES.items()},
    **{f"ô{sign}": f"ơ{mark}" for sign, mark in _TONES.items()},
    **{f"ö{sign}": f"ư{mark}" for sign, mark in _TONES.items()},
}
_VNI_ALONE = dict(zip("ôöñíìæóòî", "ơưđíìỉĩịỵ", strict=True))
_VNI = {
    writing: unicodedata.normalize("NFC", letter)
    for writing, letter in (_VNI_MARKS | _VNI_ALONE).items()
}
_VNI_LETTER = late_pattern(
    r"a[øùûõïâàáåãäêèéúüë]|[eo][øùûõïâàáåãä]|[uyôö][øùûõï]|[ôöñíìæóòî]", re.IGNORECASE
)
_VNI_WRITINGS = {letter: writing for writing, letter in _VNI.items()}


def _vni_letter(match: re.Match[str]) -> str:
    writing = match.group()
    letter = _VNI[writing.lower()]
    return letter.upper() if writing[0].isupper() else letter


def _vni_writing(letter: str) -> str:
    writing = _VNI_WRITINGS.get(letter.lower(), letter.lower())
    return writing.upper() if letter.isupper() else writing


def _windows_1258(letter: str) -> bytes:
    try:
        return letter.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", letter)
        tone = next((mark for mark in parts if mark in _TONES.values()), "")
        rest = unicodedata.normalize("NFC", parts.replace(tone, "")) if tone else letter
        return (rest + tone).encode("cp1258")


def _western(data: bytes) -> str:
    # Windows leaves five bytes undefined; they stand as control characters.
    return data.decode("cp1252", errors="surrogateescape").translate(_UNDEFINED)


_UNDEFINED = {0xDC00 + byte: chr(byte) for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


# Share of the marked words that must be Vietnamese syllables, and how many there must be. Names
# of foreign places and typing errors take the rest.
_ENOUGH = 0.85
_FEWEST = 3
_WORD = re.compile(r"[^\W\d_]+")


class _Score:
    """How Vietnamese a text is, by those of its words that have other letters than ASCII."""

    def __init__(self, text: str) -> None:
        words = [word for word in _WORD.findall(text) if not word.isascii()]
        # Letters that no word holds: what the wrong encoding makes of a letter may be a sign.
        torn = len(_TORN.findall(text))
        self.good = sum(map(_is_marked_syllable, words))
        self.share = self.good / (len(words) + torn) if words else 0.0


_TORN = re.compile(r"(?<=[a-zA-Z])[\u0080-\u00bf×÷](?=[a-zA-Z])")


def _most_vietnamese(readings: dict[Encoding, str]) -> Encoding | None:
    scores = {encoding: _Score(text) for encoding, text in readings.items()}
    best = max(scores, key=lambda one: (scores[one].share, scores[one].good))
    score = scores[best]
    return best if score.share >= _ENOUGH and score.good >= _FEWEST else None


def _is_marked_syllable(word: str) -> bool:
    """Whether *word* has marks and is spelled as a Vietnamese syllable, tone included."""
    one_case = word[1:] == word[1:].lower() or word == word.upper()
    return one_case and not word.isascii() and is_syllable(word)
