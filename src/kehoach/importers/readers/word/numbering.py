"""Automatic numbers of Word: what stands before a paragraph although nobody typed it.

A list (``w:num``) points to a definition (``w:abstractNum``) with nine levels. Lists of one
definition count on together, until a list says where it starts anew.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kehoach.importers.readers.word.values import W, number, switched, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")
_MOST_LETTERS = 26
_LARGEST_ROMAN = 3999
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)
# Bullets are characters of picture fonts: only the few that are dashes are kept as what they show.
_PRIVATE_USE = range(0xF000, 0xF100)
_SHOWN = {"-": "-", "+": "+", "*": "*", "–": "–", "—": "—", "¾": "-", "o": "◦", "·": "•"}
_PICTURE_FONTS = ("wingdings", "webdings", "symbol")


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    format: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None
    style: str = ""
    font: str = ""


class Numbering:
    """Lists of a document, and how far each has counted."""

    def __init__(self, root: "_Element | None") -> None:
        """Read ``numbering.xml``; a document without it numbers nothing."""
        self._definitions: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._overrides: dict[str, dict[int, _Level]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def next(self, list_id: str, level: int | None, style: str = "") -> str:
        """Count one paragraph of the list and return its number as Word shows it.

        Without a *level* it is the one that the list gives to paragraphs in *style*.
        """
        definition = self._lists.get(list_id)
        if definition is None:
            return ""
        levels = self._definitions[definition] | self._overrides.get(list_id, {})
        if level is None:
            level = next((i for i, one in levels.items() if style and one.style == style), 0)
        level = min(level, _LEVELS - 1)
        counts = self._counts.setdefault(definition, [None] * _LEVELS)
        self._count(list_id, level, levels, counts)
        return _write(level, levels, counts)

    def _count(
        self, list_id: str, level: int, levels: dict[int, _Level], counts: list[int | None]
    ) -> None:
        start = self._starts.get(list_id, {}).get(level)
        if start is not None and (list_id, level) not in self._begun:
            self._begun.add((list_id, level))
            counts[level] = start
        else:
            count = counts[level]
            counts[level] = levels.get(level, _Level()).start if count is None else count + 1
        for higher in range(level):
            if counts[higher] is None:
                counts[higher] = levels.get(higher, _Level()).start
        for deeper in range(level + 1, _LEVELS):
            restart = levels.get(deeper, _Level()).restart
            if restart is None or (restart and level < restart):
                counts[deeper] = None

    def _read(self, root: "_Element") -> None:
        links: dict[str, str] = {}  # definition → name of the list style it takes its levels from
        named: dict[str, str] = {}
        for one in root.findall(f"{W}abstractNum"):
            id_ = one.get(f"{W}abstractNumId", "")
            self._definitions[id_] = dict(_levels(one))
            if name := value(one.find(f"{W}styleLink")):
                named[name] = id_
            if name := value(one.find(f"{W}numStyleLink")):
                links[id_] = name
        for id_, name in links.items():
            self._definitions[id_] = self._definitions[named.get(name, id_)]
        for one in root.findall(f"{W}num"):
            id_ = one.get(f"{W}numId", "")
            definition = value(one.find(f"{W}abstractNumId"))
            if definition not in self._definitions:
                continue
            self._lists[id_] = definition
            for override in one.findall(f"{W}lvlOverride"):
                self._overrides.setdefault(id_, {}).update(_levels(override))
                start = override.find(f"{W}startOverride")
                if start is not None:
                    place = number(override.get(f"{W}ilvl", "0"))
                    self._starts.setdefault(id_, {})[place] = number(value(start), 1)


def _levels(parent: "_Element") -> "list[tuple[int, _Level]]":
    found = []
    for one in parent.findall(f"{W}lvl"):
        restart = one.find(f"{W}lvlRestart")
        fonts = one.find(f"{W}rPr/{W}rFonts")
        level = _Level(
            start=number(value(one.find(f"{W}start")), 0 if one.find(f"{W}start") is None else 1),
            format=_format(one),
            text=value(one.find(f"{W}lvlText")),
            legal=bool(switched(one.find(f"{W}isLgl"))),
            restart=None if restart is None else number(value(restart)),
            style=value(one.find(f"{W}pStyle")),
            font="" if fonts is None else fonts.get(f"{W}ascii", ""),
        )
        found.append((number(one.get(f"{W}ilvl", "0")), level))
    return found


def _format(level: "_Element") -> str:
    # A custom format stands in mc:AlternateContent, with a usual one to fall back on.
    formats = [value(one) for one in level.iter(f"{W}numFmt")]
    return next((one for one in formats if one != "custom"), "decimal")


def _write(level: int, levels: dict[int, _Level], counts: list[int | None]) -> str:
    own = levels.get(level, _Level())
    if own.format == "bullet":
        return _bullet(own)
    if own.format == "none":
        return _PLACEHOLDER.sub("", own.text).strip()

    def figure(match: re.Match[str]) -> str:
        place = int(match[1]) - 1
        if place > level:
            return ""
        style = "decimal" if own.legal else levels.get(place, _Level()).format
        return _figure(counts[place] or 0, style)

    return _PLACEHOLDER.sub(figure, own.text).strip()


def _bullet(level: _Level) -> str:
    sign = level.text.strip()[:1]
    if sign and ord(sign) in _PRIVATE_USE:
        sign = chr(ord(sign) - _PRIVATE_USE.start)
        return _SHOWN[sign] if sign in "-+*" else "•"
    if level.font.lower().startswith(_PICTURE_FONTS):
        return _SHOWN[sign] if sign in set("-+*–—") else "•"
    return _SHOWN.get(sign, sign)


def _figure(count: int, style: str) -> str:
    if style in {"upperRoman", "lowerRoman"} and 0 < count <= _LARGEST_ROMAN:
        roman = _roman(count)
        return roman if style == "upperRoman" else roman.lower()
    if style in {"upperLetter", "lowerLetter"} and count > 0:
        # Behind z Word goes on with aa, bb, cc.
        repeated = min((count - 1) // _MOST_LETTERS + 1, _MOST_LETTERS)
        letters = chr(ord("a") + (count - 1) % _MOST_LETTERS) * repeated
        return letters.upper() if style == "upperLetter" else letters
    if style == "decimalZero":
        return f"{count:02d}"
    return "" if style in {"none", "bullet"} else str(count)


def _roman(count: int) -> str:
    written = ""
    for amount, sign in _ROMAN:
        written += sign * (count // amount)
        count %= amount
    return written
