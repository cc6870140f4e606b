"""The small semantic HTML that templates write, read as a tree of elements.

It is HTML in the strict spelling of XML: every element is closed, every attribute has a value.
Which elements there are, what they may hold and which attributes they take stands in the tables
below and, for the people who write templates, in ``docs/mau-van-ban.md``.

expat reads all of it and finds what is wrong. Nearly always nothing is, and tags are few and alike:
then splitting the text at its tags comes to the same tree in a fraction of the time. So that is
tried first, and gives up without a word at anything that is not plain and right.
"""

import re
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple
from xml.parsers import expat

from kehoach.model.printed import STYLE_NAMES

ROOT = "van-ban"
_BLOCKS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "table"})
INLINE = frozenset({"b", "i", "span"})

CONTENT: dict[str, frozenset[str]] = {
    ROOT: _BLOCKS | {"header", "div", "section", "footer"},
    "section": _BLOCKS | {"div"},
    "div": _BLOCKS,
    "header": frozenset(),
    "footer": frozenset({"ul"}),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "p", "th", "b", "i", "span"), INLINE),
    "ul": frozenset({"li", "ul"}),
    "li": INLINE | {"ul"},
    "table": frozenset({"tr"}),
    "tr": frozenset({"th", "td"}),
    "td": INLINE | {"p", "ul"},
}
"""What each element may hold; texts stand only in those that may hold ``b`` and ``i``."""

ATTRIBUTES: dict[str, frozenset[str]] = {
    "header": frozenset({"co-quan", "cap-tren", "so", "ky-hieu", "dia-danh", "ngay", "du-thao"}),
    "footer": frozenset(
        {"thay-mat", "ky-thay", "thua-lenh", "thua-uy-quyen", "chuc-vu", "kiem", "ho-ten"}
    ),
    "section": frozenset({"so", "kho-giay"}),
    "div": frozenset({"kho-giay"}),
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6", "li"), frozenset({"so", "khoa"})),
    "p": frozenset({"so", "class", "khoa"}),
    "ul": frozenset({"class"}),
    "tr": frozenset({"class"}),
    "th": frozenset({"class", "rong"}),
    "td": frozenset({"colspan", "khoa"}),
    "span": frozenset({"khoa"}),
}
"""Which attributes each element may have."""

VALUES: dict[tuple[str, str], frozenset[str]] = {
    ("p", "class"): frozenset({"trich-yeu", "kem-theo"}),
    ("ul", "class"): frozenset({"can-cu", "kinh-gui"}),
    ("tr", "class"): frozenset({"nhom"}),
    ("th", "class"): frozenset({"giua"}),
    ("section", "kho-giay"): frozenset({"doc", "ngang"}),
    ("div", "kho-giay"): frozenset({"doc", "ngang"}),
    **{
        (name, "khoa"): frozenset({*STYLE_NAMES, ""})
        for name in ("span", "h2", "h3", "h4", "h5", "h6", "li", "p", "td")
    },
}
"""Which values those attributes may have that choose between few."""

PLACE = "mau"
"""Target of the processing instructions that tell the place in the template."""
_TAG = re.compile(r'([a-z][a-z0-9]*)((?: +[a-z-]+="[^"]*")*) *')
_PIECES = re.compile(
    "<([^</>][^<>]*)>([^<]*)</([a-z0-9]+)>([^<]*)"  # an element that holds no other
    "|<([^<>]+)>([^<]*)"
)
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


class MarkupFault(Exception):  # noqa: N818  what becomes a TemplateFault
    """The HTML cannot be read; ``place`` is where in the template, as marked, or empty."""

    def __init__(self, message: str, place: str) -> None:
        """Keep the Vietnamese sentence and the place."""
        super().__init__(message)
        self.message = message
        self.place = place


