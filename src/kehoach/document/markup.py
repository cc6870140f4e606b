"""The small semantic HTML that templates write, read as blocks.

It is HTML in the strict spelling of XML: every element is closed, every attribute has a value.
Which elements there are, what they may hold and which attributes they take stands in the tables
below and, for the people who write templates, in ``docs/mau-van-ban.md``.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING
from xml.parsers import expat

from kehoach.document.blocks import (
    Addressees,
    Annex,
    Bases,
    Block,
    Cell,
    Closing,
    Column,
    Document,
    Header,
    Heading,
    Item,
    Paragraph,
    Reference,
    Row,
    Run,
    Subject,
    Table,
    Text,
    Title,
    Turned,
)
from kehoach.model.plan import PartialDate, Signer
from kehoach.model.printed import STYLE_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT = "van-ban"
_BLOCKS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "table"})
_INLINE = frozenset({"b", "i", "span"})

CONTENT: dict[str, frozenset[str]] = {
    _ROOT: _BLOCKS | {"header", "div", "section", "footer"},
    "section": _BLOCKS | {"div"},
    "div": _BLOCKS,
    "header": frozenset(),
    "footer": frozenset({"ul"}),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "p", "th", "b", "i", "span"), _INLINE),
    "ul": frozenset({"li", "ul"}),
    "li": _INLINE | {"ul"},
    "table": frozenset({"tr"}),
    "tr": frozenset({"th", "td"}),
    "td": _INLINE | {"p", "ul"},
}
"""What each element may hold; texts stand only in those that may hold ``b`` and ``i``."""

ATTRIBUTES: dict[str, frozenset[str]] = {
    "header": frozenset({"co-quan", "cap-tren", "so", "ky-hieu", "dia-danh", "ngay", "du-thao"}),
    "footer": frozenset(
        {"thay-mat", "ky-thay", "thua-lenh", "thua-uy-quyen", "chuc-vu", "kiem", "ho-ten"}
    ),
    "section": frozenset({"so", "kho-giay"}),
    "div": frozenset({"kho-giay"}),
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6", "li"), frozenset({"so"})),
    "p": frozenset({"so", "class"}),
    "ul": frozenset({"class"}),
    "tr": frozenset({"class"}),
    "th": frozenset({"class", "rong"}),
    "td": frozenset({"colspan"}),
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
    ("span", "khoa"): frozenset(STYLE_NAMES),
}
"""Which values those attributes may have that choose between few."""

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_SPACES = re.compile(" {2,}")
_NOT_XML = re.compile("[^\t\n\r\f\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PLACE = "mau"
"""Target of the processing instructions that tell the place in the template."""


class MarkupFault(Exception):  # noqa: N818  what becomes a TemplateFault
    """The HTML cannot be read; ``place`` is where in the template, as marked, or empty."""

    def __init__(self, message: str, place: str) -> None:
        """Keep the Vietnamese sentence and the place."""
        super().__init__(message)
        self.message = message
        self.place = place


def mark_places(source: str, template: str) -> str:
    """Return the template *source* with its line told before every tag, for `MarkupFault.place`."""
    lines = source.split("\n")
    return "\n".join(
        re.sub(r"<(?=/?[A-Za-z])", f"<?{_PLACE} {template}:{number}?><", line)
        for number, line in enumerate(lines, 1)
    )


def read_markup(html: str) -> Document:
    """Return the document that *html* describes; raises `MarkupFault`.

    Spaces and line ends are folded to one space, no-break spaces stay; letters are composed (NFC).
    Characters that XML cannot hold are left out, and so are empty paragraphs and dashes.
    """
    html = _NOT_XML.sub("", unicodedata.normalize("NFC", html))
    for space in "\t\r\n\f":
        html = html.replace(space, " ")
    root = _Reader().read(html)
    blocks: list[Block] = []
    annexes: list[Annex] = []
    for child in root.elements():
        if child.name == "section":
            annexes.append(_annex(child))
        elif annexes and child.name != "footer":
            raise child.fault(f"thẻ <{child.name}> đứng sau phụ lục")
        else:
            blocks.extend(_blocks(child))
    return Document(tuple(blocks), tuple(annexes))


@dataclass(slots=True)
class _Element:
    name: str
    attributes: dict[str, str]
    place: str
    children: list["_Element | str"] = field(default_factory=list)

    def elements(self) -> "Iterator[_Element]":
        return (child for child in self.children if isinstance(child, _Element))

    def get(self, attribute: str) -> str:
        return fold(self.attributes.get(attribute, ""))

    def fault(self, message: str) -> MarkupFault:
        return MarkupFault(message, self.place)

    def count(self, attribute: str) -> int:
        """Return a whole number from 1; 1 where the attribute is missing."""
        text = self.attributes.get(attribute, "1")
        if not text.isdecimal() or not int(text):
            raise self.fault(f"{attribute}=“{text}” của thẻ <{self.name}> phải là số nguyên dương")
        return int(text)


class _Reader:
    """Builds the tree of elements and keeps to the tables of what may stand where."""

    def __init__(self) -> None:
        self._place = ""
        self._root = _Element(_ROOT, {}, "")
        self._open: list[_Element] = []
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.ProcessingInstructionHandler = self._instruction

    def read(self, html: str) -> _Element:
        # Inside the root there can be no DOCTYPE, so no entities that grow without end.
        try:
            self._parser.Parse(f"<{_ROOT}>{html}</{_ROOT}>".encode(), True)  # noqa: FBT003  C API
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
        parent, element = self._open[-1], _Element(name, attributes, self._place)
        _check(element, parent)
        parent.children.append(element)
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        parent = self._open[-1]
        if "b" in CONTENT[parent.name]:
            parent.children.append(text)
        elif text.strip():
            words = fold(text)[:40]
            inside = "ngoài mọi thẻ" if parent.name == _ROOT else f"thẳng trong thẻ <{parent.name}>"
            raise MarkupFault(f"chữ “{words}” đứng {inside}", self._place)

    def _instruction(self, target: str, data: str) -> None:
        if target != _PLACE:
            raise MarkupFault(f"không dùng được “<?{target}”", self._place)
        self._place = data

    def _syntax_fault(self, error: expat.ExpatError) -> MarkupFault:
        last = self._open[-1] if self._open else self._root
        if error.code == _MISMATCH:
            if last.name == _ROOT:
                return MarkupFault("thẻ đóng không có thẻ mở", self._place)
            return last.fault(f"thẻ <{last.name}> chưa đóng bằng </{last.name}>")
        if error.code == _UNKNOWN_ENTITY:
            message = "không dùng được ký hiệu dạng &tên; — gõ thẳng ký tự cần dùng"
            return MarkupFault(message, self._place)
        message = (
            f"không đúng cú pháp HTML ở gần thẻ <{last.name}> ({expat.ErrorString(error.code)})"
        )
        return MarkupFault(message.replace(f" ở gần thẻ <{_ROOT}>", ""), self._place)


_MISMATCH = expat.errors.codes[expat.errors.XML_ERROR_TAG_MISMATCH]
_UNKNOWN_ENTITY = expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]


def _check(element: _Element, parent: _Element) -> None:
    name = element.name
    if name not in CONTENT or name == _ROOT:
        raise element.fault(f"không có thẻ <{name}>{_nearest(name, CONTENT)}")
    if name not in CONTENT[parent.name]:
        where = "ở ngoài cùng" if parent.name == _ROOT else f"trong thẻ <{parent.name}>"
        raise element.fault(f"thẻ <{name}> không được đứng {where}")
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
    found = get_close_matches(word, sorted(set(known) - {_ROOT}), n=1)
    return f", có phải “{found[0]}”?" if found else ""


def fold(text: str) -> str:
    """Return *text* with single spaces between words and none at its ends."""
    return " ".join(filter(None, text.split(" ")))


def _annex(element: _Element) -> Annex:
    return Annex(
        blocks=tuple(block for child in element.elements() for block in _blocks(child)),
        number=element.get("so") if "so" in element.attributes else None,
        landscape=element.get("kho-giay") == "ngang",
    )


def _blocks(element: _Element) -> "Iterator[Block]":
    match element.name:
        case "header":
            yield _header(element)
        case "footer":
            yield _closing(element)
        case "h1":
            yield Title(_text(element.children))
        case "p":
            yield from _paragraph(element)
        case "ul":
            yield from _list(element)
        case "table":
            yield _table(element)
        case "div":
            blocks = tuple(block for child in element.elements() for block in _blocks(child))
            yield Turned(blocks, landscape=element.get("kho-giay") == "ngang")
        case heading:
            text, number = _text(element.children), element.get("so")
            if text or number:
                yield Heading(int(heading[1]) - 1, text, number)


def _paragraph(element: _Element) -> "Iterator[Paragraph | Subject | Reference]":
    text, number = _text(element.children), element.get("so")
    kind = element.get("class")
    if kind == "trich-yeu":
        yield Subject(text)
    elif kind == "kem-theo":
        yield Reference(text)
    elif text or number:
        yield Paragraph(text, number)


def _list(element: _Element) -> "Iterator[Block]":
    items = tuple(_items(element, 1))
    kind = element.get("class")
    if not kind:
        yield from items
    elif items:
        texts = tuple(item.text for item in items)
        yield Addressees(texts) if kind == "kinh-gui" else Bases(texts)


def _items(element: _Element, level: int) -> "Iterator[Item]":
    for child in element.elements():
        if child.name == "ul":
            yield from _items(child, level + 1)
            continue
        text, number = _text(child.children), child.get("so")
        if text or number:
            yield Item(level, text, number)
        for inner in child.elements():
            if inner.name == "ul":
                yield from _items(inner, level + 1)


def _text(children: "list[_Element | str]") -> Text:
    """Return the inline content of *children*, spaces folded; other elements are passed over."""
    if len(children) == 1 and isinstance(children[0], str):
        only = fold(children[0])
        return (Run(only),) if only else ()
    folded: list[Run] = []
    blank = True  # nothing, or a space, is before what comes next
    for run in _runs(children, bold=False, italic=False, key=""):
        text = run.text
        if "  " in text:
            text = _SPACES.sub(" ", text)
        if blank:
            text = text.lstrip(" ")
        if text:
            folded.append(_with_text(run, text))
            blank = text[-1] == " "
    if folded and blank:
        last = folded.pop()
        if last.text != " ":
            folded.append(_with_text(last, last.text.rstrip(" ")))
    return tuple(folded)


def _with_text(run: Run, text: str) -> Run:
    """Return *run* with another text; `dataclasses.replace` takes several times longer."""
    return run if text is run.text else Run(text, run.bold, run.italic, run.key)


def _runs(
    children: "list[_Element | str]", *, bold: bool, italic: bool, key: str
) -> "Iterator[Run]":
    """Yield the text of *children* in runs of this look; an inner key wins."""
    for child in children:
        if isinstance(child, str):
            yield Run(child, bold, italic, key)
        elif child.name in _INLINE:
            yield from _runs(
                child.children,
                bold=bold or child.name == "b",
                italic=italic or child.name == "i",
                key=child.get("khoa") or key,
            )


def _table(element: _Element) -> Table:
    rows = list(element.elements())
    if not rows or any(cell.name != "th" for cell in rows[0].elements()):
        raise element.fault("dòng đầu của <table> phải gồm các ô <th>")
    columns = tuple(
        Column(_text(cell.children), cell.count("rong"), cell.get("class") == "giua")
        for cell in rows[0].elements()
    )
    return Table(columns, tuple(_row(row, len(columns)) for row in rows[1:]))


def _row(element: _Element, columns: int) -> Row:
    cells = []
    for cell in element.elements():
        if cell.name == "th":
            raise cell.fault("ô <th> chỉ đứng ở dòng đầu của bảng")
        cells.append(Cell(tuple(_cell_blocks(cell)), cell.count("colspan")))
    width = sum(cell.span for cell in cells)
    if width != columns:
        raise element.fault(f"dòng của bảng có {width} ô, bảng có {columns} cột")
    return Row(tuple(cells), element.get("class") == "nhom")


def _cell_blocks(cell: _Element) -> "Iterator[Paragraph | Item]":
    if text := _text(cell.children):
        yield Paragraph(text)
    for child in cell.elements():
        if child.name == "p":
            text, number = _text(child.children), child.get("so")
            if text or number:
                yield Paragraph(text, number)
        elif child.name == "ul":
            yield from _items(child, 1)


def _header(element: _Element) -> Header:
    date = element.get("ngay")
    found = _DATE.fullmatch(date)
    if date and not found:
        raise element.fault(f"ngay=“{date}” phải có dạng 2025-07-11 hoặc 2025-07")
    year, month, day = found.groups() if found else ("", "", None)
    return Header(
        issuer=element.get("co-quan"),
        parent=element.get("cap-tren"),
        number=element.get("so"),
        symbol=element.get("ky-hieu"),
        place=element.get("dia-danh"),
        date=PartialDate(int(year), int(month), int(day) if day else None) if found else None,
        draft=bool(element.get("du-thao")),
    )


def _closing(element: _Element) -> Closing:
    return Closing(
        Signer(
            on_behalf=element.get("thay-mat"),
            for_head=element.get("ky-thay"),
            by_order=element.get("thua-lenh"),
            by_mandate=element.get("thua-uy-quyen"),
            title=element.get("chuc-vu"),
            also=element.get("kiem"),
            name=element.get("ho-ten"),
        ),
        tuple(item.text for child in element.elements() for item in _items(child, 1)),
    )
