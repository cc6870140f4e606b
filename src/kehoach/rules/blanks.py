"""Places in square brackets that a draft leaves for a person: ``[họ tên]``, ``[…]``."""

import re

BLANK = re.compile(r"\[[^\[\]]{1,80}\]")


def is_blank(text: str) -> bool:
    """Tell whether *text* is nothing but such a place."""
    return BLANK.fullmatch(text.strip()) is not None
