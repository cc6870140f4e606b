"""The HTML that templates write, read as blocks: `markup_tags` says what HTML, `markup_blocks` how.

expat reads all of it and finds what is wrong. Nearly always nothing is, and tags are few and alike:
then splitting the text at them comes to the same in a fraction of the time. So that is tried
first, and gives up without a word at anything that is not plain and right.
"""

import re
import unicodedata
from functools import lru_cache
from xml.parsers import expat

from kehoach.document.blocks import Document
from kehoach.document.markup_blocks import Builder
from kehoach.document.markup_tags import ROOT, MarkupFault, Tag, make_tag

__all__ = ["MarkupFault", "mark_places", "read_markup"]

PLACE = "mau"
"""Target of the processing instructions that tell the place in the template."""
_TAG = re.compile(r'([a-z][a-z0-9]*)((?: +[a-z-]+="[^"]*")*) *')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_REFERENCE = re.compile("&(?:(amp|lt|gt|quot|apos|#34|#39);)?")
_CHARACTERS = {
    "amp": "&",
    "lt": "<",
    "gt": ">",
    "quot": '"',
    "apos": "'",
    "#34": '"',
    "#39": "'",
}
_XML = "\t\n\r\f\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff"
_ALL_XML, _NOT_XML = re.compile(f"[{_XML}]*"), re.compile(f"[^{_XML}]")


def mark_places(source: str, template: str) -> str:
    """Return the template *source* with its line told before every tag, for `MarkupFault.place`."""
    lines = source.split("\n")
    return "\n".join(
        re.sub(r"<(?=/?[A-Za-z])", f"<?{PLACE} {template}:{number}?><", line)
        for number, line in enumerate(lines, 1)
    )


def read_markup(html: str) -> Document:
    """Return the document that *html* describes; raises `MarkupFault`.

    Spaces and line ends are folded to one space, no-break spaces stay; letters are composed (NFC).
    Characters that XML cannot hold are left out, and so are empty paragraphs and dashes.
    """
    html = unicodedata.normalize("NFC", html)
    if not _ALL_XML.fullmatch(html):
        html = _NOT_XML.sub("", html)
    for space in "\t\r\n\f":
        html = html.replace(space, " ")
    try:
        return _read_plain(html)
    except _NotPlainError:
        return _StrictReader().read(html)


class _NotPlainError(Exception):
    """The HTML may be wrong, or is more than tags and texts."""


def _read_plain(html: str) -> Document:
    """Return the document; raises `_NotPlainError`."""
    before, *pieces = html.split("<")
    if "]]>" in html or before.strip():
        raise _NotPlainError
    builder = Builder()
    tag, inside = None, ""  # a start tag and what follows it, until it is known what that is
    try:
        for piece in pieces:
            written, _, text = piece.partition(">")
            if tag is not None:
                if written == tag.end:
                    builder.leaf(tag, _characters(inside) if "&" in inside else inside)
                    tag = None
                    _add(builder, text)
                    continue
                builder.start(tag)
                _add(builder, inside)
                tag = None
            if written == builder.top.tag.end:
                builder.end()
                _add(builder, text)
            else:
                tag, inside = _plain_tag(written), text
    except MarkupFault:
        raise _NotPlainError from None
    if tag is not None or builder.depth():
        raise _NotPlainError
    return builder.document()


def _add(builder: Builder, text: str) -> None:
    if text and (builder.top.tag.has_text or not text.isspace()):
        builder.text(_characters(text) if "&" in text else text)


@lru_cache(maxsize=1024)
def _plain_tag(written: str) -> Tag:
    """Read what stands between the brackets of a start tag; raises `_NotPlainError`."""
    found = _TAG.fullmatch(written)
    if not found:
        raise _NotPlainError
    attributes: dict[str, str] = {}
    for attribute, value in _ATTRIBUTE.findall(found[2]):
        if attribute in attributes:
            raise _NotPlainError
        attributes[attribute] = _characters(value)
    return make_tag(found[1], attributes)


def _characters(text: str) -> str:
    """Return *text* with its characters that are written like ``&lt;``; none other may be."""
    return _REFERENCE.sub(_character, text)


def _character(reference: re.Match[str]) -> str:
    if not reference[1]:
        raise _NotPlainError
    return _CHARACTERS[reference[1]]


class _StrictReader:
    """Reads any HTML and says what is wrong with it, and where."""

    def __init__(self) -> None:
        self._place = ""
        self._builder = Builder()
        self._begun = False
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.ProcessingInstructionHandler = self._instruction

    def read(self, html: str) -> Document:
        # Inside the root there can be no DOCTYPE, so no entities that grow without end.
        content = f"<{ROOT}>{html}</{ROOT}>".encode()
        self._parser.buffer_size = max(len(content), self._parser.buffer_size)  # texts in one piece
        try:
            self._parser.Parse(content, True)  # noqa: FBT003  C API
        except expat.ExpatError as error:
            raise self._syntax_fault(error) from None
        finally:
            # The parser knows this object and this object the parser: a circle that would keep
            # the whole document until the collector comes by.
            del self._parser
        return self._builder.document()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if self._begun:
            self._builder.start(make_tag(name, attributes, self._place), self._place)
        self._begun = True

    def _end(self, _name: str) -> None:
        if self._builder.depth():
            self._builder.end()

    def _text(self, text: str) -> None:
        self._builder.text(text, self._place)

    def _instruction(self, target: str, data: str) -> None:
        if target != PLACE:
            raise MarkupFault(f"không dùng được “<?{target}”", self._place)
        self._place = data

    def _syntax_fault(self, error: expat.ExpatError) -> MarkupFault:
        last = self._builder.top
        if error.code == _MISMATCH:
            if last.tag.name == ROOT:
                return MarkupFault("thẻ đóng không có thẻ mở", self._place)
            return last.fault(f"thẻ <{last.tag.name}> chưa đóng bằng </{last.tag.name}>")
        if error.code == _UNKNOWN_ENTITY:
            message = "không dùng được ký hiệu dạng &tên; — gõ thẳng ký tự cần dùng"
            return MarkupFault(message, self._place)
        message = (
            f"không đúng cú pháp HTML ở gần thẻ <{last.tag.name}> ({expat.ErrorString(error.code)})"
        )
        return MarkupFault(message.replace(f" ở gần thẻ <{ROOT}>", ""), self._place)


_MISMATCH = expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH]
_UNKNOWN_ENTITY = expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]
