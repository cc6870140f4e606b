"""A document as the bytes of a DOCX.

The parts that are the same in every document are plain XML files in ``parts/``, laid out as in
the DOCX: a reviewer reads them, a diff shows what changed, and no library is needed to make them.
Only ``word/styles.xml`` depends on the profile; it is written from the profile's looks, so sizes
are said in one place.

The same document gives the same bytes: the zip carries no times, and the core properties only
what the document says.
"""

from functools import lru_cache
from pathlib import Path

from kehoach.document import ooxml
from kehoach.document.blocks import Document, Header, Subject, Title, plain
from kehoach.document.body import draw
from kehoach.document.ooxml import escape
from kehoach.document.profile import Profile
from kehoach.document.styles import styles_xml
from kehoach.document.zipping import Member, compress, write_zip

_PARTS = Path(__file__).with_name("parts")
_NO_DATE = "2020-03-05"
"""Creation date of a document without date: the day NĐ 30/2020/NĐ-CP was signed."""


def write_package(document: Document, profile: Profile) -> bytes:
    """Return *document* in the form of *profile* as the bytes of a DOCX."""
    body = ooxml.document_xml(draw(document, profile, ooxml))
    return write_zip(
        (
            *_fixed_members(),
            compress("word/document.xml", body),
            _styles_member(profile, _keys(body)),
            compress("docProps/core.xml", _core_xml(document).encode()),
        )
    )


@lru_cache
def _fixed_members() -> tuple[Member, ...]:
    """Read the files of ``parts/``; ``[Content_Types].xml`` sorts first, where readers look."""
    return tuple(
        compress(file.relative_to(_PARTS).as_posix(), file.read_text(encoding="utf-8").encode())
        for file in sorted(_PARTS.rglob("*"), key=lambda file: file.relative_to(_PARTS).parts)
        if file.is_file()
    )


@lru_cache(maxsize=64)
def _styles_member(profile: Profile, keys: tuple[str, ...]) -> Member:
    return compress("word/styles.xml", styles_xml(profile, keys).encode())


def _keys(body: bytes) -> tuple[str, ...]:
    """Return the character styles in use. A pattern would take three times longer to find them."""
    found = {part[: part.index(b'"')] for part in body.split(b'<w:rStyle w:val="')[1:]}
    return tuple(sorted(key.decode() for key in found))


def _core_xml(document: Document) -> str:
    title = subject = issuer = ""
    date = None
    for block in document.blocks:
        match block:
            case Header():
                issuer, date = block.issuer, block.date
            case Title():
                title = plain(block.text)
            case Subject():
                subject = plain(block.text)
            case _:
                pass
    created = date.first_day().isoformat() if date else _NO_DATE
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"\
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"\
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<dc:title>{escape(title)}</dc:title>
<dc:subject>{escape(subject)}</dc:subject>
<dc:creator>{escape(issuer)}</dc:creator>
<dc:language>vi-VN</dc:language>
<dcterms:created xsi:type="dcterms:W3CDTF">{created}T00:00:00Z</dcterms:created>
</cp:coreProperties>
"""