class Element:
    """An element, its texts and elements in order; ``place`` is where the template wrote it."""

    __slots__ = ("attributes", "children", "name", "place")

    def __init__(self, name: str, attributes: dict[str, str], place: str = "") -> None:
        """Begin an element that holds nothing yet."""
        self.name = name
        self.attributes = attributes
        self.place = place
        self.children: list[Element | str] = []

    def elements(self) -> "list[Element]":
        """Return the elements that it holds."""
        return [child for child in self.children if isinstance(child, Element)]

    def get(self, attribute: str) -> str:
        """Return the value of an attribute, spaces folded; "" where it is missing."""
        value = self.attributes.get(attribute)
        return fold(value) if value else ""

    def fault(self, message: str) -> MarkupFault:
        """Return what is wrong here, to be raised."""
        return MarkupFault(message, self.place)

    def count(self, attribute: str) -> int:
        """Return a whole number from 1; 1 where the attribute is missing."""
        text = self.attributes.get(attribute)
        if text is None:
            return 1
        if not text.isdecimal() or not int(text):
            raise self.fault(f"{attribute}=“{text}” của thẻ <{self.name}> phải là số nguyên dương")
        return int(text)


def fold(text: str) -> str:
    """Return *text* with single spaces between words and none at its ends."""
    if "  " in text:
        return " ".join(filter(None, text.split(" ")))
    return text.strip(" ")


def read_tree(html: str) -> Element:
    """Return the root of the elements that *html* writes; raises `MarkupFault`."""
    try:
        return _read_plain(html)
    except _NotPlainError:
        return _StrictReader().read(html)


class _NotPlainError(Exception):
    """The HTML may be wrong, or is more than tags and texts."""


class _Tag(NamedTuple):
    name: str
    attributes: dict[str, str]
    content: frozenset[str]
    """What the element may hold."""
    has_text: bool
    """Whether it may hold texts too."""


def _read_plain(html: str) -> Element:
    """Return the root; raises `_NotPlainError`."""
    if "]]>" in html or html.partition("<")[0].strip():
        raise _NotPlainError
    element = root = Element(ROOT, {})
    tag = _Tag(ROOT, {}, CONTENT[ROOT], has_text=False)
    outer: list[tuple[Element, _Tag]] = []
    unread = html.count("<")
    for leaf, inside, leaf_end, after_leaf, other, after in _PIECES.findall(html):
        if leaf_end:
            inner = _plain_tag(leaf)
            if inner.name != leaf_end or leaf_end not in tag.content:
                raise _NotPlainError
            child = Element(leaf_end, inner.attributes)
            element.children.append(child)
            _add_text(child, inner, inside)
            unread -= 2
        elif other[0] == "/":
            if other[1:] != tag.name or not outer:
                raise _NotPlainError
            element, tag = outer.pop()
            unread -= 1
        else:
            inner = _plain_tag(other)
            if inner.name not in tag.content:
                raise _NotPlainError
            child = Element(inner.name, inner.attributes)
            element.children.append(child)
            outer.append((element, tag))
            element, tag = child, inner
            unread -= 1
        if text := after or after_leaf:
            _add_text(element, tag, text)
    if outer or unread:
        raise _NotPlainError
    return root


def _add_text(element: Element, tag: _Tag, text: str) -> None:
    if tag.has_text and text:
        element.children.append(_characters(text) if "&" in text else text)
    elif text.strip():
        raise _NotPlainError


@lru_cache(maxsize=1024)
def _plain_tag(written: str) -> _Tag:
    """Read what stands between the brackets of a start tag; raises `_NotPlainError`."""
    found = _TAG.fullmatch(written)
    if not found or found[1] not in CONTENT:
        raise _NotPlainError
    name, attributes = found[1], {}
    for attribute, value in _ATTRIBUTE.findall(found[2]):
        if attribute in attributes:
            raise _NotPlainError
        attributes[attribute] = _characters(value)
    try:
        _check_attributes(Element(name, attributes))
    except MarkupFault:
        raise _NotPlainError from None
    return _Tag(name, attributes, CONTENT[name], "b" in CONTENT[name])


def _characters(text: str) -> str:
    """Return *text* with its characters that are written like ``&lt;``; none other may be."""
    return _REFERENCE.sub(_character, text)


