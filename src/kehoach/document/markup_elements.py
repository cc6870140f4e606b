"""What each element of a template's HTML becomes when it is closed."""

import re
from collections.abc import Callable
from typing import Any

from kehoach.document.blocks import (
    Addressees,
    Annex,
    Bases,
    Cell,
    Closing,
    Column,
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
from kehoach.document.markup_tags import INLINE, MarkupFault, Tag, fold
from kehoach.model.plan import PartialDate, Signer

_DATE = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_SPACES = re.compile(" {2,}")
_TABLE_HEAD = "dòng đầu của <table> phải gồm các ô <th>"
RawRun = tuple[str, bool, bool, str]
"""Text whose spaces are not folded yet, and how it looks: the fields of `Run`."""


class Frame:
    """An element that is being read; ``place`` is where the template wrote it.

    ``blocks`` is what its elements became. ``runs`` is its text, and that of the elements inside
    it that only change the look of text; ``look`` is bold, italic and key of text that follows.
    ``level`` is the depth of a list, or the number of rows before a row.
    """

    __slots__ = ("blocks", "level", "look", "place", "runs", "tag")

    def __init__(self, tag: Tag, into: "Frame | None", place: str) -> None:
        """Begin the element of *tag* inside *into*."""
        name = tag.name
        self.tag = tag
        self.place = place
        self.blocks: list[Any] = []
        self.runs: list[RawRun] = []
        self.look = (False, False, tag.key)
        self.level = 0
        if into is None:
            return
        if name in INLINE:
            bold, italic, key = into.look
            self.runs = into.runs
            self.look = (bold or name == "b", italic or name == "i", tag.key or key)
        elif name == "ul":
            self.level = into.level + 1
        elif name == "li":
            self.level = into.level
        elif name == "tr":
            self.level = len(into.blocks)

    def fault(self, message: str) -> MarkupFault:
        """Return what is wrong here, to be raised."""
        return MarkupFault(message, self.place)

    def count(self, attribute: str) -> int:
        """Return a whole number from 1; 1 where the attribute is missing."""
        text = self.tag.attributes.get(attribute, "1")
        if not text.isdecimal() or not int(text):
            name = self.tag.name
            raise self.fault(f"{attribute}=“{text}” của thẻ <{name}> phải là số nguyên dương")
        return int(text)


def _text(frame: Frame) -> Text:
    """Return the text of *frame* with single spaces between words and none at the ends."""
    if len(frame.runs) == 1:
        text, bold, italic, key = frame.runs[0]
        text = fold(text)
        return (Run(text, bold, italic, key),) if text else ()
    folded: list[Run] = []
    blank = True  # nothing, or a space, is before what comes next
    for text, bold, italic, key in frame.runs:
        if "  " in text:
            text = _SPACES.sub(" ", text)  # noqa: PLW2901  the same text, tidier
        if blank:
            text = text.lstrip(" ")  # noqa: PLW2901  the same
        if text:
            folded.append(Run(text, bold, italic, key))
            blank = text[-1] == " "
    if folded and blank:
        last = folded.pop()
        if last.text != " ":
            folded.append(last._replace(text=last.text.rstrip(" ")))
    return tuple(folded)


def _section(frame: Frame, into: Frame) -> None:
    tag = frame.tag
    number = tag.get("so") if "so" in tag.attributes else None
    into.blocks.append(Annex(tuple(frame.blocks), number, tag.get("kho-giay") == "ngang"))


def _turned(frame: Frame, into: Frame) -> None:
    into.blocks.append(Turned(tuple(frame.blocks), frame.tag.get("kho-giay") == "ngang"))


def _title(frame: Frame, into: Frame) -> None:
    into.blocks.append(Title(_text(frame)))


def _heading(frame: Frame, into: Frame) -> None:
    text, number = _text(frame), frame.tag.get("so")
    if text or number:
        into.blocks.append(Heading(int(frame.tag.name[1]) - 1, text, number))


def _paragraph(frame: Frame, into: Frame) -> None:
    text, number = _text(frame), frame.tag.get("so")
    kind = "" if into.tag.name == "td" else frame.tag.get("class")
    if kind == "trich-yeu":
        into.blocks.append(Subject(text))
    elif kind == "kem-theo":
        into.blocks.append(Reference(text))
    elif text or number:
        into.blocks.append(Paragraph(text, number))


def _list(frame: Frame, into: Frame) -> None:
    items = frame.blocks
    inner = into.tag.name in {"ul", "li", "td", "footer"}
    kind = "" if inner else frame.tag.get("class")
    if not kind:
        into.blocks += items
    elif items:
        texts = tuple(item.text for item in items)
        into.blocks.append(Addressees(texts) if kind == "kinh-gui" else Bases(texts))


def _item(frame: Frame, into: Frame) -> None:
    text, number = _text(frame), frame.tag.get("so")
    if text or number:
        into.blocks.append(Item(frame.level, text, number))
    into.blocks += frame.blocks


def _table(frame: Frame, into: Frame) -> None:
    if not frame.blocks:
        raise frame.fault(_TABLE_HEAD)
    columns, *rows = frame.blocks
    into.blocks.append(Table(columns, tuple(rows)))


def _row(frame: Frame, into: Frame) -> None:
    cells = tuple(frame.blocks)
    if not into.blocks:
        if any(isinstance(cell, Cell) for cell in cells):
            raise into.fault(_TABLE_HEAD)
        into.blocks.append(cells)
        return
    width, columns = sum([cell.span for cell in cells]), len(into.blocks[0])
    if width != columns:
        raise frame.fault(f"dòng của bảng có {width} ô, bảng có {columns} cột")
    into.blocks.append(Row(cells, frame.tag.get("class") == "nhom"))


def _column(frame: Frame, into: Frame) -> None:
    if into.level:
        raise frame.fault("ô <th> chỉ đứng ở dòng đầu của bảng")
    centred = frame.tag.get("class") == "giua"
    into.blocks.append(Column(_text(frame), frame.count("rong"), centred))


def _cell(frame: Frame, into: Frame) -> None:
    text = _text(frame)
    blocks = (Paragraph(text), *frame.blocks) if text else tuple(frame.blocks)
    into.blocks.append(Cell(blocks, frame.count("colspan")))


def _header(frame: Frame, into: Frame) -> None:
    date = frame.tag.get("ngay")
    found = _DATE.fullmatch(date)
    if date and not found:
        raise frame.fault(f"ngay=“{date}” phải có dạng 2025-07-11 hoặc 2025-07")
    year, month, day = found.groups() if found else ("", "", None)
    made = Header(
        issuer=frame.tag.get("co-quan"),
        parent=frame.tag.get("cap-tren"),
        number=frame.tag.get("so"),
        symbol=frame.tag.get("ky-hieu"),
        place=frame.tag.get("dia-danh"),
        date=PartialDate(int(year), int(month), int(day) if day else None) if found else None,
        draft=bool(frame.tag.get("du-thao")),
    )
    into.blocks.append(made)


def _closing(frame: Frame, into: Frame) -> None:
    made = Closing(
        Signer(
            on_behalf=frame.tag.get("thay-mat"),
            for_head=frame.tag.get("ky-thay"),
            by_order=frame.tag.get("thua-lenh"),
            by_mandate=frame.tag.get("thua-uy-quyen"),
            title=frame.tag.get("chuc-vu"),
            also=frame.tag.get("kiem"),
            name=frame.tag.get("ho-ten"),
        ),
        tuple(item.text for item in frame.blocks),
    )
    into.blocks.append(made)


CLOSE: dict[str, Callable[[Frame, Frame], None]] = {
    "section": _section,
    "div": _turned,
    "header": _header,
    "footer": _closing,
    "h1": _title,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), _heading),
    "p": _paragraph,
    "ul": _list,
    "li": _item,
    "table": _table,
    "tr": _row,
    "th": _column,
    "td": _cell,
}
"""What an element becomes in the one around it when it is closed."""
