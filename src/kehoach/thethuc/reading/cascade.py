"""What a run or a paragraph looks like once everything is applied, as Word applies it.

From the farthest to the nearest: document defaults, table style, paragraph style with those it is
based on, list level, character style, the formatting of the run or paragraph itself.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kehoach.importers.readers.word.values import W, value
from kehoach.thethuc.reading.looks import (
    TOGGLES,
    ParagraphLook,
    Properties,
    RunLook,
    read_paragraph,
    read_run,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_DEEPEST = 50  # styles may be based on each other in a circle
_NONE: dict[str, Any] = {}


class Cascade:
    """The styles and lists of a document."""

    def __init__(
        self,
        styles: "_Element | None",
        numbering: "_Element | None",
        fonts: Mapping[str, str],
    ) -> None:
        """Read what *styles* and *numbering* set; *fonts* are the theme's."""
        self.fonts = fonts
        self._styles: dict[str, _Element] = {}
        self._default: dict[str, str] = {}
        self._base_run: Properties = _NONE
        self._base_paragraph: Properties = _NONE
        if styles is not None:
            for style in styles.findall(f"{W}style"):
                id_ = style.get(f"{W}styleId", "")
                self._styles[id_] = style
                if style.get(f"{W}default") in {"1", "true", "on"}:
                    self._default[style.get(f"{W}type", "")] = id_
            defaults = f"{W}docDefaults/{W}%sPrDefault/{W}%sPr"
            self._base_run = read_run(styles.find(defaults % ("r", "r")), fonts)
            self._base_paragraph = read_paragraph(styles.find(defaults % ("p", "p")))
        self._levels = _levels(numbering)
        self._looks: dict[RunLook, RunLook] = {}
        self._style_lists: dict[str, _Element | None] = {}
        self._chains: dict[str, tuple[Properties, Properties]] = {}

    def list_of(self, paragraph: "_Element") -> tuple[str, int | None, str]:
        """Return list, level and style of *paragraph*; the list is empty where there is none."""
        properties = paragraph.find(f"{W}pPr")
        style = self._style_of(properties)
        own = None if properties is None else properties.find(f"{W}numPr")
        found = own if own is not None else self._inherited_list(style)
        if found is None:
            return "", None, style
        list_id = value(found.find(f"{W}numId"))
        level = value(found.find(f"{W}ilvl"))
        return ("" if list_id == "0" else list_id), _level(level), style

    def paragraph(self, paragraph: "_Element", table: "TableLook") -> ParagraphLook:
        """Return the look of *paragraph*, which stands in a table that looks like *table*."""
        properties = paragraph.find(f"{W}pPr")
        list_id, level, style = self.list_of(paragraph)
        listed = self._list_properties(list_id, level)
        own_list = properties is not None and properties.find(f"{W}numPr") is not None
        of_style = self._chain(style)[0]
        middle = {**of_style, **listed} if own_list else {**listed, **of_style}
        merged: dict[str, Any] = {
            **self._base_paragraph,
            **table.paragraph,
            **middle,
            **read_paragraph(properties),
        }
        return ParagraphLook(**merged)

    def run_base(self, paragraph: "_Element", table: "TableLook") -> tuple[Properties, Properties]:
        """Return what a run of *paragraph* starts from: its table's and its paragraph style's."""
        return table.run, self._chain(self._style_of(paragraph.find(f"{W}pPr")))[1]

    def run(self, properties: "_Element | None", base: tuple[Properties, Properties]) -> RunLook:
        """Return the look of a run with *properties* in a paragraph whose runs start at *base*."""
        table, paragraph = base
        character: Properties = _NONE
        if properties is not None:
            style = value(properties.find(f"{W}rStyle"))
            character = self._chain(style)[1] if style in self._styles else _NONE
        direct = read_run(properties, self.fonts)
        merged = {**self._base_run, **table, **paragraph, **character, **direct}
        for toggle in TOGGLES:
            if toggle not in direct:
                switches = [one.get(toggle, False) for one in (table, paragraph, character)]
                merged[toggle] = self._base_run.get(toggle, False) or sum(switches) % 2 == 1
        look = RunLook(**merged)
        return self._looks.setdefault(look, look)

    def table(self, style: str) -> "TableLook":
        """Return what the table *style* gives to all cells, and to those in special places."""
        style = style if style in self._styles else self._default.get("table", "")
        chain = list(self._chain_elements(style))
        paragraph, run = self._chain(style)
        places: dict[str, tuple[Properties, Properties]] = {}
        for element in reversed(chain):
            for place in element.findall(f"{W}tblStylePr"):
                name = place.get(f"{W}type", "")
                old_paragraph, old_run = places.get(name, (_NONE, _NONE))
                places[name] = (
                    {**old_paragraph, **read_paragraph(place.find(f"{W}pPr"))},
                    {**old_run, **read_run(place.find(f"{W}rPr"), self.fonts)},
                )
        return TableLook(run, paragraph, places)

    def table_borders(self, style: str) -> dict[str, str]:
        """Return the kinds of border that the table *style* sets, by side."""
        style = style if style in self._styles else self._default.get("table", "")
        found: dict[str, str] = {}
        for element in self._chain_elements(style):
            borders = element.find(f"{W}tblPr/{W}tblBorders")
            for side in () if borders is None else borders:
                found.setdefault(str(side.tag).rpartition("}")[2], value(side, "nil"))
        return found

    def _style_of(self, properties: "_Element | None") -> str:
        style = "" if properties is None else value(properties.find(f"{W}pStyle"))
        return style if style in self._styles else self._default.get("paragraph", "")

    def _chain_elements(self, style: str) -> "Iterable[_Element]":
        for _ in range(_DEEPEST):
            element = self._styles.get(style)
            if element is None:
                return
            yield element
            style = value(element.find(f"{W}basedOn"))

    def _chain(self, style: str) -> tuple[Properties, Properties]:
        """Return what the paragraph and the runs of *style* look like, without the defaults."""
        if style not in self._chains:
            paragraph: dict[str, Any] = {}
            run: dict[str, Any] = {}
            for element in self._chain_elements(style):
                paragraph = {**read_paragraph(element.find(f"{W}pPr")), **paragraph}
                run = {**read_run(element.find(f"{W}rPr"), self.fonts), **run}
            self._chains[style] = paragraph, run
        return self._chains[style]

    def _inherited_list(self, style: str) -> "_Element | None":
        if style not in self._style_lists:
            lists = (one.find(f"{W}pPr/{W}numPr") for one in self._chain_elements(style))
            self._style_lists[style] = next((one for one in lists if one is not None), None)
        return self._style_lists[style]

    def _list_properties(self, list_id: str, level: int | None) -> Properties:
        return self._levels.get((list_id, level or 0), _NONE)


