"""Styles of a Word document: what a paragraph and its runs look like once all is applied."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from kehoach.importers.readers.word.values import W, number, switched, value
from kehoach.model.printed import style_key

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"heading ?([1-9])")
_CONTENTS = re.compile(r"toc ?([1-9]|heading)")
_NO_LEVEL = 9
_DEEPEST_STYLE = 50


@dataclass(frozen=True, slots=True)
class Look:
    """Properties of a paragraph or run; None is not set here.

    ``level`` is the outline level from 0 (9 is body text), ``number`` the id and level of the
    list, ``key`` the value of a plan that a character style of this program names.
    """

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    font: str | None = None
    justify: str | None = None
    level: int | None = None
    list_id: str | None = None
    list_level: int | None = None
    key: str | None = None

    def over(self, below: "Look") -> "Look":
        """Return this look where it is set, and *below* where it is not."""
        return Look(
            self.bold if self.bold is not None else below.bold,
            self.italic if self.italic is not None else below.italic,
            self.hidden if self.hidden is not None else below.hidden,
            self.font or below.font,
            self.justify or below.justify,
            self.level if self.level is not None else below.level,
            self.list_id if self.list_id is not None else below.list_id,
            self.list_level if self.list_level is not None else below.list_level,
            self.key or below.key,
        )


PLAIN = Look()


def read_run_look(properties: "_Element | None") -> Look:
    """Return what ``w:rPr`` sets."""
    if properties is None:
        return PLAIN
    fonts = properties.find(f"{W}rFonts")
    font = None
    if fonts is not None:
        font = fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")
    return Look(
        bold=switched(properties.find(f"{W}b")),
        italic=switched(properties.find(f"{W}i")),
        hidden=switched(properties.find(f"{W}vanish")),
        font=font,
    )


def read_paragraph_look(properties: "_Element | None") -> Look:
    """Return what ``w:pPr`` sets of the paragraph itself."""
    if properties is None:
        return PLAIN
    level = properties.find(f"{W}outlineLvl")
    listed = properties.find(f"{W}numPr")
    list_id = list_level = None
    if listed is not None:
        list_id = value(listed.find(f"{W}numId")) or None
        list_level = listed.find(f"{W}ilvl")
    return Look(
        justify=value(properties.find(f"{W}jc")) or None,
        level=None if level is None else number(value(level), _NO_LEVEL),
        list_id=list_id,
        list_level=None if list_level is None else number(value(list_level)),
    )


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: "_Element | None") -> None:
        """Read ``styles.xml``; a document without it has no styles."""
        self._elements: dict[str, _Element] = {}
        self._default = ""
        self._base = PLAIN
        if root is None:
            return
        for style in root.findall(f"{W}style"):
            id_ = style.get(f"{W}styleId", "")
            self._elements[id_] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}:
                self._default = id_
        self._base = read_run_look(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")).over(
            read_paragraph_look(root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr"))
        )
        self._look = cache(self._resolve)

    def paragraph(self, style: str) -> Look:
        """Return the look of a paragraph in *style*, in the default one where that is missing."""
        if not self._elements:
            return PLAIN
        return self._look(style if style in self._elements else self._default).over(self._base)

    def run(self, style: str) -> Look:
        """Return what the character *style* sets."""
        return self._look(style) if style in self._elements else PLAIN

    def is_contents(self, style: str) -> bool:
        """Whether paragraphs in *style* are a table of contents made by Word."""
        return bool(_CONTENTS.fullmatch(self._name(style)))

    def _name(self, style: str) -> str:
        element = self._elements.get(style)
        name = style if element is None else value(element.find(f"{W}name"), style)
        return name.strip().lower()

    def _resolve(self, style: str) -> Look:
        look = PLAIN
        for _ in range(_DEEPEST_STYLE):  # styles may be based on each other in a circle
            element = self._elements.get(style)
            if element is None:
                break
            own = read_paragraph_look(element.find(f"{W}pPr")).over(
                read_run_look(element.find(f"{W}rPr"))
            )
            own = replace(own, key=style_key(self._name(style)) or None)
            heading = _HEADING.fullmatch(self._name(style))
            if own.level is None and heading:
                own = replace(own, level=int(heading[1]) - 1)
            look = look.over(own)
            style = value(element.find(f"{W}basedOn"))
        return look
