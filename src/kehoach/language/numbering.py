"""Numbers of headings: ``IV.``, ``2.1.``, ``đ)``, as NĐ 30/2020/NĐ-CP (Phụ lục I, II.6.đ) has them.

The decree numbers parts in Roman figures, clauses in Arabic ones and points in Vietnamese letters.
``1.1`` is not in the decree but in most commune plans.

Some writings could be either a Roman figure or a letter. Case decides: Roman figures are upper
case, letters lower case, so ``I``, ``V``, ``X``, ``L`` are 1, 5, 10, 50 and ``i``, ``v``, ``x``,
``l`` are letters. ``C``, ``D`` and ``M`` are no numbers here: a heading that starts with one of
them is the third, fourth or later of ``A``, ``B``, ``C``, never the hundredth in Roman figures.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The 23 letters that number points, in order; ``f``, ``j``, ``w``, ``z``, ``ă``, ``ô``… do not."""

_TENS = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN = tuple(tens + ones for tens in _TENS for ones in _ONES)
_ROMAN_VALUES = {writing: value for value, writing in enumerate(_ROMAN) if value}
# Parts after the first have at most two digits: "1.139 thủ tục" is a quantity.
_ARABIC = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2})*")
_END = re.compile(r"\s*[.)/-]{0,2}\s*\Z")


class Style(StrEnum):
    """The kind of figures in which a heading is numbered."""

    ROMAN = "roman"
    ARABIC = "arabic"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a heading: ``2.1`` has the value 1 and the parent ``(2,)``."""

    style: Style
    value: int
    parent: tuple[int, ...] = ()

    def __str__(self) -> str:
        """Write the number without what closes it."""
        return write_number(self.style, self.value, self.parent)


@lru_cache(maxsize=4096)
def read_number(text: str) -> Number | None:
    """Read *text* as a whole: a number and at most two of ``.``, ``)``, ``-``, ``/`` behind it.

    None where it is no number: a capital that is no Roman figure, two letters, words.
    """
    text = text.strip()
    end = _END.search(text)
    core = text[: end.start()] if end else text
    if core in _ROMAN_VALUES:
        return Number(Style.ROMAN, _ROMAN_VALUES[core])
    if len(core) == 1 and core in LETTERS:
        return Number(Style.LETTER, LETTERS.index(core) + 1)
    if _ARABIC.fullmatch(core):
        *parent, value = map(int, core.split("."))
        if value and all(parent):
            return Number(Style.ARABIC, value, tuple(parent))
    return None


def write_number(style: Style, value: int, parent: tuple[int, ...] = ()) -> str:
    """Return ``IV``, ``4`` (``2.4`` with the parent ``(2,)``) or ``d`` for 4.

    Raise ValueError, in Vietnamese, where the style has no such number: below 1, letters beyond
    23, Roman figures beyond 89.
    """
    if value < 1:
        raise ValueError(f"Số thứ tự phải từ 1 trở lên, không thể là {value}.")
    if style is Style.ARABIC:
        return ".".join(map(str, (*parent, value)))
    if style is Style.LETTER:
        if value > len(LETTERS):
            raise ValueError(
                f"Chữ cái tiếng Việt chỉ đánh số được {len(LETTERS)} điểm (từ a đến y), "
                f"không có chữ cho điểm thứ {value}."
            )
        return LETTERS[value - 1]
    if value >= len(_ROMAN):
        raise ValueError(f"Số La Mã của đề mục chỉ dùng đến {len(_ROMAN) - 1}, không có {value}.")
    return _ROMAN[value]
