"""Old Vietnamese fonts: the text of a Word or PDF file is that of 8 bits shown as Western."""

import unicodedata
from collections.abc import Iterable

from kehoach.language.legacy import Encoding, convert, recognise_text


def font_encoding(font: str | None) -> Encoding | None:
    """Return the encoding that *font* is made for (``.VnTime``, ``VNI-Times``), else None."""
    name = (font or "").lower()
    if name.startswith(".vn"):
        return Encoding.TCVN3
    return Encoding.VNI if name.startswith(("vni-", "vni ")) else None


class Fonts:
    """Decides once for a document which fonts hold old text, and converts it.

    A file may name an old font while its text is Unicode already, so the text must look old too.
    ``decomposed`` says that marks stand apart from their letters in it.
    """

    def __init__(self, texts: Iterable[tuple[str, str | None]]) -> None:
        """Look at all *texts* of the document with their fonts."""
        samples: dict[Encoding, list[str]] = {}
        self.decomposed = False
        for text, font in texts:
            encoding = font_encoding(font)
            if encoding is not None:
                samples.setdefault(encoding, []).append(text)
            elif not unicodedata.is_normalized("NFC", text):
                self.decomposed = True
        self.encodings = frozenset(
            encoding
            for encoding, sample in samples.items()
            if recognise_text("".join(sample)) is encoding
        )

    def text(self, text: str, font: str | None) -> str:
        """Return *text* of *font* in Unicode, NFC."""
        encoding = font_encoding(font)
        if encoding in self.encodings and encoding is not None:
            text = convert(text, encoding)
            # Capitals of TCVN3 are fonts of their own: .VnTimeH shows small letters as capitals.
            if encoding is Encoding.TCVN3 and (font or "").endswith("H"):
                text = text.upper()
        return unicodedata.normalize("NFC", text)