class TableLook:
    """What a table style gives to the paragraphs and runs of its cells."""

    def __init__(
        self,
        run: Properties = _NONE,
        paragraph: Properties = _NONE,
        places: Mapping[str, tuple[Properties, Properties]] | None = None,
    ) -> None:
        """Keep the look of all cells; *places* are those of first row, last column and so on."""
        self.run = run
        self.paragraph = paragraph
        self._places = places or {}

    def at(self, places: Iterable[str]) -> "TableLook":
        """Return the look of a cell in *places* (``firstCol``, ``firstRow``), nearest last."""
        run, paragraph = dict(self.run), dict(self.paragraph)
        for place in places:
            of_paragraph, of_run = self._places.get(place, (_NONE, _NONE))
            paragraph |= of_paragraph
            run |= of_run
        return TableLook(run, paragraph)


def _levels(numbering: "_Element | None") -> dict[tuple[str, int], Properties]:
    """Return what each level of each list sets of its paragraphs."""
    if numbering is None:
        return {}
    definitions = {
        one.get(f"{W}abstractNumId", ""): one for one in numbering.findall(f"{W}abstractNum")
    }
    found: dict[tuple[str, int], Properties] = {}
    for one in numbering.findall(f"{W}num"):
        list_id = one.get(f"{W}numId", "")
        definition = definitions.get(value(one.find(f"{W}abstractNumId")))
        sources = [*(() if definition is None else definition.findall(f"{W}lvl"))]
        sources += one.findall(f"{W}lvlOverride/{W}lvl")
        for level in sources:
            number = level.get(f"{W}ilvl", "")
            place = _level(number)
            if place is not None:
                found[list_id, place] = read_paragraph(level.find(f"{W}pPr"))
    return found


def _level(text: str) -> int | None:
    """Return the number of a level of a list, None where *text* is none."""
    return int(text) if text.isdecimal() and len(text) < 3 else None  # noqa: PLR2004
