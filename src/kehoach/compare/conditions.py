"""Words by which an item binds itself only under a condition."""

import re
from functools import lru_cache

from kehoach.compare.difference import Item
from kehoach.compare.words import item_words
from kehoach.language.fold import fold_keeping_places
from kehoach.model.plan import Target

_CONDITION = re.compile(
    r"(?<!\w)(?:(?:khi |nếu )?(?:có )?đủ điều kiện"
    r"|(?:khi|nếu) có (?:kinh phí|điều kiện|nguồn lực|đủ)"
    r"|tùy (?:theo )?(?:điều kiện|khả năng|tình hình)"
    r"|trong (?:khả năng|điều kiện) cho phép|theo khả năng)(?!\w)"
)


def condition(item: Item) -> str:
    """Return the first words of *item* that set a condition, as written; empty without any."""
    texts = [item_words(item), item.figure if isinstance(item, Target) else ""]
    return next(filter(None, map(_find, filter(None, texts))), "")


@lru_cache(maxsize=4096)
def _find(text: str) -> str:
    folded = fold_keeping_places(text)
    found = _CONDITION.search(folded.text)
    if found is None:
        return ""
    start, end = folded.stretch(*found.span())
    return text[start:end]
