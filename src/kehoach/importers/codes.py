"""Codes (``ma``) of targets and tasks that are brought in without one."""

import re

from kehoach.language.fold import strip_marks

_WORD = re.compile(r"[a-z0-9]+")
_WORDS = 5
_LENGTH = 40
_NAMELESS = "muc"


def code(text: str, taken: set[str]) -> str:
    """Return a code made of the first words of *text* and add it to *taken*.

    At most 5 words and 40 characters of lower case without marks, joined by hyphens; a number
    behind it where the code is in *taken* already.
    """
    chosen = ""
    for word in _WORD.findall(strip_marks(text))[:_WORDS]:
        longer = f"{chosen}-{word}" if chosen else word[:_LENGTH]
        if len(longer) > _LENGTH:
            break
        chosen = longer
    chosen = chosen or _NAMELESS
    unique, count = chosen, 1
    while unique in taken:
        count += 1
        unique = f"{chosen}-{count}"
    taken.add(unique)
    return unique
