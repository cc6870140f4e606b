"""Blocks built of the elements of a template's HTML, in the order in which they are read."""

from functools import lru_cache

from kehoach.document.blocks import Annex, Cell, Document, Paragraph, Run
from kehoach.document.markup_elements import CLOSE, Frame
from kehoach.document.markup_tags import ROOT, ROOT_TAG, MarkupFault, Tag, fold

_SHORT = 40
_new = tuple.__new__


class Builder:
    """Takes elements as they are read; ``top`` is the one that is open."""

    def __init__(self) -> None:
        """Begin a document."""
        self.top = Frame(ROOT_TAG, None, "")
        self._outer: list[Frame] = []

    def start(self, tag: Tag, place: str = "") -> None:
        """Open an element; raises `MarkupFault` where it must not stand."""
        frame = self._frame(tag, place)
        self._outer.append(self.top)
        self.top = frame

    def _frame(self, tag: Tag, place: str) -> Frame:
        into = self.top
        if tag.name not in into.tag.content:
            name = into.tag.name
            where = "ở ngoài cùng" if name == ROOT else f"trong thẻ <{name}>"
            raise MarkupFault(f"thẻ <{tag.name}> không được đứng {where}", place)
        if not self._outer and into.blocks and isinstance(into.blocks[-1], Annex):
            _check_after_annexes(tag, place)
        return Frame(tag, into, place)

    def text(self, text: str, place: str = "") -> None:
        """Take text, which must be blank where there may be none."""
        top = self.top
        if top.tag.has_text:
            top.runs.append((text, *top.look))
        elif text.strip():
            name = top.tag.name
            inside = "ngoài mọi thẻ" if name == ROOT else f"thẳng trong thẻ <{name}>"
            raise MarkupFault(f"chữ “{fold(text)[:40]}” đứng {inside}", place)

    def end(self) -> None:
        """Close the element that is open."""
        frame = self.top
        self.top = into = self._outer.pop()
        close = CLOSE.get(frame.tag.name)
        if close is not None:
            close(frame, into)

    def leaf(self, tag: Tag, text: str) -> None:
        """Take a whole element that holds only *text*: the same as its start, text and end."""
        top = self.top
        name = tag.name
        if name == "td" and name in top.tag.content and "colspan" not in tag.attributes:
            make = _plain_cell if len(text) > _SHORT else _short_cell
            top.blocks.append(make(text, tag.key))
        elif name == "span" and top.tag.has_text:
            bold, italic, key = top.look
            top.runs.append((text, bold, italic, tag.key or key))
        elif tag.has_text and name in CLOSE:
            frame = self._frame(tag, "")
            frame.runs.append((text, False, False, tag.key))
            CLOSE[name](frame, top)
        else:
            self.start(tag)
            if text:
                self.text(text)
            self.end()

    def depth(self) -> int:
        """Return how many elements are open."""
        return len(self._outer)

    def document(self) -> Document:
        """Return what was built, when all is closed."""
        blocks = self.top.blocks
        annexes = tuple(block for block in blocks if isinstance(block, Annex))
        return Document(tuple(b for b in blocks if not isinstance(b, Annex)), annexes)


def _plain_cell(text: str, key: str) -> Cell:
    words = fold(text)
    if not words:
        return Cell((), 1)
    # As `Cell((Paragraph((Run(words, key=key),)),), 1)`, which takes half as long again.
    run = _new(Run, (words, False, False, key))
    return _new(Cell, ((_new(Paragraph, ((run,), "")),), 1))


_short_cell = lru_cache(maxsize=4096)(_plain_cell)
"""Numbers, deadlines and names of units stand in many cells, of one plan and of others."""


def _check_after_annexes(tag: Tag, place: str) -> None:
    if tag.name not in {"section", "footer"}:
        raise MarkupFault(f"thẻ <{tag.name}> đứng sau phụ lục", place)