def _character(reference: re.Match[str]) -> str:
    if not reference[1]:
        raise _NotPlainError
    return _CHARACTERS[reference[1]]


class _StrictReader:
    """Builds the tree of elements and keeps to the tables of what may stand where."""

    def __init__(self) -> None:
        self._place = ""
        self._root = Element(ROOT, {}, "")
        self._open: list[Element] = []
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.ProcessingInstructionHandler = self._instruction

    def read(self, html: str) -> Element:
        # Inside the root there can be no DOCTYPE, so no entities that grow without end.
        try:
            self._parser.Parse(f"<{ROOT}>{html}</{ROOT}>".encode(), True)  # noqa: FBT003  C API
        except expat.ExpatError as error:
            raise self._syntax_fault(error) from None
        finally:
            # The parser knows this object and this object the parser: a circle that would keep
            # the whole tree until the collector comes by.
            del self._parser
        return self._root

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._open:
            self._open.append(self._root)
            return
        parent, element = self._open[-1], Element(name, attributes, self._place)
        _check(element, parent)
        parent.children.append(element)
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        parent = self._open[-1]
        if "b" in CONTENT[parent.name]:
            if parent.children and isinstance(parent.children[-1], str):
                text = f"{parent.children.pop()}{text}"  # expat cuts long texts in pieces
            parent.children.append(text)
        elif text.strip():
            words = fold(text)[:40]
            inside = "ngoài mọi thẻ" if parent.name == ROOT else f"thẳng trong thẻ <{parent.name}>"
            raise MarkupFault(f"chữ “{words}” đứng {inside}", self._place)

    def _instruction(self, target: str, data: str) -> None:
        if target != PLACE:
            raise MarkupFault(f"không dùng được “<?{target}”", self._place)
        self._place = data

    def _syntax_fault(self, error: expat.ExpatError) -> MarkupFault:
        last = self._open[-1] if self._open else self._root
        if error.code == _MISMATCH:
            if last.name == ROOT:
                return MarkupFault("thẻ đóng không có thẻ mở", self._place)
            return last.fault(f"thẻ <{last.name}> chưa đóng bằng </{last.name}>")
        if error.code == _UNKNOWN_ENTITY:
            message = "không dùng được ký hiệu dạng &tên; — gõ thẳng ký tự cần dùng"
            return MarkupFault(message, self._place)
        message = (
            f"không đúng cú pháp HTML ở gần thẻ <{last.name}> ({expat.ErrorString(error.code)})"
        )
        return MarkupFault(message.replace(f" ở gần thẻ <{ROOT}>", ""), self._place)


_MISMATCH = expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH]
_UNKNOWN_ENTITY = expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]


def _check(element: Element, parent: Element) -> None:
    name = element.name
    if name not in CONTENT or name == ROOT:
        raise element.fault(f"không có thẻ <{name}>{_nearest(name, CONTENT)}")
    if name not in CONTENT[parent.name]:
        where = "ở ngoài cùng" if parent.name == ROOT else f"trong thẻ <{parent.name}>"
        raise element.fault(f"thẻ <{name}> không được đứng {where}")
    _check_attributes(element)


def _check_attributes(element: Element) -> None:
    name = element.name
    allowed = ATTRIBUTES.get(name, frozenset())
    for attribute, value in element.attributes.items():
        if attribute not in allowed:
            hint = _nearest(attribute, allowed)
            raise element.fault(f"thẻ <{name}> không có thuộc tính “{attribute}”{hint}")
        values = VALUES.get((name, attribute))
        if values is not None and value not in values:
            hint = _nearest(value, values)
            raise element.fault(f"thẻ <{name}> không có {attribute}=“{value}”{hint}")


def _nearest(word: str, known: "dict[str, frozenset[str]] | frozenset[str]") -> str:
    found = get_close_matches(word, sorted(set(known) - {ROOT}), n=1)
    return f", có phải “{found[0]}”?" if found else ""
