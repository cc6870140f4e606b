"""A Word file read whole."""

from typing import TYPE_CHECKING

from kehoach.importers.readers.refusal import refused
from kehoach.importers.readers.word.numbering import Numbering
from kehoach.importers.readers.word.values import W, switched
from kehoach.thethuc.reading.cascade import Cascade
from kehoach.thethuc.reading.package import WordFile
from kehoach.thethuc.reading.sections import read_sections
from kehoach.thethuc.reading.text import WordText
from kehoach.thethuc.reading.theme import theme_fonts
from kehoach.thethuc.reading.walking import Walker

if TYPE_CHECKING:
    from lxml.etree import _Element

_A4_TEXT = 9355


def read_text(file: WordFile) -> WordText:
    """Return all that *file* shows. Raises `SourceError` where it is nested too deep."""
    try:
        return _read(file)
    except RecursionError:
        message = "nội dung tệp lồng nhau quá sâu"
        raise refused(file.name, message, "mở bằng Word rồi lưu lại") from None


def _read(file: WordFile) -> WordText:
    cascade = Cascade(file.styles, file.numbering, theme_fonts(file.theme, file.settings))
    paged = next(file.root.iter(f"{W}lastRenderedPageBreak"), None) is not None
    walker = Walker(cascade, Numbering(file.numbering), paged=paged)
    body = file.root.find(f"{W}body")
    if body is None:
        raise ValueError(file.name)  # `open_word` has looked
    paragraphs = walker.read(body, file.main, _text_width(body))
    last = body.find(f"{W}sectPr")
    ends = list(walker.section_ends)
    if last is None:
        last = body.makeelement(f"{W}sectPr", {}, None)
        body.append(last)
    ends.append((last, max(len(paragraphs), 1)))
    mirrored = _setting(file, "mirrorMargins")
    sections = read_sections(ends, file.running)
    tables = tuple(walker.tables)
    running = {
        part: walker.read(file.parts[part], part, _A4_TEXT)
        for part in dict.fromkeys(file.running.values())
    }
    notes = tuple(
        paragraph
        for part in file.notes
        for note in file.parts[part]
        if note.get(f"{W}type", "normal") == "normal"
        for paragraph in walker.read(note, part, _A4_TEXT)
    )
    return WordText(
        name=file.name,
        paragraphs=paragraphs,
        tables=tables,
        sections=sections,
        running=running,
        notes=notes,
        parts=file.parts,
        even_headers=_setting(file, "evenAndOddHeaders"),
        mirrored=mirrored,
    )


def _setting(file: WordFile, name: str) -> bool:
    return file.settings is not None and bool(switched(file.settings.find(f"{W}{name}")))


def _text_width(body: "_Element") -> int:
    """Return the room between the margins of the last section, for tables that do not say."""
    section = body.find(f"{W}sectPr")
    if section is None:
        return _A4_TEXT
    return read_sections([(section, 1)], {})[0].text_width
