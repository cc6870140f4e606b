"""A Word file repaired: formatting changed, words and all other parts as they were."""

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kehoach.importers.readers.archive import Archive, open_archive
from kehoach.importers.readers.office import R
from kehoach.importers.readers.refusal import refused
from kehoach.importers.readers.word.values import W
from kehoach.thethuc.checking import CheckedWord, check_word
from kehoach.thethuc.fault import Edit
from kehoach.thethuc.norms import NORMS
from kehoach.thethuc.reading.package import WordFile, open_word
from kehoach.thethuc.repairing import page_number
from kehoach.thethuc.repairing.applying import NEEDS_PACKAGE, apply_edit

if TYPE_CHECKING:
    from lxml.etree import _Element

_PASSES = 5
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_SIGNATURES = "_xmlsignatures/"


@dataclass(frozen=True, slots=True)
class FixedWord:
    """A file before and after repairs; ``data`` is the same object where nothing was done."""

    data: bytes
    before: CheckedWord
    after: CheckedWord


def fix_docx(data: bytes, name: str, profile: str | None = None) -> FixedWord:
    """Repair *data*, the bytes of the Word file *name*, as far as no word is touched.

    Raises `SourceError` where the file cannot be read, or must not be changed: it is signed, or
    in a variant that Word alone can write.
    """
    _check_changeable(data, name)
    word = open_word(data, name)
    before = after = check_word(word, profile)
    for _ in range(_PASSES):  # one repair may lay open another, as a page number on page 1
        edits = [edit for finding in after.findings for edit in finding.edits]
        changed = _apply(edits, word, data, after.profile)
        if not changed:
            break
        data = _rewritten(data, name, changed)
        word = open_word(data, name)
        after = check_word(word, before.profile)
    return FixedWord(data, before, after)


def _check_changeable(data: bytes, name: str) -> None:
    with open_archive(data, name) as archive:
        if any(part.startswith(_SIGNATURES) for part in archive.names()):
            message = "tệp đã ký số, sửa thì chữ ký mất hiệu lực"
            raise refused(name, message, "sửa ở bản chưa ký")
        main = archive.read("word/document.xml") or b""
        if _STRICT in main:
            message = "tệp lưu theo kiểu Strict Open XML, chương trình chỉ kiểm tra, không sửa"
            raise refused(name, message, "mở bằng Word rồi lưu lại kiểu Word Document (.docx)")


def _apply(edits: list[Edit], word: WordFile, data: bytes, profile: str) -> dict[str, bytes]:
    """Make *edits* and return the parts that they changed, with their new bytes."""
    names = {root: part for part, root in word.parts.items()}
    touched: dict[str, _Element] = {}
    new: dict[str, bytes] = {}
    for edit in edits:
        if edit.change in NEEDS_PACKAGE:
            new |= _number_above(edit, word, data, profile, touched)
        elif apply_edit(edit):
            root = edit.target.getroottree().getroot()
            touched[names[root]] = root
    return {part: _bytes(root) for part, root in touched.items()} | new


def _number_above(
    edit: Edit, word: WordFile, data: bytes, profile: str, touched: "dict[str, _Element]"
) -> dict[str, bytes]:
    """Put a page number into the header, and take it out of the footer that *edit* names."""
    footer = str(edit.value)
    if footer:
        if not page_number.clear_footer(word.parts[footer]):
            return {}
        touched[footer] = word.parts[footer]
    size = NORMS[profile].page_number[-1]
    section = edit.target
    touched[word.main] = word.root
    for reference in section.findall(f"{W}headerReference"):
        part = _running_part(reference, word)
        if reference.get(f"{W}type", "default") == "default" and part:
            paragraph = _parse(page_number.number_paragraph(size).encode())
            word.parts[part].append(paragraph)
            touched[part] = word.parts[part]
            return {}
    with open_archive(data, word.name) as archive:
        rels = page_number.relationships_part(word.main)
        roots = {name: _root(archive, name) for name in (page_number.TYPES_PART, rels)}
        part, made = page_number.add_header(section, word.main, roots, archive.names(), size)
    return {part: made, **{name: _bytes(root) for name, root in roots.items()}}


def _running_part(reference: "_Element", word: WordFile) -> str:
    return word.running.get(reference.get(f"{R}id", ""), "")


def _root(archive: Archive, part: str) -> "_Element":
    return _parse(archive.read(part) or b"")


def _parse(data: bytes) -> "_Element":
    from lxml import etree  # noqa: PLC0415  heavy, needed for Word files only

    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _bytes(root: "_Element") -> bytes:
    from lxml import etree  # noqa: PLC0415

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _rewritten(data: bytes, name: str, changed: dict[str, bytes]) -> bytes:
    """Return the package with *changed* parts in place of the old, new ones at the end."""
    file = io.BytesIO()
    with (
        open_archive(data, name) as old,
        zipfile.ZipFile(io.BytesIO(data)) as listed,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        written = set()
        for entry in listed.infolist():
            if entry.filename in written:
                continue
            content = changed.get(entry.filename)
            archive.writestr(entry, old.read(entry.filename) or b"" if content is None else content)
            written.add(entry.filename)
        for part in sorted(changed.keys() - written):
            made = zipfile.ZipInfo(part)
            made.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(made, changed[part])
    return file.getvalue()
