"""A row of a table: the lines of its cells by what their columns hold."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from kehoach.importers.blocks import Line, Origin
from kehoach.importers.draft import Sureness
from kehoach.importers.tables.columns import Role
from kehoach.language.fold import compose, strip_marks


@dataclass
class Row:
    """A row: the lines of its cells by what their columns hold.

    ``others`` are the cells of columns without a role, each with the heading. ``merged`` says that
    one cell goes over all columns.
    """

    fields: dict[Role, list[Line]] = field(default_factory=dict)
    others: list[tuple[str, list[Line]]] = field(default_factory=list)
    merged: bool = False
    sure: Sureness = Sureness.SURE
    note: str = ""

    @property
    def number(self) -> str:
        """The number as written, without what closes it."""
        return join(self.fields.get(Role.NUMBER, ())).strip(CLOSING)

    def is_prose(self, *, groups_numbered: bool) -> bool:
        """Whether a cell over all columns is a text between the rows and no heading of a group."""
        lines = [line for role in NAMES for line in self.fields.get(role, ())]
        if not self.merged or self.number or not has_words(lines):
            return False
        if all(line.bold for line in lines if line_text(line)):
            return False
        text = join(lines)
        return (
            groups_numbered or text[-1] in ".;" or len(text.split()) > _HEADING_WORDS
        ) and Role.REMARK not in self.fields

    def has_only_name(self) -> bool:
        """Whether nothing is said but a number and a name."""
        filled = {role for role, lines in self.fields.items() if has_words(lines)}
        named = filled & NAMES
        return bool(named) and not filled - NAMES - {Role.NUMBER} and not self.others


NAMES = {Role.TASK, Role.TARGET}
CLOSING = " .)/-–:"
_HEADING_WORDS = 30
_WORDS = re.compile(r"\w")
_CUT_SYMBOL = re.compile(r"[\w/]-\Z")
_ENDS_OPEN = tuple(",;:.(/–-")


def has_words(lines: Iterable[Line]) -> bool:
    """Tell whether *lines* say anything but punctuation."""
    return any(_WORDS.search(line.number + line.text) for line in lines)


def line_text(line: Line) -> str:
    """Return the text with the number that Word gives it; in NFC, white space collapsed."""
    return " ".join(compose(f"{line.number} {line.text}").split())


def join(lines: Iterable[Line]) -> str:
    """Return *lines* as one text: what was broken goes on, a new paragraph follows a semicolon."""
    whole = ""
    goes_on = True
    for line in lines:
        text = line_text(line)
        if not text:
            continue
        whole += between(whole, text, goes_on=goes_on) + text if whole else text
        goes_on = line.broken
    return whole


def between(before: str, after: str, *, goes_on: bool) -> str:
    """Return what stands between two lines of a cell."""
    if goes_on and _CUT_SYMBOL.search(before[-2:]) and (after[0].isupper() or after[0].isdigit()):
        return ""  # 57-/NQ/TW, 02-/KH/BCĐTW
    if goes_on or after[0].islower() or before.endswith(_ENDS_OPEN):
        return " "
    return "; "


def origins(lines: Iterable[Line]) -> tuple[Origin, ...]:
    """Return where *lines* stand, each place once."""
    return tuple(dict.fromkeys(line.origin for line in lines if line_text(line)))


def has_words_or_percent(lines: Iterable[Line]) -> bool:
    """Tell whether *lines* say anything: words, or the sign of a percentage."""
    lines = list(lines)
    return has_words(lines) or any("%" in line.text for line in lines)


def plain_key(text: str) -> str:
    """Return the words of *text* without marks and signs, to compare headings by."""
    return " ".join(re.findall(r"\w+", strip_marks(text)))
