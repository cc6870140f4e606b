"""Paragraphs of the text by how they begin."""

import re

from kehoach.thethuc.elements.found import Block, Kind
from kehoach.thethuc.reading.text import Paragraph

_BEGINNINGS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, flags))
    for kind, pattern, flags in (
        (Kind.CHAPTER, r"((?:phần|chương) (?:thứ \w{2,6}|[ivxlc]{1,6}|\d{1,2}))([.:]?)(?: |$)",
         re.IGNORECASE),
        (Kind.GROUP, r"((?:tiểu mục|mục) (?:[ivxlc]{1,6}|\d{1,2}))([.:]?)(?: |$)", re.IGNORECASE),
        (Kind.ARTICLE, r"(điều \d{1,3})([.:]?)(?: |$)", re.IGNORECASE),
        (Kind.SECTION, r"([IVXL]{1,7}|[A-H])\s?([.):/]|[-–—](?=\s|[A-ZĐÀ-Ỹ]))\s*", 0),
        (Kind.DECIMAL, r"(\d{1,2}(?:\.\d{1,2}){1,3})([.)]?)\s+", 0),
        (Kind.CLAUSE, r"(\d{1,3})([.)/]|\s?[-–](?=\s))\s*(?!\d)", 0),
        (Kind.POINT, r"\(?([a-zđ])(\)|\.(?=\s)|/(?=\s)|-(?=\s))\s*", 0),
        (Kind.DASH, r"([-–—+*•●▪◦→])()\s*", 0),
    )
)  # fmt: skip


def read_block(paragraph: Paragraph) -> Block:
    """Return *paragraph* with what it begins with."""
    text = paragraph.text
    typed = not paragraph.mark
    for kind, pattern in _BEGINNINGS:
        found = pattern.match(text)
        if found:
            return Block(paragraph, kind, found[1], found[2], text[found.end() :].strip(), typed)
    return Block(paragraph, Kind.TEXT, "", "", text, typed)
