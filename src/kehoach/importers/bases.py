"""Bases (``Căn cứ …``) as citations with their parts, where that loses no word."""

import re
from typing import Any

from kehoach.importers.context import DATE, LABEL, Context
from kehoach.importers.draft import Piece
from kehoach.importers.passages import Passage
from kehoach.language.citation import find_citations
from kehoach.language.fold import fold
from kehoach.model.reading import read_citation
from kehoach.model.texts import citation_text

_LEAD = "căn cứ "
_LONG_DATE = re.compile(
    r"ngày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})"
)
# "số 02-KH/BCĐTW, ngày 19/6/2025": how the Party's form joins the two.
_JOINED = re.compile(r"(?<=\w),(?=\s+ngày\s)")


def read_basis(text: Passage, context: Context) -> Piece | dict[str, Piece]:
    """Return the basis *text* by its parts, or as a sentence where the parts would not make it."""
    # A line of nothing but signs, as a stray dash gives, stays as it is.
    text = text.without(".;, ") if text.text.strip(".;, ") else text
    body = text.cut(len(_LEAD)) if fold(text.text).startswith(_LEAD) else text
    plain = _plain_date(body.text)
    found = next(iter(find_citations(plain)), None)
    if found is None or found.start:
        return text.piece()
    parts: dict[str, Any] = {"ten_loai": found.type_name, "so_ky_hieu": str(found.symbol)}
    if found.date:
        parts["ngay"] = found.date.isoformat()
    if found.issuer:
        parts["co_quan"] = _whole_issuer(found.issuer, plain)
    told = citation_text(read_citation(parts, ()))
    if not fold(plain).startswith(fold(told)):
        return text.piece()
    if title := plain[len(told) :].strip(" ,"):
        parts["trich_yeu"] = title
    if fold(citation_text(read_citation(parts, ()))) != fold(plain):
        return text.piece()
    if body is not text:
        context.leave(text.cut(0, len(_LEAD)), LABEL)
    if plain != body.text and (date := _LONG_DATE.search(body.text)):
        context.leave(body.cut(*date.span()), DATE)
    return {key: body.reworded(value) for key, value in parts.items()}


def _whole_issuer(issuer: str, text: str) -> str:
    """Return *issuer* up to where a word ends and, if it was cut inside one, the title begins."""
    end = text.find(issuer) + len(issuer)
    if text[end : end + 1].strip(" ,;.") == "":
        return issuer
    title = text.find(" về ", end)
    return text[end - len(issuer) : title if title >= 0 else len(text)]


def _plain_date(text: str) -> str:
    """Return *text* with its first date as the plan file's texts write it."""
    text = _JOINED.sub("", text, count=1)
    return _LONG_DATE.sub(_short, text, count=1)


def _short(date: re.Match[str]) -> str:
    day, month = int(date["day"]), int(date["month"])
    padded = f"{month:02}" if month <= _PADDED_MONTHS else str(month)
    return f"ngày {day:02}/{padded}/{date['year']}"


# As `citation_text` writes it (NĐ 30/2020/NĐ-CP, phụ lục I, II.4.b).
_PADDED_MONTHS = 2
