"""Frameworks of the library that a document cites."""

import re
from collections.abc import Iterable

from kehoach.importers.draft import Piece, Sureness
from kehoach.importers.keywords import bare
from kehoach.importers.passages import Passage
from kehoach.model.library import Library

_NOTE = "văn bản viện dẫn kế hoạch này"


def cited_frameworks(texts: Iterable[Passage], library: Library) -> list[Piece]:
    """Return the codes of the frameworks whose document *texts* cite by its symbol."""
    found: list[Piece] = []
    wanted = {}
    for code in library.codes():
        framework = library.framework(code)
        if framework and framework.document.symbol:
            # Another symbol may end or begin with this one: 11-KH/BCĐ in 111-KH/BCĐTW.
            symbol = re.escape(bare(framework.document.symbol))
            wanted[code] = re.compile(rf"(?<!\w){symbol}(?!\w)")
    for text in texts:
        plain = bare(text.text).replace("- ", "-")
        for code in [code for code, symbol in wanted.items() if symbol.search(plain)]:
            del wanted[code]
            found.append(text.reworded(code, Sureness.LIKELY, _NOTE))
    return found
