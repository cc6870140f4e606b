"""Bases (``Căn cứ …``) as citations with their parts, where that loses no word."""

from typing import Any

from kehoach.importers.context import LABEL, Context
from kehoach.importers.draft import Piece
from kehoach.importers.passages import Passage
from kehoach.language.citation import find_citations
from kehoach.language.fold import fold
from kehoach.model.reading import read_citation
from kehoach.model.texts import citation_text

_LEAD = "căn cứ "


def read_basis(text: Passage, context: Context) -> Piece | dict[str, Piece]:
    """Return the basis *text* by its parts, or as a sentence where the parts would not make it."""
    text = text.without(".;, ")
    body = text.cut(len(_LEAD)) if fold(text.text).startswith(_LEAD) else text
    found = next(iter(find_citations(body.text)), None)
    if found is None or found.start:
        return text.piece()
    parts: dict[str, Any] = {"ten_loai": found.type_name, "so_ky_hieu": str(found.symbol)}
    if found.date:
        parts["ngay"] = found.date.isoformat()
    if found.issuer:
        parts["co_quan"] = found.issuer
    told = citation_text(read_citation(parts, ()))
    if not fold(body.text).startswith(fold(told)):
        return text.piece()
    if title := body.text[len(told) :].strip(" ,"):
        parts["trich_yeu"] = title
    if fold(citation_text(read_citation(parts, ()))) != fold(body.text):
        return text.piece()
    if body is not text:
        context.leave(text.cut(0, len(_LEAD)), LABEL)
    return {key: body.reworded(value) for key, value in parts.items()}
