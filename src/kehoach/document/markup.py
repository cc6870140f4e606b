"""The HTML that templates write, read as blocks; `markup_tree` says what HTML that is."""

import re
import unicodedata
from typing import TYPE_CHECKING

from kehoach.document.blocks import (
    Addressees,
    Annex,
    Bases,
    Block,
    Cell,
    CellBlocks,
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
from kehoach.document.markup_tree import INLINE, PLACE, Element, MarkupFault, fold, read_tree
from kehoach.model.plan import PartialDate, Signer

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MarkupFault", "mark_places", "read_markup"]

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_SPACES = re.compile(" {2,}")
_NOT_XML = re.compile("[^\t\n\r\f\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


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
    html = _NOT_XML.sub("", unicodedata.normalize("NFC", html))
    for space in "\t\r\n\f":
        html = html.replace(space, " ")
    root = read_tree(html)
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


def _annex(element: Element) -> Annex:
    return Annex(
        blocks=tuple(block for child in element.elements() for block in _blocks(child)),
        number=element.get("so") if "so" in element.attributes else None,
        landscape=element.get("kho-giay") == "ngang",
    )


def _blocks(element: Element) -> "Iterator[Block]":
    match element.name:
        case "header":
            yield _header(element)
        case "footer":
            yield _closing(element)
        case "h1":
            yield Title(_text(element))
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
            text, number = _text(element), element.get("so")
            if text or number:
                yield Heading(int(heading[1]) - 1, text, number)


def _paragraph(element: Element) -> "Iterator[Paragraph | Subject | Reference]":
    text, number = _text(element), element.get("so")
    kind = element.get("class")
    if kind == "trich-yeu":
        yield Subject(text)
    elif kind == "kem-theo":
        yield Reference(text)
    elif text or number:
        yield Paragraph(text, number)


def _list(element: Element) -> "Iterator[Block]":
    items = tuple(_items(element, 1))
    kind = element.get("class")
    if not kind:
        yield from items
    elif items:
        texts = tuple(item.text for item in items)
        yield Addressees(texts) if kind == "kinh-gui" else Bases(texts)


def _items(element: Element, level: int) -> "Iterator[Item]":
    for child in element.elements():
        if child.name == "ul":
            yield from _items(child, level + 1)
            continue
        text, number = _text(child), child.get("so")
        if text or number:
            yield Item(level, text, number)
        for inner in child.elements():
            if inner.name == "ul":
                yield from _items(inner, level + 1)


def _text(element: Element) -> Text:
    """Return the inline content of *element*, spaces folded; other elements are passed over."""
    children = element.children
    key = element.attributes.get("khoa", "") if element.attributes else ""
    if not children:
        return ()
    if len(children) == 1 and isinstance(only := children[0], str):
        return (Run(text, False, False, key),) if (text := fold(only)) else ()  # noqa: FBT003
    runs: list[Run] = []
    _collect(children, bold=False, italic=False, key=key, runs=runs)
    return _folded(runs)


def _collect(
    children: "list[Element | str]", *, bold: bool, italic: bool, key: str, runs: list[Run]
) -> None:
    """Add the text of *children* to *runs* of this look; an inner key wins."""
    for child in children:
        if isinstance(child, str):
            runs.append(Run(child, bold, italic, key))
        elif child.name in INLINE:
            _collect(
                child.children,
                bold=bold or child.name == "b",
                italic=italic or child.name == "i",
                key=child.attributes.get("khoa", "") or key,
                runs=runs,
            )


def _folded(runs: list[Run]) -> Text:
    """Return *runs* with single spaces between words and none at the ends of the whole."""
    folded: list[Run] = []
    blank = True  # nothing, or a space, is before what comes next
    for run in runs:
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
    return run if text is run.text else run._replace(text=text)


def _table(element: Element) -> Table:
    rows = list(element.elements())
    if not rows or any(cell.name != "th" for cell in rows[0].elements()):
        raise element.fault("dòng đầu của <table> phải gồm các ô <th>")
    columns = tuple(
        Column(_text(cell), cell.count("rong"), cell.get("class") == "giua")
        for cell in rows[0].elements()
    )
    return Table(columns, tuple(_row(row, len(columns)) for row in rows[1:]))


def _row(element: Element, columns: int) -> Row:
    cells = []
    width = 0
    for cell in element.elements():
        if cell.name == "th":
            raise cell.fault("ô <th> chỉ đứng ở dòng đầu của bảng")
        span = cell.count("colspan")
        cells.append(Cell(_cell_blocks(cell), span))
        width += span
    if width != columns:
        raise element.fault(f"dòng của bảng có {width} ô, bảng có {columns} cột")
    return Row(tuple(cells), element.get("class") == "nhom")


def _cell_blocks(cell: Element) -> CellBlocks:
    text = _text(cell)
    blocks: list[Paragraph | Item] = [Paragraph(text)] if text else []
    for child in cell.children:
        if isinstance(child, str) or child.name == "span":
            continue
        if child.name == "p":
            text, number = _text(child), child.get("so")
            if text or number:
                blocks.append(Paragraph(text, number))
        elif child.name == "ul":
            blocks.extend(_items(child, 1))
    return tuple(blocks)


def _header(element: Element) -> Header:
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


def _closing(element: Element) -> Closing:
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
