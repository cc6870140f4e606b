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
    if chosen in taken:
        chosen = f"{chosen}-{_free_number(chosen, taken)}"
    taken.add(chosen)
    return chosen


def _free_number(begin: str, taken: set[str]) -> int:
    """Return a number from 2 on that is free behind *begin* while the one before it is not.

    It is looked for by doubling and halving: thousands of items may be called the same.
    """
    used, free = 1, 2
    while f"{begin}-{free}" in taken:
        used, free = free, free * 2
    while free - used > 1:
        middle = (used + free) // 2
        if f"{begin}-{middle}" in taken:
            used = middle
        else:
            free = middle
    return free
