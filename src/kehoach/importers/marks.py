"""What stands before an item of an outline: ``IV.``, ``2.1.``, ``đ)``, ``(1)``, ``-``, ``+``."""

import re
from dataclasses import dataclass

from kehoach.language.numbering import Style, read_number

_PART = re.compile(
    r"(?P<number>(?:PHẦN|Phần|CHƯƠNG|Chương)\s+(?:(?:thứ|THỨ)\s+)?"
    r"(?:nhất|một|hai|ba|bốn|tư|năm|sáu|NHẤT|MỘT|HAI|BA|BỐN|TƯ|NĂM|SÁU|[IVX]{1,5}|\d{1,2}|[A-H]))"
    r"(?P<close>\s*[.:–-])?(?:\s+|\Z)"
)
_ROMAN = re.compile(r"(?P<number>[IVXL]{1,7})\s?(?P<close>[.)–-])(?:\s+|(?=[^\W\d_])|\Z)")
_CAPITAL = re.compile(r"(?P<number>[A-HK])(?P<close>[.)])\s+")
_DOTTED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,4})(?:[.)](?:\s+|(?=[^\W\d_]))|\s+)")
_ARABIC = re.compile(r"(?P<number>\d{1,2})\s?(?P<close>[.)](?:\s+|(?=[^\W\d_]))|[/–-]\s+)")
_BRACKET = re.compile(r"\((?P<number>\d{1,2}|[a-zđ])(?P<close>\))\s*")
_LETTER = re.compile(r"(?P<number>[a-zđ¢])\s?(?P<close>[.)])\s+")
_DASH = re.compile(r"(?P<number>[-–—−])\s*(?=[^\s\d-]|\d+[%\s.,/])")
_PLUS = re.compile(r"(?P<number>\+)\s*(?=\S)")
_BULLET = re.compile(r"(?P<number>[•●▪◦♦■□\u2022\uf0b7\uf0a7*])\s*(?=\S)|(?P<o>o)\s+(?=[A-ZĐÀ-Ỹ])")


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: its kind, the number without what closes it, and its end in the text.

    ``kind`` is the same for items of one list: ``roman``, ``1.`` (``1.1.`` is ``1.1``), ``1)``,
    ``a)``, ``-``, ``+``. ``value`` counts within the list, 0 for dashes.
    """

    kind: str
    number: str
    end: int
    value: int = 0

    @property
    def is_dash(self) -> bool:
        """Whether the item is one of a list without numbers."""
        return self.value == 0 and self.kind in {"-", "+", "•"}


def read_mark(text: str) -> Mark | None:  # noqa: PLR0911  (one kind of mark a return)
    """Return the mark that *text* begins with, None without one."""
    if match := _PART.match(text):
        return Mark("part", match["number"], match.end(), 1)
    if (match := _ROMAN.match(text)) and (number := read_number(match["number"])):
        return Mark("roman", match["number"], match.end(), number.value)
    if match := _CAPITAL.match(text):
        return Mark("A.", match["number"], match.end(), ord(match["number"]) - ord("A") + 1)
    if match := _DOTTED.match(text):
        parts = match["number"].split(".")
        return Mark(".".join("1" * len(parts)), match["number"], match.end(), int(parts[-1]) or 1)
    if match := _ARABIC.match(text):
        kind = "1)" if match["close"].startswith(")") else "1."
        return Mark(kind, match["number"], match.end(), int(match["number"]) or 1)
    if match := _BRACKET.match(text):
        kind = "(1)" if match["number"].isdigit() else "(a)"
        return Mark(kind, match["number"], match.end(), _value(match["number"]))
    if match := _LETTER.match(text):
        return Mark(f"a{match['close']}", match["number"], match.end(), _value(match["number"]))
    for pattern, kind in ((_DASH, "-"), (_PLUS, "+"), (_BULLET, "•")):
        if match := pattern.match(text):
            return Mark(kind, match["number"] or "o", match.end())
    return None


def given_mark(number: str) -> Mark | None:
    """Return the mark that Word numbers a paragraph with, None for none."""
    number = number.strip()
    if not number:
        return None
    mark = read_mark(f"{number} x") or read_mark(f"{number}. x")
    return mark and Mark(mark.kind, mark.number, 0, mark.value)


def _value(number: str) -> int:
    if number.isdigit():
        return int(number) or 1
    read = read_number(number)
    return read.value if read and read.style is Style.LETTER else 1
